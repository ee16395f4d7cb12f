package io.hayate.codec;

/**
 * What a number of the venue is at most. Behind the codec numbers are packed, shifted, added up and
 * written as dates: one out of bounds makes its frame malformed.
 */
final class Bounds {
    /** Highest number of a fill, which is kept with its instrument and side in 64 bits. */
    static final long FILL_ID_MAX = (1L << 50) - 1;

    /** Latest time in ms: the end of the year 9999. */
    static final long TIME_MS_MAX = 253_402_300_799_999L;

    /** Most days of a loan, which a raw book keeps in part of an int; the venue's have 120. */
    static final int PERIOD_MAX = 65_535;

    private Bounds() {}

    /** True for a time in ms since 1970. */
    static boolean isTimeMs(long value) {
        return 0 <= value && value <= TIME_MS_MAX;
    }
}
