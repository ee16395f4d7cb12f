package io.hayate.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is printed while it runs and at the end, and the file that programs read. */
final class LoadReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LoadReport() {}

    /** One line of the ten seconds that have passed, with sums since the start. */
    static String progress(double rate, Figures figures, long behindMax, long ageMaxUs) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, %,d gaps, checksums %,d right %,d wrong, %,d resyncs, %,d dropped, %,d"
                        + " conflated, at most %,d frames behind, oldest event %.1f ms",
                rate,
                figures.get(Counter.SEQUENCE_GAPS),
                figures.get(Figure.CHECKSUMS_PASSED),
                figures.get(Figure.CHECKSUMS_FAILED),
                figures.get(Counter.RESYNCS),
                figures.get(Counter.UPDATES_DROPPED),
                figures.get(Figure.CONFLATED),
                behindMax,
                ageMaxUs / 1e3);
    }

    static String line(Burst burst) {
        return String.format(
                Locale.ROOT,
                "burst: %,.0f/s for %.1f s, drained in %,d ms, all live in %,d ms; %,d dropped, %,d"
                        + " conflated, %,d resyncs, at most %,d frames behind",
                burst.rate(),
                burst.seconds(),
                burst.drainMs(),
                burst.healthyMs(),
                burst.dropped(),
                burst.conflated(),
                burst.resyncs(),
                burst.behindMax());
    }

    /** The lines at the end. */
    static String text(LoadResult result, List<String> missed) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        Steady steady = result.steady();
        add(text, "steady rate", "%,.0f messages a second", steady.rate());
        add(text, "venue CPU", "%.0f %% of a core", steady.venuePercent());
        add(text, "engine CPU", "%.0f %% of a core", steady.enginePercent());
        add(text, "oldest event", "%.1f ms", steady.ageMaxUs() / 1e3);
        add(text, "frames behind", "%,.0f at most", steady.behindMax());
        result.figures().forEach((name, value) -> add(text, name, "%s", value));
        result.bursts().forEach(burst -> text.append(line(burst)).append(System.lineSeparator()));
        result.words().forEach(word -> text.append(word).append(System.lineSeparator()));
        text.append(missed.isEmpty() ? "all goals hold" : "MISSED: " + missed);
        return text.toString();
    }

    private static void add(StringBuilder text, String title, String format, Object value) {
        Object given = value instanceof Long count ? (Object) count.doubleValue() : value;
        text.append(String.format(Locale.ROOT, "%-20s ", title))
                .append(String.format(Locale.ROOT, format, format.equals("%s") ? value : given))
                .append(System.lineSeparator());
    }

    /** Writes everything as JSON. */
    static void write(Path file, LoadPlan plan, LoadResult result, List<String> missed)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("plan", plan);
        all.put("steady", result.steady());
        all.put("figures", result.figures());
        all.put("bursts", result.bursts());
        all.put("missed", missed);
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }
}
