package io.hayate.portfolio;

/** A funding offer as the venue told it last. What it has not told is NaN. */
public final class ToldOffer extends ToldRow {
    /** What is left of it, in its currency; below 0 for a bid to borrow. */
    public double amount() {
        return value(0);
    }

    /** What it began with, in its currency. */
    public double originalAmount() {
        return value(1);
    }

    /** Rate a day; 0.0002 is 0.02 %. */
    public double rate() {
        return value(2);
    }

    /** For how many days. */
    public double period() {
        return value(3);
    }

    /** Rate a day at which it stands, where that follows the market. */
    public double realRate() {
        return value(4);
    }

    /** The venue's word for its type, such as {@code LIMIT}. */
    public String type() {
        return word;
    }
}
