package io.hayate.recording.tool;

import io.hayate.model.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What was found: how often each, and the first ones with their places. One thread. */
final class Findings {
    private static final int KEPT_MAX = 1_000;

    private final Map<Flaw, Long> counts = new EnumMap<>(Flaw.class);
    private final List<Found> kept = new ArrayList<>();
    private long passedOver;

    /**
     * One of them.
     *
     * @param place file and line
     * @param told what there is to say of it in the end
     */
    record Found(Flaw finding, String place, Supplier<String> told) {
        String words() {
            return Printable.line(told.get());
        }
    }

    void add(Flaw finding, String place, String words) {
        add(finding, place, () -> words);
    }

    void add(Flaw finding, String place, Supplier<String> told) {
        counts.merge(finding, 1L, Long::sum);
        if (kept.size() < KEPT_MAX) {
            kept.add(new Found(finding, place, told));
        } else {
            passedOver++;
        }
    }

    /** One more of what was told already. */
    void again(Flaw finding) {
        counts.merge(finding, 1L, Long::sum);
    }

    /** How many were found that are not kept. */
    long passedOver() {
        return passedOver;
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
