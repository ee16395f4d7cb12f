package io.hayate.venue.rest;

import io.hayate.venue.wire.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which part of a history is asked for: {@code limit}, {@code start}, {@code end}, {@code sort}.
 *
 * @param limit rows at most
 * @param startMs from this time on
 * @param endMs up to this time
 * @param oldestFirst from the start on; else from the end back
 */
record RestPage(int limit, long startMs, long endMs, boolean oldestFirst) {
    /**
     * The part that these fields ask for; null when one of them is wrong.
     *
     * @param usual rows where no limit is given
     * @param most the largest limit
     */
    static RestPage of(Fields fields, int usual, int most) {
        return wrong(fields, most) == null
                ? new RestPage(
                        fields.has("limit") ? (int) fields.whole("limit") : usual,
                        fields.has("start") ? fields.whole("start") : 0,
                        fields.has("end") ? fields.whole("end") : Long.MAX_VALUE,
                        fields.has("sort") && fields.whole("sort") == 1)
                : null;
    }

    /** The name of the field that is wrong, or null. */
    static String wrong(Fields fields, int most) {
        if (fields.has("limit") && !isFrom1(fields.whole("limit"), most)) {
            return "limit";
        } else if (fields.has("start") && fields.whole("start") < 0) {
            return "start";
        } else if (fields.has("end") && fields.whole("end") < 0) {
            return "end";
        }
        return fields.has("sort") && fields.decimal("sort") == null ? "sort" : null;
    }

    private static boolean isFrom1(long value, int most) {
        return value >= 1 && value <= most;
    }

    /**
     * The rows of that part, in its order.
     *
     * @param rows the oldest first
     */
    <T> List<T> of(List<T> rows, ToLongFunction<T> timeMs) {
        List<T> ordered = new ArrayList<>(rows);
        if (!oldestFirst) {
            Collections.reverse(ordered);
        }
        return ordered.stream()
                .filter(row -> timeMs.applyAsLong(row) >= startMs)
                .filter(row -> timeMs.applyAsLong(row) <= endMs)
                .limit(limit)
                .toList();
    }
}
