package io.hayate.event;

/**
 * The venue's checksum of a book, after all that was sent of it before: a flyweight over the body of
 * an {@link Event}.
 *
 * <pre>[CHAN,"cs",-1175357890]</pre>
 */
public final class BookChecksum extends MarketData {
    private static final int VALUE_OFFSET = 0;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public BookChecksum wrap(Event event) {
        point(event);
        return this;
    }

    /** The CRC-32, as a signed number. */
    public int value() {
        return getInt(VALUE_OFFSET);
    }

    /** Sets {@link #value()}. */
    public BookChecksum value(int crc) {
        putInt(VALUE_OFFSET, crc);
        return this;
    }
}
