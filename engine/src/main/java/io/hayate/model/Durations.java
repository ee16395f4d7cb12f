package io.hayate.model;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 1.5m}, {@code 2 hours}. */
public final class Durations {
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final BigDecimal MS_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*([a-z]+)");

    /** What {@link #parseMs} answers for a text that is no duration. */
    public static final long NONE = -1;

    private Durations() {}

    /**
     * Milliseconds of {@code text}, or {@link #NONE}. A unit must stand behind the number: ms, s, m,
     * h or d, or the word for it. Parts of a millisecond are refused.
     */
    public static long parseMs(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        long unitMs = written.matches() ? unitMs(written.group(2)) : NONE;
        if (unitMs == NONE) {
            return NONE;
        }
        BigDecimal ms = new BigDecimal(written.group(1)).multiply(BigDecimal.valueOf(unitMs));
        boolean isWhole = ms.stripTrailingZeros().scale() <= 0;
        return isWhole && ms.compareTo(MS_MAX) <= 0 ? ms.longValueExact() : NONE;
    }

    private static long unitMs(String unit) {
        return switch (unit) {
            case "ms", "millis", "millisecond", "milliseconds" -> 1;
            case "s", "second", "seconds" -> SECOND_MS;
            case "m", "minute", "minutes" -> MINUTE_MS;
            case "h", "hour", "hours" -> HOUR_MS;
            case "d", "day", "days" -> DAY_MS;
            default -> NONE;
        };
    }

    /** The shortest exact text in one unit: {@code 20s} for 20000, {@code 1500ms} for 1500. */
    public static String text(long ms) {
        if (ms != 0 && ms % DAY_MS == 0) {
            return ms / DAY_MS + "d";
        }
        if (ms != 0 && ms % HOUR_MS == 0) {
            return ms / HOUR_MS + "h";
        }
        if (ms != 0 && ms % MINUTE_MS == 0) {
            return ms / MINUTE_MS + "m";
        }
        return ms % SECOND_MS == 0 ? ms / SECOND_MS + "s" : ms + "ms";
    }
}
