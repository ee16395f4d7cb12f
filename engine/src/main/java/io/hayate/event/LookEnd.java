package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * All that the venue answered to one look into an account's history has come: a flyweight over the body of
 * an {@link Event}, whose header names the instrument, and has the number of the look in place of the
 * venue's.
 */
public final class LookEnd {
    private static final int NEWEST_MS_OFFSET = 0;
    private static final int ROWS_OFFSET = NEWEST_MS_OFFSET + SIZE_OF_LONG;
    private static final int IS_WHOLE_OFFSET = ROWS_OFFSET + SIZE_OF_INT;
    private static final int TEXT_OFFSET = IS_WHOLE_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public LookEnd wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** When the latest that was found happened, in ms by the venue's clock; 0 for nothing. */
    public long newestMs() {
        return buffer.getLong(offset + NEWEST_MS_OFFSET);
    }

    /** Sets {@link #newestMs()}. */
    public LookEnd newestMs(long timeMs) {
        buffer.putLong(offset + NEWEST_MS_OFFSET, timeMs);
        return this;
    }

    /** Rows that were found, ours or not. */
    public int rows() {
        return buffer.getInt(offset + ROWS_OFFSET);
    }

    /** Sets {@link #rows()}. */
    public LookEnd rows(int count) {
        buffer.putInt(offset + ROWS_OFFSET, count);
        return this;
    }

    /** True when all that there is of the range was read, and understood. */
    public boolean isWhole() {
        return buffer.getInt(offset + IS_WHOLE_OFFSET) != 0;
    }

    /** Sets {@link #isWhole()}. */
    public LookEnd isWhole(boolean whole) {
        buffer.putInt(offset + IS_WHOLE_OFFSET, whole ? 1 : 0);
        return this;
    }

    /** Why not, in words for a person; empty where it is whole. Allocates. */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET);
    }

    /** Sets {@link #text()}. */
    public LookEnd text(CharSequence text) {
        EventText.put(buffer, offset + TEXT_OFFSET, text);
        return this;
    }
}
