package io.hayate.portfolio;

/** A row as the venue told it last, copied from {@link ToldRows}. One thread. */
public class ToldRow {
    /** How many values a row has. */
    static final int VALUES = 9;

    final double[] values = new double[VALUES];
    String symbol = "";
    String word = "";
    long id;

    ToldRow() {}

    /** The venue's symbol of what it is about, such as {@code tBTCUSD} or {@code fUSD}. */
    public final String symbol() {
        return symbol;
    }

    /** The venue's number of it; 0 where it tells none. */
    public final long id() {
        return id;
    }

    final double value(int index) {
        return values[index];
    }
}
