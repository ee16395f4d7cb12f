package io.hayate.stat;

import io.hayate.metrics.Counter;
import io.hayate.metrics.Gauge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an engine writes to the disk, as parts of lines. */
final class FileWords {
    private static final long MIB = 1 << 20;

    private FileWords() {}

    static List<String> journal(StatFigures now) {
        List<String> parts = new ArrayList<>();
        parts.add(mib(now.count(Gauge.JOURNAL_BYTES)));
        parts.add("segment " + now.count(Gauge.JOURNAL_SEGMENT));
        parts.add(now.counters().get(Counter.JOURNAL_LOST) + " records lost");
        if (now.is(Gauge.JOURNAL_TROUBLE)) {
            parts.add("NOT WRITTEN: " + now.words(Gauge.JOURNAL_TROUBLE));
        }
        return parts;
    }

    static List<String> recording(StatFigures now) {
        List<String> parts = new ArrayList<>();
        parts.add(now.count(Gauge.RECORDER_WRITTEN) + " entries");
        parts.add(mib(now.count(Gauge.RECORDER_BYTES)));
        parts.add(now.count(Gauge.RECORDER_LOST) + " lost for want of room");
        if (now.is(Gauge.RECORDER_STOPPED)) {
            parts.add("STOPPED: " + now.words(Gauge.RECORDER_STOPPED));
        }
        return parts;
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.2f MiB", (double) bytes / MIB);
    }
}
