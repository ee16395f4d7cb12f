package io.hayate.cli.recording;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.recording.export.ExportFormat;
import io.hayate.recording.export.ExportJson;
import io.hayate.recording.export.ExportedFile;
import io.hayate.recording.export.RecordingExport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate export}: a recording as files for programs of others. */
@Command(
        name = "export",
        description = {
            "Exports a recording for Python: trades, quotes and changes of books as tables in",
            "tardis' columns (csv.gz), or events as arrays that hftbacktest reads (npy). Prices",
            "and amounts are those that the exchange wrote, never rounded."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate export records --format csv --out tables",
            "  hayate export BITFINEX.ws.1.0 --format npy --out arrays"
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "RECORDING", description = "A file, or a folder of files.")
    private Path recording;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "csv or npy.")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "A folder for the files, of which none may be there yet.")
    private Path folder;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ExportFormat wanted = ExportFormat.of(format);
        if (wanted == null) {
            throw new ConfigException("--format must be csv or npy: was " + format);
        }
        RecordingExport.Made made =
                RecordingWork.run(() -> RecordingExport.export(recording, wanted, folder));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(RecordingWork.run(() -> ExportJson.of(made)));
        } else {
            tell(out, made);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private static void tell(PrintWriter out, RecordingExport.Made made) {
        for (ExportedFile file : made.files()) {
            out.println(file.path() + ": " + Counts.grouped(file.rows(), "row"));
        }
        if (made.broken() > 0) {
            out.println(Counts.grouped(made.broken(), "text") + " could not be read: left out");
        }
        if (made.unnamed() > 0) {
            out.println(made.unnamedWords() + ": left out; hayate recording info names those");
        }
        for (String place : made.tears()) {
            out.println(place + " is the last whole line: the file ends torn");
        }
    }
}
