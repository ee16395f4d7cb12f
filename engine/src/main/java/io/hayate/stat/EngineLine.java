package io.hayate.stat;

import io.hayate.metrics.file.ImageHeader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Which engine it is, whether it lives, and how old its figures are. */
final class EngineLine {
    private static final long OLD_MS = 3_000; // they are written once a second
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3_600;
    private static final long DAY_S = 86_400;

    private EngineLine() {}

    static List<String> parts(FoundEngine found, long nowMs) {
        ImageHeader header = found.image().header();
        List<String> parts = new ArrayList<>();
        parts.add("process " + header.pid());
        parts.add(state(found, nowMs));
        parts.add("started " + time(header.startMs()));
        parts.add("Hayate " + header.text("hayate"));
        parts.add("Java " + header.text("java"));
        parts.add((header.texts().containsKey("paper") ? "PAPER, " : "") + header.text("venue"));
        parts.add("strategy " + header.text("strategy"));
        return parts;
    }

    private static String state(FoundEngine found, long nowMs) {
        ImageHeader header = found.image().header();
        long ageMs = nowMs - header.heartbeatMs();
        if (!found.isRunning()) {
            String how = header.isEnded() ? "ended " : "was ended at once, last heard of ";
            return "RUNS NO MORE: it " + how + time(header.heartbeatMs());
        }
        return ageMs < OLD_MS ? "running" : "running, SILENT since " + ago(ageMs);
    }

    private static String time(long epochMs) {
        return Instant.ofEpochMilli(epochMs).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A time that has passed, in words. */
    static String ago(long ms) {
        long seconds = Math.max(0, ms) / SECOND_MS;
        if (seconds < 2 * MINUTE_S) {
            return seconds + " s ago";
        } else if (seconds < 2 * HOUR_S) {
            return seconds / MINUTE_S + " min ago";
        }
        return seconds < 2 * DAY_S ? seconds / HOUR_S + " h ago" : seconds / DAY_S + " days ago";
    }
}
