package io.hayate.cli;

import io.hayate.settings.Overrides;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a run is to leave behind. */
final class RunOutputOptions {
    @Option(
            names = "--latency-report",
            paramLabel = "DIR",
            description =
                    "Writes the times from tick to order into this folder at the end: percentiles"
                            + " (.hgrm) and a page with plots.")
    private Path latencyReport;

    @Option(
            names = "--summary-json",
            paramLabel = "FILE",
            description = "Writes what the run came to, each channel's figures too, as JSON.")
    private Path summaryJson;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Records all traffic, both ways, into files in this folder.")
    private Path recording;

    /** Adds them to what the command line says. */
    void addTo(Overrides overrides) {
        overrides.latencyReport(latencyReport).summaryJson(summaryJson);
        if (recording != null) {
            record("--record", recording, overrides);
        }
    }

    /** Has a run recorded into a folder. */
    static void record(String option, Path folder, Overrides overrides) {
        overrides.set(option, "record.enabled", true);
        overrides.set(option, "record.dir", folder.toAbsolutePath().toString());
    }
}
