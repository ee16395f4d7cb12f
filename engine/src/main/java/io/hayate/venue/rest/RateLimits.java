package io.hayate.venue.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * How many requests an address may make in a minute, for each kind of request: who is beyond waits
 * until the minute since the first of them is over.
 */
final class RateLimits {
    private static final int EACH = 90;
    private static final int BOOKS = 240;
    private static final int STATUS = 30;
    private static final int KEPT_MAX = 4_096; // the one asked for longest ago is forgotten
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final double factor;
    private final NanoClock clock;
    private final Map<String, Minute> minutes = new LinkedHashMap<>();

    /**
     * Limits as the exchange has them, so many times as large.
     *
     * @param factor 0 is no limits at all
     */
    RateLimits(double factor, NanoClock clock) {
        this.factor = factor;
        this.clock = clock;
    }

    /** Counts a request of this kind; false when it is one too many. */
    boolean admits(String address, String kind) {
        if (factor == 0) {
            return true;
        }
        long nowNs = clock.nanoTime();
        String key = address + " " + kind;
        Minute minute = minutes.remove(key);
        if (minute == null || nowNs - minute.startNs >= MINUTE_NS) {
            minute = new Minute(nowNs);
        }
        minutes.put(key, minute);
        if (minutes.size() > KEPT_MAX) {
            minutes.remove(minutes.keySet().iterator().next());
        }
        return ++minute.requests <= factor * perMinute(kind);
    }

    private static int perMinute(String kind) {
        return switch (kind) {
            case "book" -> BOOKS;
            case "platform" -> STATUS;
            default -> EACH;
        };
    }

    private static final class Minute {
        private final long startNs;
        private long requests;

        private Minute(long startNs) {
            this.startNs = startNs;
        }
    }
}
