package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * How the simulated venue's books are told.
 *
 * @param intervalMs between two bursts of a book, or a small multiple of it; 0 tells nothing but on
 *     demand
 * @param checksumIntervalMs between two checksums of a book at least
 * @param changesPerSecond what makers do in a book that is watched, beside following the price
 */
public record BookConfig(int intervalMs, int checksumIntervalMs, int changesPerSecond) {
    /** As the real venue has it on a lively market. */
    public static final BookConfig DEFAULTS = new BookConfig(100, 2_500, 100);

    private static final int CHANGES_MAX = 100_000;
    private static final int TICK_MS_ON_DEMAND = 100;

    public BookConfig {
        requireRange(intervalMs, 60_000, "book-interval");
        requireRange(checksumIntervalMs, 3_600_000, "checksum-interval");
        requireRange(changesPerSecond, CHANGES_MAX, "book-changes-per-second");
    }

    /** The time of the market that a tick stands for. */
    public int tickMs() {
        return intervalMs == 0 ? TICK_MS_ON_DEMAND : intervalMs;
    }

    private static void requireRange(int value, int max, String key) {
        if (value < 0 || value > max) {
            throw new ConfigException(
                    "embedded." + key + " must be from 0 to " + max + ": was " + value);
        }
    }
}
