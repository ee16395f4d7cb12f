package io.hayate.cli.recording;

import io.hayate.engine.ExitCodes;
import io.hayate.model.Counts;
import io.hayate.recording.tool.RecordingMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate recording merge}. */
@Command(
        name = "merge",
        description = {
            "Makes one recording of several, by the wall clock, of any formats. Connections get",
            "numbers of their own; ticks, commands and decisions are left out."
        },
        footerHeading = "%nExample:%n",
        footer = "  hayate recording merge BITFINEX.ws.1.0 BITFINEX.ws.2.0 -o day.jsonl.gz")
final class RecordingMergeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "RECORDING",
            arity = "1..*",
            description = "Each a file, or a folder of files.")
    private List<Path> recordings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to make, which must not be there.")
    private Path output;

    @Override
    public Integer call() {
        long entries =
                RecordingWork.run(
                        () ->
                                RecordingMerge.merge(
                                        recordings, RecordingWork.head(recordings, false), output));
        spec.commandLine().getOut().println(output + ": " + Counts.of(entries, "entry", "entries"));
        return ExitCodes.OK;
    }
}
