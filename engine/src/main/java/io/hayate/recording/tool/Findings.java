package io.hayate.recording.tool;

import io.hayate.model.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found: how often each, and the first ones with their places. */
final class Findings {
    private static final int KEPT_MAX = 1_000;

    private final Map<Flaw, Long> counts = new EnumMap<>(Flaw.class);
    private final List<Found> kept = new ArrayList<>();

    /**
     * One of them.
     *
     * @param place file and line
     */
    record Found(Flaw finding, String place, String words) {}

    void add(Flaw finding, String place, String words) {
        counts.merge(finding, 1L, Long::sum);
        if (kept.size() < KEPT_MAX) {
            kept.add(new Found(finding, place, Printable.line(words)));
        }
    }

    long count(Flaw finding) {
        return counts.getOrDefault(finding, 0L);
    }

    long count() {
        return counts.values().stream().mapToLong(each -> each).sum();
    }

    List<Found> kept() {
        return kept;
    }
}
