package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.event.EventText;
import io.hayate.number.ExactSum;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The body of a record that has fields at fixed places, a strategy's number, what is said of that strategy
 * alone where there is one, and a currency's name at its end. One thread; allocates nothing where it is not
 * said.
 *
 * <pre>
 * 0 fields | name length 4 | strategy 4 | fields of the strategy, where its number is not 0 | name
 * </pre>
 */
final class NamedBody {
    private final int lengthOffset;
    private final int ownBytes;
    private MutableDirectBuffer buffer;
    private int offset;

    /**
     * Points nowhere.
     *
     * @param lengthOffset where the name's length stands
     * @param ownBytes of the fields of a strategy
     */
    NamedBody(int lengthOffset, int ownBytes) {
        this.lengthOffset = lengthOffset;
        this.ownBytes = ownBytes;
    }

    /** Points this at the body of a record of a strategy that is being written, and clears it; 0 for none. */
    void wrap(MutableDirectBuffer target, int bodyOffset, int strategy) {
        buffer = target;
        offset = bodyOffset;
        int fixed = ownOffset() + (strategy == 0 ? 0 : ownBytes);
        buffer.setMemory(offset, fixed, (byte) 0);
        putInt(lengthOffset + Integer.BYTES, strategy);
    }

    /**
     * Points this at a record that was read.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    void wrap(JournalRecord record) {
        record.requireBody(ownOffset());
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        int length = getInt(lengthOffset);
        boolean isText = length >= 0 && length <= EventText.LENGTH_MAX;
        record.requireBody(isText ? nameOffset() + (long) length : -1);
    }

    /** Takes a copy of what another points at, in memory of its own. Allocates. */
    void copyFrom(NamedBody read) {
        buffer = new UnsafeBuffer(new byte[read.length()]);
        buffer.putBytes(0, read.buffer, read.offset, read.length());
        offset = 0;
    }

    /** Bytes that are enough for any body, with the constructor's parameters. */
    static int lengthMax(int lengthOffset, int ownBytes) {
        return lengthOffset + 2 * Integer.BYTES + ownBytes + EventText.LENGTH_MAX;
    }

    /** Bytes of the whole body. */
    int length() {
        return nameOffset() + getInt(lengthOffset);
    }

    /** Where the fields of the strategy begin. */
    int ownOffset() {
        return lengthOffset + 2 * Integer.BYTES;
    }

    private int nameOffset() {
        return ownOffset() + (strategy() == 0 ? 0 : ownBytes);
    }

    int strategy() {
        return getInt(lengthOffset + Integer.BYTES);
    }

    /** Allocates. */
    String name() {
        return RecordText.get(buffer, offset + nameOffset(), getInt(lengthOffset));
    }

    void name(CharSequence text) {
        int room = EventText.LENGTH_MAX;
        putInt(lengthOffset, RecordText.put(buffer, offset + nameOffset(), text, room));
    }

    int getInt(int at) {
        return buffer.getInt(offset + at);
    }

    void putInt(int at, int value) {
        buffer.putInt(offset + at, value);
    }

    long getLong(int at) {
        return buffer.getLong(offset + at);
    }

    void putLong(int at, long value) {
        buffer.putLong(offset + at, value);
    }

    double getDouble(int at) {
        return buffer.getDouble(offset + at);
    }

    void putDouble(int at, double value) {
        buffer.putDouble(offset + at, value);
    }

    ExactSum getSum(int at, ExactSum into) {
        return into.set(getLong(at), getLong(at + SIZE_OF_LONG));
    }

    void putSum(int at, ExactSum sum) {
        putLong(at, sum.high());
        putLong(at + SIZE_OF_LONG, sum.low());
    }
}
