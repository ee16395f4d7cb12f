package io.hayate.model;

/** How a book is told: levels of a price rounded to so many significant digits, or single orders. */
public enum BookPrecision {
    /** Five significant digits. */
    P0,
    /** Four. */
    P1,
    /** Three. */
    P2,
    /** Two. */
    P3,
    /** One. */
    P4,
    /** Single orders, at prices that are not rounded. */
    R0;

    /** True for single orders. */
    public boolean isRaw() {
        return this == R0;
    }

    /** The precision of this name, or null. */
    public static BookPrecision ofWire(String name) {
        for (BookPrecision precision : values()) {
            if (precision.name().equals(name)) {
                return precision;
            }
        }
        return null;
    }
}
