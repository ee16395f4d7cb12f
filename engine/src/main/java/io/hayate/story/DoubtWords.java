package io.hayate.story;

/** Why an order is in doubt, by the code of its record, in words for a person. */
public final class DoubtWords {
    private static final String[] WORDS = {
        "",
        "the venue did not answer in time",
        "the connection was lost with it under way",
        "a list of open orders did not hold it, though it was not known to have ended",
        "the venue did not know the order that was to change or to end"
    };

    private DoubtWords() {}

    /** The words of a code; those of its number where it has none. */
    public static String of(int code) {
        boolean isKnown = code >= 0 && code < WORDS.length;
        return isKnown ? WORDS[code] : "code " + code;
    }
}
