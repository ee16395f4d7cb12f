package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * When the simulated venue's time runs faster, for tests under load: steps of the price, bursts of
 * books and what makers do.
 *
 * @param factor how many times as fast; 1 never is
 * @param durationMs how long each time
 * @param intervalMs from the end of one to the end of the next; the first ends after as much
 */
public record BurstConfig(int factor, int durationMs, int intervalMs) {
    /** Never. */
    public static final BurstConfig DEFAULTS = new BurstConfig(1, 2_000, 30_000);

    private static final int FACTOR_MAX = 100;
    private static final int HOUR_MS = 3_600_000;
    private static final long NANOS_PER_MS = 1_000_000;

    public BurstConfig {
        require(factor >= 1 && factor <= FACTOR_MAX, "factor", "be from 1 to 100", factor);
        boolean whole = intervalMs >= 1 && intervalMs <= HOUR_MS;
        require(whole, "interval", "be from 1 ms to 1 h", intervalMs);
        boolean within = durationMs >= 0 && durationMs <= intervalMs;
        require(within, "duration", "be from 0 to burst-interval", durationMs);
    }

    /** How many times as fast time runs, so long after the venue began to tick. */
    public int factorAt(long sinceStartNs) {
        long intervalNs = intervalMs * NANOS_PER_MS;
        boolean last = sinceStartNs % intervalNs >= intervalNs - durationMs * NANOS_PER_MS;
        return last ? factor : 1;
    }

    private static void require(boolean valid, String key, String rule, int value) {
        if (!valid) {
            throw new ConfigException("embedded.burst-" + key + " must " + rule + ": was " + value);
        }
    }
}
