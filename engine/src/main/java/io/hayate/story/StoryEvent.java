package io.hayate.story;

import io.hayate.journal.RecordType;
import java.util.Map;

/**
 * A record of the journal in words and numbers.
 *
 * @param number of the record
 * @param run when its run began, in ms since 1970: ns are comparable within one
 * @param timeMs when it was written, in ms since 1970
 * @param timeNs the same, in ns of its run
 * @param fields all that it says, by name: texts, whole numbers, flags, and lists of such
 */
record StoryEvent(
        long number,
        long run,
        long timeMs,
        long timeNs,
        RecordType type,
        Map<String, Object> fields) {
    /** A text of it; null where it says none. */
    String text(String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }

    /** A whole number of it; 0 where it says none. */
    long whole(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** A flag of it; false where it says none. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }
}
