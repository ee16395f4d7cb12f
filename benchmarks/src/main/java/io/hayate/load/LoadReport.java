package io.hayate.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is printed while it runs and at the end, and the file that programs read. */
final class LoadReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int WIDTH = 80;
    private static final int TITLE_WIDTH = 14;

    private LoadReport() {}

    /** Lines of the ten seconds that have passed, with sums since the start. */
    static String progress(double rate, EngineFigures figures, long behindMax, long ageMaxUs) {
        String sums =
                String.format(
                        Locale.ROOT,
                        "%,.0f/s, %s, checksums %,d right %,d wrong, %s, %,d dropped,"
                                + " %,d conflated, at most %s behind, oldest event %.1f ms",
                        rate,
                        Counts.grouped(figures.get(Counter.SEQUENCE_GAPS), "gap"),
                        figures.get(Figure.CHECKSUMS_PASSED),
                        figures.get(Figure.CHECKSUMS_FAILED),
                        Counts.grouped(figures.get(Counter.RESYNCS), "resync"),
                        figures.get(Counter.UPDATES_DROPPED),
                        figures.get(Figure.CONFLATED),
                        Counts.grouped(behindMax, "frame"),
                        ageMaxUs / 1e3);
        return titled("so far", sums);
    }

    static String line(Burst burst) {
        String words =
                String.format(
                        Locale.ROOT,
                        "%,.0f/s for %.1f s, drained in %s ms, all live in %s ms; %,d dropped, %,d"
                                + " conflated, %s, at most %s behind",
                        burst.rate(),
                        burst.seconds(),
                        Goals.time(burst.drainMs()),
                        Goals.time(burst.healthyMs()),
                        burst.dropped(),
                        burst.conflated(),
                        Counts.grouped(burst.resyncs(), "resync"),
                        Counts.grouped(burst.behindMax(), "frame"));
        return titled("burst", words);
    }

    private static String titled(String title, String words) {
        StringBuilder text = new StringBuilder();
        add(text, title, words);
        return text.toString().stripTrailing();
    }

    /** What is said at the end: machine, command, figures, and which goals were held. */
    static String text(String command, LoadPlan plan, LoadResult result, List<Goal> goals) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        add(text, "command", command);
        add(text, "machine", machine());
        add(text, "Java", java());
        add(text, "engine", result.figures().get("settings").toString());
        add(text, "load", load(plan, result));
        addSteady(text, result.steady());
        add(text, "", "");
        add(text, "messages read", count(result.get("frames")));
        add(text, "events", count(result.get("events")));
        add(text, "checksums", checksums(result));
        add(text, "left out", leftOut(result));
        add(text, "allocated", allocated(result));
        add(text, "resyncs", count(result.get("resyncs")));
        result.words().forEach(word -> add(text, "said", word));
        add(text, "", "");
        addGoals(text, goals);
        return text.toString();
    }

    private static String machine() {
        return System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", "
                + System.getProperty("os.arch")
                + ", "
                + Counts.of(Runtime.getRuntime().availableProcessors(), "processor");
    }

    private static String java() {
        return Runtime.version() + ", " + System.getProperty("java.vm.name");
    }

    private static String load(LoadPlan plan, LoadResult result) {
        return String.format(
                Locale.ROOT,
                "%s on %s, %,d messages/s for %,d min, %s",
                Counts.grouped(result.get("channels"), "channel"),
                Counts.grouped(result.get("connections"), "connection"),
                plan.rate(),
                plan.minutes(),
                Counts.grouped(plan.bursts(), "burst"));
    }

    private static void addSteady(StringBuilder text, Steady steady) {
        add(text, "", "");
        add(text, "steady", whole(steady.rate()) + " messages/s");
        add(text, "CPU, venue", whole(steady.venuePercent()) + " % of a core");
        add(text, "CPU, engine", whole(steady.enginePercent()) + " % of a core");
        add(text, "oldest event", String.format(Locale.ROOT, "%,.1f ms", steady.ageMaxUs() / 1e3));
        add(text, "frames behind", count(steady.behindMax()) + " at most");
    }

    private static String allocated(LoadResult result) {
        return String.format(
                Locale.ROOT,
                "%,d B on the trading threads in %,d steady events; bursts: %,d B in %,d",
                result.get("bytes"),
                result.get("steadyEvents"),
                result.get("bytesWithBursts"),
                result.get("eventsWithBursts"));
    }

    private static String checksums(LoadResult result) {
        return String.format(
                Locale.ROOT,
                "%,d right, %,d wrong, %,d not checked",
                result.get("checksumsPassed"),
                result.get("checksumsFailed"),
                result.get("checksumsSkipped"));
    }

    private static String leftOut(LoadResult result) {
        return String.format(
                Locale.ROOT,
                "%,d replaced by a later one, %,d dropped",
                result.get("conflated"),
                result.get("dropped"));
    }

    private static void addGoals(StringBuilder text, List<Goal> goals) {
        addGoal(text, "", "goal", "wanted", "was");
        for (Goal goal : goals) {
            addGoal(text, goal.held() ? "held" : "MISSED", goal.what(), goal.wanted(), goal.was());
        }
        long missed = goals.stream().filter(goal -> !goal.held()).count();
        String end = missed == 0 ? "All goals hold." : missed + " of " + goals.size() + " MISSED.";
        text.append(end).append(System.lineSeparator());
    }

    private static void addGoal(
            StringBuilder text, String held, String what, String wanted, String was) {
        text.append(String.format(Locale.ROOT, "%-6s  %-34s %18s %14s", held, what, wanted, was))
                .append(System.lineSeparator());
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A title with words behind it, which go on below one another where the line is full. */
    private static void add(StringBuilder text, String title, String words) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-14s", title));
        for (String word : words.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH && line.length() > TITLE_WIDTH) {
                text.append(line).append(System.lineSeparator());
                line = new StringBuilder(" ".repeat(TITLE_WIDTH));
            }
            line.append(' ').append(word);
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }

    /** Writes everything as JSON. */
    static void write(Path file, String command, LoadPlan plan, LoadResult result, List<Goal> goals)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("command", command);
        all.put("machine", machine());
        all.put("java", java());
        all.put("plan", plan);
        all.put("steady", result.steady());
        all.put("figures", result.figures());
        all.put("bursts", result.bursts());
        all.put("goals", goals);
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }
}
