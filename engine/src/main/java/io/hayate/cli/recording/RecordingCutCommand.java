package io.hayate.cli.recording;

import io.hayate.engine.ExitCodes;
import io.hayate.model.Channel;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.recording.tool.CutChoice;
import io.hayate.recording.tool.RecordingCut;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate recording cut}. */
@Command(
        name = "cut",
        description = {
            "Cuts a part out of a recording that replays alone: it begins with what is open",
            "and subscribed then, and each book as it stands. Times are UTC: a moment such as",
            "2026-03-01T09:00:00Z, a date, or 09:00 as it comes first."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate recording cut records --from 09:00 --to 10:00 -o hour.jsonl.gz",
            "  hayate recording cut records --symbol BTCUSD,ETHUSD --channel book \\",
            "      -o books.jsonl.gz"
        })
final class RecordingCutCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "RECORDING", description = "A file, or a folder of files.")
    private Path recording;

    @Option(names = "--from", paramLabel = "TIME", description = "Default: its beginning.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "The first moment that is left out. Default: its end.")
    private String to;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Channels of these alone, such as BTCUSD or fUSD. Default: all.")
    private List<String> symbols = List.of();

    @Option(
            names = "--channel",
            paramLabel = "KIND",
            description = "ticker, trades, book, candles or status alone. Default: all.")
    private String channel;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to make, which must not be there.")
    private Path output;

    @Override
    public Integer call() {
        CutChoice choice = new CutChoice(from, to, new HashSet<>(symbols), kind());
        long entries =
                RecordingWork.run(
                        () ->
                                RecordingCut.cut(
                                        recording,
                                        choice,
                                        RecordingWork.head(List.of(recording), true),
                                        output));
        spec.commandLine().getOut().println(output + ": " + Counts.of(entries, "entry", "entries"));
        return ExitCodes.OK;
    }

    private Channel kind() {
        if (channel == null) {
            return null;
        }
        Channel kind = Channel.ofWire(channel);
        if (kind == null || kind == Channel.ACCOUNT) {
            throw new ConfigException(
                    "--channel must be ticker, trades, book, candles or status: was " + channel);
        }
        return kind;
    }
}
