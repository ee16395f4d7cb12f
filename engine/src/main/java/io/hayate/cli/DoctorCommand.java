package io.hayate.cli;

import io.hayate.doctor.Doctor;
import io.hayate.doctor.Report;
import io.hayate.doctor.ReportJson;
import io.hayate.doctor.ReportText;
import io.hayate.doctor.Status;
import io.hayate.engine.ExitCodes;
import io.hayate.model.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate doctor}: measures this machine and says what to change. */
@Command(
        name = "doctor",
        description = {
            "Measures this machine and says what to change for trading threads.",
            "It changes nothing itself. Each line: ok, warn (works, could be better)",
            "or fail (trading would be hurt). Exit code 1 if any line says fail."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate doctor",
            "  hayate doctor --seconds 60",
            "  hayate doctor --json | jq -r '.checks[] | select(.status != \"ok\") | .name'"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int SECONDS_MAX = 3_600;

    @Spec private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How long to measure, 1 to 3600. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", description = "Prints one JSON object; times in ns.")
    private boolean json;

    @Override
    public Integer call() {
        Settings.checkRange(seconds, 1, SECONDS_MAX, "--seconds");
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("Measuring for " + seconds + " s, with one core fully busy ...");
            out.flush();
        }
        Report report = Doctor.examine(seconds);
        if (json) {
            out.println(ReportJson.of(report));
        } else {
            out.print(ReportText.of(report));
            out.flush();
        }
        return report.worst() == Status.FAIL ? ExitCodes.CHECK_FAILED : ExitCodes.OK;
    }
}
