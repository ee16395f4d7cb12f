package io.hayate.model;

/** What an order may ask for beside its type. On the wire, and here, flags go as one sum. */
public enum OrderFlag {
    /** No channel shows it. */
    HIDDEN(64, "hidden"),
    /** Closes a position; margin alone. */
    CLOSE(512, "close"),
    /** Makes a position smaller or does nothing; margin alone. */
    REDUCE_ONLY(1_024, "reduce-only"),
    /** Canceled when it would take. */
    POST_ONLY(4_096, "post-only"),
    /** A limit with a stop beside it: what ends one ends the other. */
    OCO(16_384, "oco"),
    /** Takes no funding at variable rates; margin alone. */
    NO_VARIABLE_RATES(524_288, "no-var-rates");

    private static final OrderFlag[] VALUES = values();
    private static final String[] TEXTS = new String[1 << VALUES.length];

    static {
        for (int set = 0; set < TEXTS.length; set++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < VALUES.length; i++) {
                if ((set & 1 << i) != 0) {
                    text.append(text.isEmpty() ? "" : " ").append(VALUES[i].word);
                }
            }
            TEXTS[set] = text.toString();
        }
    }

    private final int bit;
    private final String word;

    OrderFlag(int bit, String word) {
        this.bit = bit;
        this.word = word;
    }

    /** Its share of the sum. */
    public int bit() {
        return bit;
    }

    /** How a person writes it: {@code post-only}. */
    public String word() {
        return word;
    }

    /** True when the sum holds it. */
    public boolean isIn(int sum) {
        return (sum & bit) != 0;
    }

    /** The words of a sum, apart by spaces; empty for none. Allocates nothing. */
    public static String text(int sum) {
        int set = 0;
        for (int i = 0; i < VALUES.length; i++) {
            set |= VALUES[i].isIn(sum) ? 1 << i : 0;
        }
        return TEXTS[set];
    }
}
