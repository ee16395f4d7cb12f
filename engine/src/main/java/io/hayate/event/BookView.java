package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.Side;

/**
 * The top of a book as it stood at one moment, or a part of it, for people: a flyweight over the body of an {@link
 * Event}, whose header names the channel and its instrument, and whose health is the session's word and
 * that of the book's keeper together.
 *
 * <pre>
 * (bid price 8 | amount 8) x 12 | (ask price 8 | amount 8) x 12
 * all bids 8 | all asks 8 | last change 8 | shown 4 + 4 | in the book 4 + 4 | crossed 4 | from 4
 * </pre>
 *
 * <p>The strategy thread fills it for the console; the view reads its copy. Allocates nothing.
 */
public final class BookView extends MarketData {
    /** Levels of a side that there is room for; the view of more comes in several events. */
    public static final int LEVELS_MAX = 12;

    /** Levels of a side that all events of one view tell at most. */
    public static final int LEVELS_TOLD_MAX = 8 * LEVELS_MAX;

    private static final int SIDES = 2;
    private static final int LEVEL_BYTES = 2 * SIZE_OF_DOUBLE;
    private static final int SIDE_BYTES = LEVELS_MAX * LEVEL_BYTES;
    private static final int TOTAL_OFFSET = SIDES * SIDE_BYTES;
    private static final int CHANGE_TIME_OFFSET = TOTAL_OFFSET + SIDES * SIZE_OF_DOUBLE;
    private static final int SHOWN_OFFSET = CHANGE_TIME_OFFSET + SIZE_OF_LONG;
    private static final int LEVELS_OFFSET = SHOWN_OFFSET + SIDES * SIZE_OF_INT;
    private static final int CROSSED_OFFSET = LEVELS_OFFSET + SIDES * SIZE_OF_INT;

    private static final int FROM_OFFSET = CROSSED_OFFSET + SIZE_OF_INT;

    /** Bytes of the body that a view takes. */
    public static final int SIZE = FROM_OFFSET + SIZE_OF_INT;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public BookView wrap(Event event) {
        point(event);
        return this;
    }

    /** Makes it the view of a book without levels. */
    public BookView clear() {
        clear(Side.BUY);
        clear(Side.SELL);
        return changeTimeNs(0).isCrossed(false).from(0);
    }

    private void clear(Side side) {
        putInt(SHOWN_OFFSET + at(side, SIZE_OF_INT), 0);
        levels(side, 0).total(side, 0);
    }

    private static int at(Side side, int stride) {
        return side == Side.BUY ? 0 : stride;
    }

    private static int levelOffset(Side side, int level) {
        return at(side, SIDE_BYTES) + level * LEVEL_BYTES;
    }

    /** Levels of this side that are told here, BUY for bids; at most {@link #LEVELS_MAX}. */
    public int shown(Side side) {
        return getInt(SHOWN_OFFSET + at(side, SIZE_OF_INT));
    }

    /** Price of a level, 0 for the best, in the quote currency. */
    public double price(Side side, int level) {
        return getDouble(levelOffset(side, level));
    }

    /** Amount of a level, 0 for the best; in the base currency, positive. */
    public double amount(Side side, int level) {
        return getDouble(levelOffset(side, level) + SIZE_OF_DOUBLE);
    }

    /** Adds the next level of a side; what there is no room for is left out. */
    public BookView add(Side side, double price, double amount) {
        int level = shown(side);
        if (level < LEVELS_MAX) {
            putDouble(levelOffset(side, level), price);
            putDouble(levelOffset(side, level) + SIZE_OF_DOUBLE, amount);
            putInt(SHOWN_OFFSET + at(side, SIZE_OF_INT), level + 1);
        }
        return this;
    }

    /** Levels of this side that the book holds. */
    public int levels(Side side) {
        return getInt(LEVELS_OFFSET + at(side, SIZE_OF_INT));
    }

    /** Sets how many levels of this side the book holds. */
    public BookView levels(Side side, int count) {
        putInt(LEVELS_OFFSET + at(side, SIZE_OF_INT), count);
        return this;
    }

    /** Amount of all levels of this side that the book holds, in the base currency. */
    public double total(Side side) {
        return getDouble(TOTAL_OFFSET + at(side, SIZE_OF_DOUBLE));
    }

    /** Sets the amount of all levels of this side, in the base currency. */
    public BookView total(Side side, double amount) {
        putDouble(TOTAL_OFFSET + at(side, SIZE_OF_DOUBLE), amount);
        return this;
    }

    /** When the last change of the book was read, in ns of {@link System#nanoTime()}; 0 for never. */
    public long changeTimeNs() {
        return getLong(CHANGE_TIME_OFFSET);
    }

    /** Sets {@link #changeTimeNs()}. */
    public BookView changeTimeNs(long timeNs) {
        putLong(CHANGE_TIME_OFFSET, timeNs);
        return this;
    }

    /** True when the best bid is not below the best ask. */
    public boolean isCrossed() {
        return getInt(CROSSED_OFFSET) != 0;
    }

    /** Sets {@link #isCrossed()}. */
    public BookView isCrossed(boolean crossed) {
        putInt(CROSSED_OFFSET, crossed ? 1 : 0);
        return this;
    }

    /** The level that is the first one here, of both sides: 0 in the first part of a view. */
    public int from() {
        return getInt(FROM_OFFSET);
    }

    /** Sets {@link #from()}. */
    public BookView from(int level) {
        putInt(FROM_OFFSET, level);
        return this;
    }
}
