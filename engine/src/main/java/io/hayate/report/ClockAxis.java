package io.hayate.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where a moment lies on a stretch of time, with marks at round times of the day, UTC. */
final class ClockAxis {
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final int MARKS_MAX = 8;
    private static final long[] STEPS = {
        100,
        200,
        500,
        SECOND_MS,
        2 * SECOND_MS,
        5 * SECOND_MS,
        10 * SECOND_MS,
        15 * SECOND_MS,
        30 * SECOND_MS,
        MINUTE_MS,
        2 * MINUTE_MS,
        5 * MINUTE_MS,
        10 * MINUTE_MS,
        15 * MINUTE_MS,
        30 * MINUTE_MS,
        HOUR_MS,
        2 * HOUR_MS,
        3 * HOUR_MS,
        6 * HOUR_MS,
        12 * HOUR_MS,
        DAY_MS,
        2 * DAY_MS,
        7 * DAY_MS
    };

    private final long fromMs;
    private final long spanMs;
    private final double left;
    private final double right;
    private final long stepMs;

    /** An axis from a moment on. */
    ClockAxis(long fromMs, long spanMs, double left, double right) {
        this.fromMs = fromMs;
        this.spanMs = Math.max(1, spanMs);
        this.left = left;
        this.right = right;
        stepMs = step(this.spanMs);
    }

    private static long step(long spanMs) {
        for (long step : STEPS) {
            if (spanMs / step < MARKS_MAX) {
                return step;
            }
        }
        long longest = STEPS[STEPS.length - 1];
        return longest * (spanMs / longest / MARKS_MAX + 1);
    }

    double x(long ms) {
        double share = (double) (ms - fromMs) / spanMs;
        return left + (right - left) * Math.max(0, Math.min(1, share));
    }

    /** The first moment that has a mark. */
    long first() {
        return Math.floorDiv(fromMs + stepMs - 1, stepMs) * stepMs;
    }

    long step() {
        return stepMs;
    }

    long end() {
        return fromMs + spanMs;
    }

    /** {@code 12:00}, or what the step between marks asks for. */
    String label(long ms) {
        boolean isMidnight = ms % DAY_MS == 0;
        String pattern =
                stepMs < SECOND_MS ? "HH:mm:ss.S" : stepMs < MINUTE_MS ? "HH:mm:ss" : "HH:mm";
        return text(ms, stepMs >= DAY_MS || (isMidnight && spanMs > DAY_MS) ? "d MMM" : pattern);
    }

    /** To the second, with the day. */
    static String moment(long ms) {
        return text(ms, "d MMM HH:mm:ss");
    }

    private static String text(long ms, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(ms));
    }
}
