package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.ChannelRows;

/** Who wants to know what the texts tell of one symbol. Arguments are valid until the call returns. */
interface MirrorTarget {
    /** The decimals in which it wants prices. */
    int priceDecimals();

    /**
     * Rows of a book.
     *
     * @param shape of the channel that told them
     */
    void onBook(BookShape shape, ChannelRows rows, boolean isSnapshot);

    /** A book channel tells no more. */
    void onBookEnded(BookShape shape);

    /**
     * A trade that has just happened.
     *
     * @param timeMs when, by the clock of the exchange
     * @param units positive when the taker bought
     */
    void onPrint(long id, long timeMs, long units, long price);

    /** A trade of before, the oldest first. */
    void onPastPrint(long id, long timeMs, long units, long price);

    void onTicker(MirrorTicker ticker);

    /**
     * The account that was recorded has an order in the book that rows tell of.
     *
     * @param units what is left of it; 0 when it no longer rests
     */
    default void onOwnOrder(long id, Side side, long price, long units) {}

    /** From now on nothing is known of the market, or it is again. */
    void onStale(boolean isStale);

    /** The exchange is at work on itself, or was. */
    default void onMaintenance(boolean isOn) {
        onStale(isOn);
    }

    /** True when it goes by books alone that are proven: {@link #onBroken} must be told. */
    default boolean isStrict() {
        return false;
    }

    /** What this channel told may be wrong, until its next snapshot. */
    default void onBroken(BookShape shape) {}

    /** The channel was heard, though it told nothing. */
    default void onHeard(BookShape shape) {}
}
