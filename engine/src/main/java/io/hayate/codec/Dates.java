package io.hayate.codec;

/** Writes a day as {@code 2026-11-23}, and a time as {@code 2026-11-23 10:45:23}. Allocates nothing. */
final class Dates {
    private static final int DAYS_PER_ERA = 146_097; // the calendar repeats after 400 years
    private static final int DAYS_TO_1970 = 719_468; // from the first of March of the year 0

    private static final long MS_PER_DAY = 86_400_000L;
    private static final int MS_PER_SECOND = 1_000;
    private static final int SECONDS_PER_HOUR = 3_600;

    private Dates() {}

    /**
     * Writes the time in UTC as ASCII, to the second, and returns the number of bytes, 19.
     *
     * @param timeMs since 1970, in the years 0 to 9999
     */
    static int writeTime(long timeMs, byte[] text, int offset) {
        int at = offset + write(Math.floorDiv(timeMs, MS_PER_DAY), text, offset);
        int second = (int) (Math.floorMod(timeMs, MS_PER_DAY) / MS_PER_SECOND);
        text[at] = ' ';
        writeDigits(second / SECONDS_PER_HOUR, 2, text, at + 1);
        text[at + 3] = ':';
        writeDigits(second / 60 % 60, 2, text, at + 4);
        text[at + 6] = ':';
        writeDigits(second % 60, 2, text, at + 7);
        return at + 9 - offset;
    }

    /**
     * Writes the day as ASCII and returns the number of bytes, 10.
     *
     * @param epochDay days since 1970-01-01, in the years 0 to 9999
     */
    static int write(long epochDay, byte[] text, int offset) {
        int day = (int) (epochDay + DAYS_TO_1970);
        int era = Math.floorDiv(day, DAYS_PER_ERA);
        int dayOfEra = day - era * DAYS_PER_ERA;
        int yearOfEra =
                (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        writeDigits(year, 4, text, offset);
        text[offset + 4] = '-';
        writeDigits(month, 2, text, offset + 5);
        text[offset + 7] = '-';
        writeDigits(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2, text, offset + 8);
        return 10;
    }

    private static void writeDigits(int value, int digits, byte[] text, int offset) {
        int rest = value;
        for (int i = offset + digits - 1; i >= offset; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
