package io.hayate.model;

import java.util.Locale;

/** The rules of settings, checked by the records that hold them. */
public final class Settings {
    private Settings() {}

    /**
     * Does nothing when the rule holds.
     *
     * @param key the setting as it is written in a configuration file: {@code loop.ring-size}
     * @param rule what the value must be: {@code must be a power of two}
     * @param was the value as a person writes it
     * @throws ConfigException when it does not hold: {@code key rule: was value}
     */
    public static void check(boolean holds, String key, String rule, Object was) {
        if (!holds) {
            throw new ConfigException(key + " " + rule + ": was " + was);
        }
    }

    /** Checks that a number lies in a range, both ends included. */
    public static void checkRange(long value, long min, long max, String key) {
        boolean holds = min <= value && value <= max;
        String rule = max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
        check(holds, key, "must be " + rule, value);
    }

    /** Checks that a time in ms lies in a range, both ends included. */
    public static void checkRangeMs(long ms, long minMs, long maxMs, String key) {
        boolean holds = minMs <= ms && ms <= maxMs;
        String rule = "must be " + Durations.text(minMs) + " to " + Durations.text(maxMs);
        check(holds, key, rule, Durations.text(ms));
    }

    /** A choice as it is written in a configuration file: {@code one-thread}. */
    public static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
