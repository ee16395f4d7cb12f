package io.hayate.venue.mirror;

/**
 * A book channel, and what it shows.
 *
 * @param number of the channel, from 1; no two have the same
 * @param raw single orders, not levels
 * @param precision from 0, the finest, to 4; 0 of a raw one
 * @param length levels, or orders, a side
 */
record BookShape(long number, boolean raw, int precision, int length) {
    /** The best bid and ask alone, as a ticker tells them. */
    static final BookShape TOUCH = new BookShape(0, false, 5, 1);

    /** True when this one tells more: orders before levels, finer before coarser, longer before shorter. */
    boolean isBetterThan(BookShape other) {
        if (raw != other.raw) {
            return raw;
        }
        return precision == other.precision ? length > other.length : precision < other.precision;
    }

    /** True when both show the same of a book. */
    boolean isLike(BookShape other) {
        return raw == other.raw && precision == other.precision && length == other.length;
    }
}
