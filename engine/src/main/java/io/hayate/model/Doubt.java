package io.hayate.model;

/** Why what is known of an order may be out of date. */
public enum Doubt {
    /** It is not. */
    NONE(0, ""),
    /** No word of it came in time. */
    ANSWER(1, "no answer came in time"),
    /** The connection was lost while something of it was under way. */
    CONNECTION(2, "the connection was lost with it under way"),
    /** A whole list of open orders leaves it out. */
    LIST(3, "the list of open orders leaves it out"),
    /** The venue did not find it while the account was in doubt. */
    NOT_FOUND(4, "the venue did not find it"),
    /** Something that the venue told of the account is missing. */
    GAP(5, "something told of the account is missing"),
    /** The process that sent it has ended before its end was told. */
    RESTART(6, "its process ended before it");

    private static final Doubt[] VALUES = values();

    private final int code;
    private final String words;

    Doubt(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Number that stands for it in a journal. */
    public int code() {
        return code;
    }

    /** For a person. */
    public String words() {
        return words;
    }

    /** The one with this code; NONE for no such code. */
    public static Doubt ofCode(int code) {
        return code > 0 && code < VALUES.length ? VALUES[code] : NONE;
    }
}
