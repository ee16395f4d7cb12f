package io.hayate.model;

import java.util.Locale;

/** How many of a thing, in words: {@code 1 order}, {@code 2 orders}. */
public final class Counts {
    private Counts() {}

    /** A count with the plural of most words, an s behind the last letter. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** A count with a plural of its own, such as entries. */
    public static String of(long count, String one, String many) {
        return count + " " + word(count, one, many);
    }

    /** As {@link #of(long, String)}, with commas between the thousands. */
    public static String grouped(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s", count, word(count, one, one + "s"));
    }

    /** The word that stands behind the number. */
    public static String word(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
