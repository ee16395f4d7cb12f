package io.hayate.venue.order;

import io.hayate.venue.wire.Fields;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;

/**
 * The time at which an order is canceled by itself, as clients write it in UTC: {@code 2020-01-15
 * 10:45:23}, with a T, a part of a second or a Z as well, or in milliseconds since 1970.
 */
public final class OrderExpiry {
    private static final int LENGTH_MAX = 40;
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("[ ]['T']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("['Z']")
                    .toFormatter();

    private OrderExpiry() {}

    /** Milliseconds since 1970; 0 for none; for what is no time, one that is over. */
    public static long read(Object tif, long nowMs) {
        if (tif == null) {
            return 0;
        }
        long ms = Fields.whole(tif);
        if (ms >= 0) {
            return ms;
        }
        if (!(tif instanceof String text) || text.length() > LENGTH_MAX) {
            return nowMs;
        }
        try {
            return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            return nowMs;
        }
    }
}
