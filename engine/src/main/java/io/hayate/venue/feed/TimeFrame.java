package io.hayate.venue.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An interval of candles and when it begins, in UTC: weeks on Mondays, months on their first day.
 *
 * @param lengthMs of an interval; of months 0
 */
record TimeFrame(long lengthMs) {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final long FIRST_MONDAY_MS = 4 * DAY_MS; // 5 January 1970

    /** The interval of the venue's word: {@code 1m}, {@code 3h}, {@code 1D}, {@code 1M}. */
    static TimeFrame of(String word) {
        int count = Integer.parseInt(word.substring(0, word.length() - 1));
        return new TimeFrame(
                count
                        * switch (word.charAt(word.length() - 1)) {
                            case 'm' -> MINUTE_MS;
                            case 'h' -> HOUR_MS;
                            case 'D' -> DAY_MS;
                            case 'W' -> WEEK_MS;
                            default -> 0; // M
                        });
    }

    /** When the interval of this time began. */
    long startOf(long timeMs) {
        if (lengthMs == 0) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
            return day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
        long anchorMs = lengthMs % WEEK_MS == 0 ? FIRST_MONDAY_MS : 0;
        return timeMs - Math.floorMod(timeMs - anchorMs, lengthMs);
    }

    /** When the interval before the one that starts here began. */
    long before(long startMs) {
        return startOf(startMs - 1);
    }
}
