package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.event.OrderIntent;
import org.agrona.MutableDirectBuffer;

/**
 * Orders that were refused here: a flyweight over the body of REFUSED. The first of a kind is written at
 * once, those that follow within a second as one with their count.
 *
 * <pre>
 * 0 count 8 | origin 4 | has intent 4 | verdict length 4 | strategy 4 | 24 intent | verdict
 * </pre>
 */
public final class RefusalRecord {
    private static final int COUNT_OFFSET = 0;
    private static final int ORIGIN_OFFSET = COUNT_OFFSET + SIZE_OF_LONG;
    private static final int HAS_INTENT_OFFSET = ORIGIN_OFFSET + SIZE_OF_INT;
    private static final int VERDICT_LENGTH_OFFSET = HAS_INTENT_OFFSET + SIZE_OF_INT;
    private static final int STRATEGY_OFFSET = VERDICT_LENGTH_OFFSET + SIZE_OF_INT;
    private static final int INTENT_OFFSET = STRATEGY_OFFSET + SIZE_OF_INT;
    private static final int VERDICT_OFFSET = INTENT_OFFSET + OrderIntent.SIZE;
    private static final int VERDICT_MAX = 64;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public RefusalRecord wrap(MutableDirectBuffer target, int bodyOffset) {
        buffer = target;
        offset = bodyOffset;
        buffer.setMemory(offset, VERDICT_OFFSET, (byte) 0);
        return this;
    }

    /**
     * Points this flyweight at a record that was read; valid until the next one is.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    public RefusalRecord wrap(JournalRecord record) {
        record.requireBody(VERDICT_OFFSET);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        int length = buffer.getInt(offset + VERDICT_LENGTH_OFFSET);
        record.requireBody(length < 0 ? length : VERDICT_OFFSET + (long) length);
        return this;
    }

    /** Bytes that are enough for any body. */
    public static int lengthMax() {
        return VERDICT_OFFSET + VERDICT_MAX;
    }

    /** How many this record stands for. */
    public long count() {
        return buffer.getLong(offset + COUNT_OFFSET);
    }

    /** Sets {@link #count()}. */
    public RefusalRecord count(long value) {
        buffer.putLong(offset + COUNT_OFFSET, value);
        return this;
    }

    /** Who asked for it: the code of an origin. */
    public int origin() {
        return buffer.getInt(offset + ORIGIN_OFFSET);
    }

    /** Sets {@link #origin()}. */
    public RefusalRecord origin(int value) {
        buffer.putInt(offset + ORIGIN_OFFSET, value);
        return this;
    }

    /** Number of the strategy, as a NAME of its segment says; 0 for none. */
    public int strategy() {
        return buffer.getInt(offset + STRATEGY_OFFSET);
    }

    /** Sets {@link #strategy()}. */
    public RefusalRecord strategy(int value) {
        buffer.putInt(offset + STRATEGY_OFFSET, value);
        return this;
    }

    /** Points a flyweight at what was wanted, the last time; null where that is not known. */
    public OrderIntent intent(OrderIntent flyweight) {
        boolean isKnown = buffer.getInt(offset + HAS_INTENT_OFFSET) != 0;
        return isKnown ? flyweight.wrap(buffer, offset + INTENT_OFFSET) : null;
    }

    /** Takes what was wanted. */
    public RefusalRecord copyIntent(OrderIntent wanted) {
        buffer.putInt(offset + HAS_INTENT_OFFSET, 1);
        buffer.putBytes(offset + INTENT_OFFSET, wanted.buffer(), wanted.offset(), OrderIntent.SIZE);
        return this;
    }

    /** Which rule refused it: its name. Allocates. */
    public String verdict() {
        int length = buffer.getInt(offset + VERDICT_LENGTH_OFFSET);
        return RecordText.get(buffer, offset + VERDICT_OFFSET, length);
    }

    /** Sets {@link #verdict()}. */
    public RefusalRecord verdict(CharSequence name) {
        int length = RecordText.put(buffer, offset + VERDICT_OFFSET, name, VERDICT_MAX);
        buffer.putInt(offset + VERDICT_LENGTH_OFFSET, length);
        return this;
    }

    /** Bytes of the whole body. */
    public int length() {
        return VERDICT_OFFSET + buffer.getInt(offset + VERDICT_LENGTH_OFFSET);
    }
}
