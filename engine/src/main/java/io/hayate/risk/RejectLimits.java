package io.hayate.risk;

import io.hayate.model.Settings;

/**
 * How many rejections by the venue hold up new orders.
 *
 * @param most so many within the window; {@link #UNLIMITED} for any number
 * @param windowMs time in which they are counted
 * @param pauseMs time for which new orders are held up then
 */
public record RejectLimits(int most, int windowMs, int pauseMs) {
    /** In place of a count: none holds up anything. For venues on this machine alone. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What holds up new orders unless a setting says otherwise. */
    public static final RejectLimits DEFAULTS = new RejectLimits(10, 10_000, 30_000);

    /** Nothing does. */
    public static final RejectLimits NONE = new RejectLimits(UNLIMITED, 10_000, 30_000);

    private static final int COUNT_MAX = 1_000;
    private static final int TIME_MAX_MS = 3_600_000;

    public RejectLimits {
        if (most != UNLIMITED) {
            Settings.checkRange(most, 1, COUNT_MAX, "trading.rejects-max");
        }
        Settings.checkRangeMs(windowMs, 1, TIME_MAX_MS, "trading.rejects-window");
        Settings.checkRangeMs(pauseMs, 1, TIME_MAX_MS, "trading.rejects-pause");
    }
}
