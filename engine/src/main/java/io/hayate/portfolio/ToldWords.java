package io.hayate.portfolio;

/**
 * Texts of the venue, by number: symbols and types, each kept once. The strategy thread gives numbers, any
 * thread reads. Allocates when a text is met for the first time.
 */
final class ToldWords {
    static final int NONE = -1;

    private static final int COUNT_MAX = 512;

    private final String[] words = new String[COUNT_MAX];
    private volatile int count;

    /** The number of a text, given now if it is new; {@link #NONE} when there are too many. */
    int number(CharSequence text) {
        int known = count;
        for (int i = 0; i < known; i++) {
            if (words[i].contentEquals(text)) {
                return i;
            }
        }
        if (known == COUNT_MAX) {
            return NONE;
        }
        words[known] = text.toString();
        count = known + 1;
        return known;
    }

    /** The text of this number. */
    String word(long number) {
        return number >= 0 && number < count ? words[(int) number] : "";
    }
}
