package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;
import static org.agrona.BitUtil.SIZE_OF_SHORT;

import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One record of the journal: a flyweight over its header.
 *
 * <pre>
 *  0 length 4 | type 2 | version 2 |  8 number 8 | 16 time ns 8 | 24 clock ms 8
 * 32 connection 4 | instrument 4   | 40 client order id 8       | 48 order id 8 | 56 body
 * length - 4: CRC32C of all between the length and itself
 * </pre>
 *
 * <p>The byte order is the machine's. The length counts the whole record, is a multiple of 8, and is written last: 0 means
 * that there is none yet.
 */
public final class JournalRecord {
    /** Bytes before the body. */
    public static final int HEADER_BYTES = 56;

    /** The longest record: a message of 15 orders fits several times. */
    public static final int BYTES_MAX = 1 << 16;

    /** Version of the layouts of all records that this release writes. */
    public static final int VERSION = 1;

    /** In place of an instrument. */
    public static final int NO_INSTRUMENT = -1;

    static final int ALIGNMENT = SIZE_OF_LONG;
    static final int CRC_BYTES = SIZE_OF_INT;
    static final int BYTES_MIN = BitUtil.align(HEADER_BYTES + CRC_BYTES, ALIGNMENT);
    static final int LENGTH_OFFSET = 0;
    static final int TYPE_OFFSET = LENGTH_OFFSET + SIZE_OF_INT;
    static final int VERSION_OFFSET = TYPE_OFFSET + SIZE_OF_SHORT;
    static final int NUMBER_OFFSET = VERSION_OFFSET + SIZE_OF_SHORT;
    static final int TIME_NS_OFFSET = NUMBER_OFFSET + SIZE_OF_LONG;
    static final int CLOCK_MS_OFFSET = TIME_NS_OFFSET + SIZE_OF_LONG;
    static final int CONNECTION_OFFSET = CLOCK_MS_OFFSET + SIZE_OF_LONG;
    static final int INSTRUMENT_OFFSET = CONNECTION_OFFSET + SIZE_OF_INT;
    static final int CLIENT_ORDER_ID_OFFSET = INSTRUMENT_OFFSET + SIZE_OF_INT;
    static final int ORDER_ID_OFFSET = CLIENT_ORDER_ID_OFFSET + SIZE_OF_LONG;

    private final UnsafeBuffer bytes = new UnsafeBuffer(0, 0);

    /** Points this flyweight at a record that is whole; the bytes are not copied. */
    JournalRecord wrap(DirectBuffer buffer, int offset, int length) {
        bytes.wrap(buffer, offset, length);
        return this;
    }

    /** Bytes that a record with this body takes. */
    static int length(int bodyLength) {
        return BitUtil.align(HEADER_BYTES + bodyLength + CRC_BYTES, ALIGNMENT);
    }

    /** What it tells. */
    public RecordType type() {
        return RecordType.ofCode(bytes.getShort(TYPE_OFFSET));
    }

    /** Version of the layout of its body. */
    public int version() {
        return bytes.getShort(VERSION_OFFSET);
    }

    /** Its number: each is one more than that before, over all segments and runs. */
    public long number() {
        return bytes.getLong(NUMBER_OFFSET);
    }

    /** When it was written, in ns of {@link System#nanoTime()}: comparable within a run alone. */
    public long timeNs() {
        return bytes.getLong(TIME_NS_OFFSET);
    }

    /** When it was written, in ms since 1970 UTC. */
    public long clockMs() {
        return bytes.getLong(CLOCK_MS_OFFSET);
    }

    /** Number of the connection that it is about; 0 for none. */
    public int connection() {
        return bytes.getInt(CONNECTION_OFFSET);
    }

    /** Number of the instrument that it is about, as a NAME of its segment says; negative for none. */
    public int instrumentId() {
        return bytes.getInt(INSTRUMENT_OFFSET);
    }

    /** The number that we gave the order; 0 for none. */
    public long clientOrderId() {
        return bytes.getLong(CLIENT_ORDER_ID_OFFSET);
    }

    /** The number that the venue gave the order; 0 while it has none. */
    public long orderId() {
        return bytes.getLong(ORDER_ID_OFFSET);
    }

    /** Bytes of the body, with up to 7 that only fill it up. */
    public int bodyLength() {
        return bytes.capacity() - HEADER_BYTES - CRC_BYTES;
    }

    /** Bytes of the whole record. */
    public int length() {
        return bytes.capacity();
    }

    /** The whole record: the body begins at {@link #HEADER_BYTES}. */
    MutableDirectBuffer bytes() {
        return bytes;
    }

    /** Checks that the body holds at least so much. */
    void requireBody(long length) {
        if (length < 0 || length > bodyLength()) {
            throw new JournalException(
                    "record "
                            + number()
                            + ", "
                            + type()
                            + ", must hold "
                            + length
                            + " bytes: was "
                            + bodyLength());
        }
    }
}
