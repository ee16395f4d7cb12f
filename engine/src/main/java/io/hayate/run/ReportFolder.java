package io.hayate.run;

import io.hayate.metrics.TickToTrade;
import io.hayate.model.ConfigException;
import io.hayate.report.LatencyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that {@code --latency-report} names: looked at before anything starts, so that no run
 * ends without the report that it was to make.
 */
final class ReportFolder {
    private static final String RULE = "--latency-report must be a folder that can be written to";

    private final Path folder; // null when no report is wanted

    /**
     * Makes the folder if there is none.
     *
     * @param folder null when no report is wanted
     * @throws ConfigException when it cannot be made, or written to
     */
    ReportFolder(Path folder) {
        this.folder = folder;
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "latency", ".tmp"));
        } catch (IOException e) {
            throw new ConfigException(RULE + ": was " + folder, e);
        }
    }

    boolean isWanted() {
        return folder != null;
    }

    /** Writes the report. */
    void write(TickToTrade times, Map<String, String> facts) throws IOException {
        LatencyReport.write(folder, times, facts);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
