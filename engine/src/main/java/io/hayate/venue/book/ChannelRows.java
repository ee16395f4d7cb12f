package io.hayate.venue.book;

import io.hayate.model.ChannelSpec;
import java.util.Arrays;

/**
 * The rows of one text of a book channel of another exchange, read whole before any counts, and their
 * text. An amount's sign is its side: a bid is positive. A row that removes has count 0, and its sign, too.
 */
public final class ChannelRows {
    private static final int ROOM_AT_FIRST = 512;
    private static final int ROWS_MAX = 16_384;

    private long[] ids = new long[ROOM_AT_FIRST];
    private long[] prices = new long[ROOM_AT_FIRST];
    private int[] counts = new int[ROOM_AT_FIRST];
    private long[] units = new long[ROOM_AT_FIRST];
    private int size;
    private ChannelSpec spec;
    private boolean isExact;
    private boolean isList;
    private byte[] bytes;
    private int offset;
    private int length;

    /** Begins a text of this channel, which is null where it is none that could be subscribed here. */
    public void begin(ChannelSpec channel) {
        spec = channel;
        size = 0;
        isExact = true;
    }

    /** Adds a row; false when there are too many. */
    public boolean add(long id, long price, int count, long amount) {
        if (size == ids.length) {
            if (size == ROWS_MAX) {
                return false;
            }
            ids = Arrays.copyOf(ids, 2 * size);
            prices = Arrays.copyOf(prices, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            units = Arrays.copyOf(units, 2 * size);
        }
        ids[size] = id;
        prices[size] = price;
        counts[size] = count;
        units[size++] = amount;
        return true;
    }

    /** A row says more than its numbers here do: the text has more decimals, or was not taken. */
    public void inexact() {
        isExact = false;
    }

    /**
     * Ends it with its text, which is not copied.
     *
     * @param isMany a list of rows, not one by itself
     */
    public void end(boolean isMany, byte[] text, int from, int to) {
        isList = isMany;
        bytes = text;
        offset = from;
        length = to - from;
    }

    /** True when it is of this channel, and its rows say all that its text does. */
    public boolean isExactOf(ChannelSpec channel) {
        return isExact && channel.equals(spec);
    }

    /** True for a list of rows, false for one row by itself. */
    public boolean isList() {
        return isList;
    }

    /** Where the text of the rows lies, from {@link #offset}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where it begins. */
    public int offset() {
        return offset;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The order's id; 0 of a level. */
    public long id(int at) {
        return ids[at];
    }

    /** In the decimals that were asked for; 0 of an order that is removed. */
    public long price(int at) {
        return prices[at];
    }

    /** How many orders make up the level; 0 removes. */
    public int count(int at) {
        return counts[at];
    }

    /** In units of 1e-8; positive for a bid. */
    public long units(int at) {
        return units[at];
    }

    /** True for a row that removes. */
    public boolean isRemoved(int at) {
        return counts[at] == 0 || units[at] == 0;
    }
}
