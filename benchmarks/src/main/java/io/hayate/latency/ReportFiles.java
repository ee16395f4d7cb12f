package io.hayate.latency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Writes what a campaign found into its folder. */
final class ReportFiles {
    private static final double NS_PER_US = 1e3;

    private final Path folder;
    private final Campaign campaign;

    ReportFiles(Path folder, Campaign campaign) {
        this.folder = folder;
        this.campaign = campaign;
    }

    /** All files; {@code words} stand above the plots, as they stand on the terminal. */
    void write(List<String> words) throws IOException {
        Files.write(folder.resolve("latency.txt"), words);
        writeResults();
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html><meta charset=\"utf-8\"><title>Tick to trade</title>\n<pre>");
        words.forEach(line -> html.append(escaped(line)).append('\n'));
        html.append("</pre>\n");
        for (String step : StepTable.steps(campaign)) {
            html.append(plotOf(step));
        }
        Files.writeString(folder.resolve("latency.html"), html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private String plotOf(String step) throws IOException {
        Plot plot = new Plot(step);
        for (Trial trial : campaign.trials()) {
            Histogram sum = campaign.sum(trial.label(), step);
            if (sum.getTotalCount() > 0) {
                plot.add(trial.label(), sum);
                writeHistogram(trial.label() + "-" + step, sum);
            }
        }
        return plot.svg();
    }

    /** In the form that the HdrHistogram plotters read, in µs. */
    private void writeHistogram(String name, Histogram histogram) throws IOException {
        Path file = folder.resolve(fileName(name) + ".hgrm");
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(file), false, StandardCharsets.US_ASCII)) {
            histogram.outputPercentileDistribution(out, NS_PER_US);
        }
    }

    /** A label without what file names had better not have. */
    static String fileName(String label) {
        return label.replaceAll("[^A-Za-z0-9-]+", "-");
    }

    private void writeResults() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode rows = mapper.createArrayNode();
        for (int round = 0; round < campaign.roundCount(); round++) {
            for (Trial trial : campaign.trials()) {
                addRows(mapper, rows, round, trial);
            }
        }
        mapper.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("results.json").toFile(), rows);
    }

    private void addRows(ObjectMapper mapper, ArrayNode rows, int round, Trial trial) {
        for (String step : StepTable.steps(campaign)) {
            StepFigures figures = campaign.figures(round, trial.label(), step);
            if (figures != null) {
                ObjectNode row = rows.addObject();
                row.put("round", round + 1).put("client", trial.label()).put("base", trial.base());
                row.put("symbols", trial.symbols()).put("counts", campaign.counts(round, step));
                row.setAll((ObjectNode) mapper.valueToTree(figures));
                row.remove("histogram");
            }
        }
    }
}
