package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * What became of a message of ours on this machine: a flyweight over the body of SENT and NOT_SENT.
 *
 * <pre>
 * 0 request number 8 | 8 sending time ns 8 | 16 written time ns 8 | 24 reason 4 | _ 4
 * </pre>
 */
public final class DeliveryRecord {
    private static final int REQUEST_OFFSET = 0;
    private static final int SENDING_TIME_NS_OFFSET = REQUEST_OFFSET + SIZE_OF_LONG;
    private static final int WRITTEN_TIME_NS_OFFSET = SENDING_TIME_NS_OFFSET + SIZE_OF_LONG;
    private static final int REASON_OFFSET = WRITTEN_TIME_NS_OFFSET + SIZE_OF_LONG;
    private static final int FILLER_OFFSET = REASON_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = FILLER_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Why: there was no room in the socket or its queue. */
    public static final int NO_ROOM = 1;

    /** Why: its connection was gone. */
    public static final int CONNECTION_GONE = 2;

    /** Why: the disk did not have it in time, which journal.flush asks for. */
    public static final int NOT_ON_DISK = 3;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public DeliveryRecord wrap(MutableDirectBuffer target, int bodyOffset) {
        buffer = target;
        offset = bodyOffset;
        buffer.setMemory(offset, FIXED_BYTES, (byte) 0);
        return this;
    }

    /**
     * Points this flyweight at a record that was read; valid until the next one is.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    public DeliveryRecord wrap(JournalRecord record) {
        record.requireBody(FIXED_BYTES);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        return this;
    }

    /** Bytes of the body. */
    public static int length() {
        return FIXED_BYTES;
    }

    /** Number of the record of the request; 0 where only the order is known. */
    public long request() {
        return buffer.getLong(offset + REQUEST_OFFSET);
    }

    /** Sets {@link #request()}. */
    public DeliveryRecord request(long value) {
        buffer.putLong(offset + REQUEST_OFFSET, value);
        return this;
    }

    /** When its text was ready, in ns of {@link System#nanoTime()}; 0 for NOT_SENT. */
    public long sendingTimeNs() {
        return buffer.getLong(offset + SENDING_TIME_NS_OFFSET);
    }

    /** Sets {@link #sendingTimeNs()}. */
    public DeliveryRecord sendingTimeNs(long value) {
        buffer.putLong(offset + SENDING_TIME_NS_OFFSET, value);
        return this;
    }

    /** When the socket or its queue had taken it, in the same ns; 0 for NOT_SENT. */
    public long writtenTimeNs() {
        return buffer.getLong(offset + WRITTEN_TIME_NS_OFFSET);
    }

    /** Sets {@link #writtenTimeNs()}. */
    public DeliveryRecord writtenTimeNs(long value) {
        buffer.putLong(offset + WRITTEN_TIME_NS_OFFSET, value);
        return this;
    }

    /** Why it did not leave: 0 for SENT, else one of these constants. */
    public int reason() {
        return buffer.getInt(offset + REASON_OFFSET);
    }

    /** Sets {@link #reason()}. */
    public DeliveryRecord reason(int value) {
        buffer.putInt(offset + REASON_OFFSET, value);
        return this;
    }
}
