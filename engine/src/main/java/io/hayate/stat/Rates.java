package io.hayate.stat;

import io.hayate.metrics.Counter;
import java.util.List;
import java.util.Locale;

/** How much of what came a second between two readings. */
final class Rates {
    private static final double MS = 1e3;

    private final StatFigures before;
    private final StatFigures now;
    private final double seconds;

    Rates(StatFigures before, StatFigures now) {
        this.before = before;
        this.now = now;
        long ms = now.image().header().heartbeatMs() - before.image().header().heartbeatMs();
        seconds = ms / MS;
    }

    /** False where no time lies between them. */
    boolean areKnown() {
        return seconds > 0;
    }

    double of(Counter counter) {
        return (now.counters().get(counter) - before.counters().get(counter)) / seconds;
    }

    List<String> parts() {
        return List.of(
                part(Counter.FRAMES, "frames/s"),
                part(Counter.EVENTS, "events/s"),
                part(Counter.ORDERS_SENT, "orders/s"),
                part(Counter.FILLS, "fills/s"),
                part(Counter.UPDATES_DROPPED, "dropped/s"));
    }

    private String part(Counter counter, String words) {
        return String.format(Locale.ROOT, "%,.1f %s", of(counter), words);
    }
}
