package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.event.OrderIntent;
import org.agrona.MutableDirectBuffer;

/**
 * All that is known of one open order at this moment, so that no record of it before need be read: a flyweight
 * over the body of CHECKPOINT.
 *
 * <pre>
 * 0 status 4 | fields length 4 | 8 filled units 8 | told units 8 | told value 8 | sent ms 8 | largest fill 8
 * 48 fields: the order as an intent
 * </pre>
 */
public final class CheckpointRecord {
    private static final int STATUS_OFFSET = 0;
    private static final int FIELDS_LENGTH_OFFSET = STATUS_OFFSET + SIZE_OF_INT;
    private static final int FILLED_UNITS_OFFSET = FIELDS_LENGTH_OFFSET + SIZE_OF_INT;
    private static final int TOLD_UNITS_OFFSET = FILLED_UNITS_OFFSET + SIZE_OF_LONG;
    private static final int TOLD_VALUE_OFFSET = TOLD_UNITS_OFFSET + SIZE_OF_LONG;
    private static final int SENT_MS_OFFSET = TOLD_VALUE_OFFSET + SIZE_OF_DOUBLE;
    private static final int LARGEST_FILL_OFFSET = SENT_MS_OFFSET + SIZE_OF_LONG;
    private static final int FIXED_BYTES = LARGEST_FILL_OFFSET + SIZE_OF_LONG;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public CheckpointRecord wrap(MutableDirectBuffer target, int bodyOffset) {
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
    public CheckpointRecord wrap(JournalRecord record) {
        record.requireBody(length());
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        int fields = buffer.getInt(offset + FIELDS_LENGTH_OFFSET);
        if (fields < OrderIntent.SIZE) {
            throw new JournalException("record " + record.number() + " holds no order");
        }
        return this;
    }

    /** Bytes of the whole body. */
    public static int length() {
        return FIXED_BYTES + OrderIntent.SIZE;
    }

    /** Its status as it was known last: a code. */
    public int status() {
        return buffer.getInt(offset + STATUS_OFFSET);
    }

    /** Sets {@link #status()}. */
    public CheckpointRecord status(int code) {
        buffer.putInt(offset + STATUS_OFFSET, code);
        return this;
    }

    /** What of it was filled, in units of 1e-8. */
    public long filledUnits() {
        return buffer.getLong(offset + FILLED_UNITS_OFFSET);
    }

    /** Sets {@link #filledUnits()}. */
    public CheckpointRecord filledUnits(long units) {
        buffer.putLong(offset + FILLED_UNITS_OFFSET, units);
        return this;
    }

    /** What of that fills have told. */
    public long toldUnits() {
        return buffer.getLong(offset + TOLD_UNITS_OFFSET);
    }

    /** Sets {@link #toldUnits()}. */
    public CheckpointRecord toldUnits(long units) {
        buffer.putLong(offset + TOLD_UNITS_OFFSET, units);
        return this;
    }

    /** The sum of amount times price of those fills. */
    public double toldValue() {
        return buffer.getDouble(offset + TOLD_VALUE_OFFSET);
    }

    /** Sets {@link #toldValue()}. */
    public CheckpointRecord toldValue(double value) {
        buffer.putDouble(offset + TOLD_VALUE_OFFSET, value);
        return this;
    }

    /** When it was sent, in ms since 1970 UTC. */
    public long sentMs() {
        return buffer.getLong(offset + SENT_MS_OFFSET);
    }

    /** Sets {@link #sentMs()}. */
    public CheckpointRecord sentMs(long timeMs) {
        buffer.putLong(offset + SENT_MS_OFFSET, timeMs);
        return this;
    }

    /** The largest number of a fill that was told of its instrument; 0 for none. */
    public long largestFill() {
        return buffer.getLong(offset + LARGEST_FILL_OFFSET);
    }

    /** Sets {@link #largestFill()}. */
    public CheckpointRecord largestFill(long tradeId) {
        buffer.putLong(offset + LARGEST_FILL_OFFSET, tradeId);
        return this;
    }

    /** Copies the order's fields. */
    public CheckpointRecord fields(OrderIntent order) {
        buffer.putInt(offset + FIELDS_LENGTH_OFFSET, OrderIntent.SIZE);
        buffer.putBytes(offset + FIXED_BYTES, order.buffer(), order.offset(), OrderIntent.SIZE);
        return this;
    }

    /** Points a flyweight at the order's fields. */
    public OrderIntent fieldsOf(OrderIntent flyweight) {
        return flyweight.wrap(buffer, offset + FIXED_BYTES);
    }
}
