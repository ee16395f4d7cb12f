package io.hayate.backtest.compare;

/** Why a fill has no like. */
public enum Mismatch {
    /** The backtest has no order of that time, pair, side and type. */
    NOT_SENT("not sent in the backtest"),
    /** It has one, over a second earlier or later. */
    AT_ANOTHER_TIME("sent at another time in the backtest"),
    /** It has one for another amount. */
    OF_ANOTHER_AMOUNT("sent for another amount in the backtest"),
    /** It has one that nothing was filled of. */
    NOT_FILLED("not filled in the backtest"),
    /** It has one that was filled at other prices alone. */
    AT_ANOTHER_PRICE("filled at another price in the backtest"),
    /** It has one that another amount was filled of at that price. */
    IN_PART("filled for another amount in the backtest"),
    /** The live run has no such order. */
    SENT_ALONE("sent in the backtest alone"),
    /** The live run has one, and no fill of it at that price. */
    FILLED_ALONE("filled in the backtest alone");

    private final String words;

    Mismatch(String words) {
        this.words = words;
    }

    /** As reports say it. */
    public String words() {
        return words;
    }
}
