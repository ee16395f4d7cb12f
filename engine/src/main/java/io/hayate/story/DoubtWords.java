package io.hayate.story;

/** Why an order is in doubt, by the code of its record, in words for a person. */
public final class DoubtWords {
    private static final String[] WORDS = {
        "",
        "the venue did not answer in time",
        "the connection was lost with it under way",
        "a list of open orders did not hold it, though it was not known to have ended",
        "the venue did not know the order that was to change or to end",
        "something that the venue told of the account was missing",
        "the process that sent it had ended before its end was told"
    };
    private static final String[] EVIDENCE = {
        "",
        " by what the venue told on its connection",
        " by the venue's history",
        ", as neither the venue's list nor its history knows the order",
        " by a person's word"
    };

    private DoubtWords() {}

    /** What has ended a doubt, by the code of its record. */
    static String evidence(int code) {
        return code >= 0 && code < EVIDENCE.length ? EVIDENCE[code] : "";
    }

    /** The words of a code; those of its number where it has none. */
    public static String of(int code) {
        boolean isKnown = code >= 0 && code < WORDS.length;
        return isKnown ? WORDS[code] : "code " + code;
    }
}
