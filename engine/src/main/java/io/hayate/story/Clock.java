package io.hayate.story;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments of the wall clock as text, in UTC. */
final class Clock {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private Clock() {}

    static String day(long ms) {
        return DAY.format(Instant.ofEpochMilli(ms));
    }

    static String time(long ms) {
        return TIME.format(Instant.ofEpochMilli(ms));
    }

    static String text(long ms) {
        return day(ms) + " " + time(ms) + " UTC";
    }

    /** For programs. */
    static String iso(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
