package io.hayate.report;

import io.hayate.metrics.LatencyHistogram;
import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What was measured, as files: for each stage HdrHistogram's percentile table, in µs, and one page
 * with all of them that needs nothing but a browser.
 *
 * <p>Off the trading threads.
 */
public final class LatencyReport {
    private static final double NS_PER_US = 1e3;

    private LatencyReport() {}

    /**
     * Writes the files, over those of a run before.
     *
     * @param folder where; it exists
     * @param facts what the page says of the run, in this order: a title and its words
     */
    public static void write(Path folder, TickToTrade times, Map<String, String> facts)
            throws IOException {
        for (Stage stage : Stage.values()) {
            Files.write(folder.resolve(stage.word() + ".hgrm"), percentiles(times.of(stage)));
        }
        Files.writeString(folder.resolve("latency.html"), new LatencyPage(times).html(facts));
    }

    private static byte[] percentiles(LatencyHistogram times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.US_ASCII)) {
            times.snapshot().outputPercentileDistribution(out, NS_PER_US);
        }
        return bytes.toByteArray();
    }
}
