package io.hayate.recording.tool;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of recordings as a person reads and types them, in UTC. */
final class RecordedTime {
    private static final long SECOND_US = 1_000_000;
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 60 * MINUTE_S;
    private static final long DAY_S = 24 * HOUR_S;
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private RecordedTime() {}

    static String text(long us) {
        return SHOWN.format(instant(us));
    }

    static Instant instant(long us) {
        return Instant.ofEpochSecond(
                Math.floorDiv(us, SECOND_US), Math.floorMod(us, SECOND_US) * 1_000);
    }

    /** {@code 1d 2h 3m 4s}, the first of them that is not 0 and the one behind it. */
    static String span(long us) {
        long seconds = us / SECOND_US;
        if (seconds < MINUTE_S) {
            return String.format(Locale.ROOT, "%.3fs", us / 1e6);
        } else if (seconds < HOUR_S) {
            return seconds / MINUTE_S + "m " + seconds % MINUTE_S + "s";
        } else if (seconds < DAY_S) {
            return seconds / HOUR_S + "h " + seconds % HOUR_S / MINUTE_S + "m";
        }
        return seconds / DAY_S + "d " + seconds % DAY_S / HOUR_S + "h";
    }

    /**
     * A time that was typed: {@code 2026-03-01T09:00:00.5Z}, {@code 2026-03-01}, or {@code 09:00} of the
     * day on which a recording begins, or of the next where that is over an hour before it.
     *
     * @param beginUs when it begins
     * @return microseconds since 1970 UTC
     * @throws DateTimeException when it is none of these
     */
    static long parse(String text, long beginUs) {
        if (text.indexOf('-') < 0) {
            LocalDate day = instant(beginUs).atOffset(ZoneOffset.UTC).toLocalDate();
            long us = us(day.atTime(LocalTime.parse(text)).toInstant(ZoneOffset.UTC));
            return us < beginUs - HOUR_S * SECOND_US ? us + DAY_S * SECOND_US : us;
        } else if (text.indexOf('T') < 0) {
            return us(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        return us(Instant.parse(text));
    }

    private static long us(Instant instant) {
        return instant.getEpochSecond() * SECOND_US + instant.getNano() / 1_000;
    }
}
