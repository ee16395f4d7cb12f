package io.hayate.recording.export;

/**
 * What a channel of a book tells.
 *
 * @param precision {@code P0} to {@code P4}, or {@code R0}
 * @param length how many levels or orders a side
 */
record BookKind(String precision, long length) implements Comparable<BookKind> {
    static BookKind of(PublicFrame subscribed) {
        String precision = subscribed.field("prec");
        return new BookKind(precision.isEmpty() ? "P0" : precision, subscribed.number("len"));
    }

    boolean isRaw() {
        return precision.startsWith("R");
    }

    /** The one that is exported comes first: the finest levels, the longest; orders last. */
    @Override
    public int compareTo(BookKind other) {
        int byPrecision = precision.compareTo(other.precision);
        return byPrecision != 0 ? byPrecision : Long.compare(other.length, length);
    }
}
