package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * A change of what is known: a flyweight over the body of DOUBT, LOOK, RESOLVED,
 * ADOPTED, STATE and BOOKS. In SEGMENT the value is the run, and the text names program and release; in NAME the
 * code says what is numbered, the value is the number, and the text its name; in LOST the value says how
 * many records found no place.
 *
 * <pre>
 * 0 code 4 | from 4 | 8 value 8 | 16 other value 8 | 24 is end 4 | text length 4 | 32 text
 * </pre>
 */
public final class NoteRecord {
    private static final int CODE_OFFSET = 0;
    private static final int FROM_OFFSET = CODE_OFFSET + SIZE_OF_INT;
    private static final int VALUE_OFFSET = FROM_OFFSET + SIZE_OF_INT;
    private static final int OTHER_VALUE_OFFSET = VALUE_OFFSET + SIZE_OF_LONG;
    private static final int IS_END_OFFSET = OTHER_VALUE_OFFSET + SIZE_OF_LONG;
    private static final int TEXT_LENGTH_OFFSET = IS_END_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = TEXT_LENGTH_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Code of a NAME: an instrument, by its symbol. */
    public static final int INSTRUMENT = 1;

    /** Code of a NAME: a strategy of several, by what it is called. */
    public static final int STRATEGY = 2;

    /** Longest text; the rest is left out. */
    public static final int TEXT_MAX = 512;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public NoteRecord wrap(MutableDirectBuffer target, int bodyOffset) {
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
    public NoteRecord wrap(JournalRecord record) {
        record.requireBody(FIXED_BYTES);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        int length = buffer.getInt(offset + TEXT_LENGTH_OFFSET);
        record.requireBody(length < 0 ? length : FIXED_BYTES + (long) length);
        return this;
    }

    /** Bytes that are enough for any body. */
    public static int lengthMax() {
        return FIXED_BYTES + TEXT_MAX;
    }

    /** What it is now, or why: a code of the type of record. */
    public int code() {
        return buffer.getInt(offset + CODE_OFFSET);
    }

    /** Sets {@link #code()}. */
    public NoteRecord code(int value) {
        buffer.putInt(offset + CODE_OFFSET, value);
        return this;
    }

    /** What it was before; 0 where that says nothing. */
    public int from() {
        return buffer.getInt(offset + FROM_OFFSET);
    }

    /** Sets {@link #from()}. */
    public NoteRecord from(int value) {
        buffer.putInt(offset + FROM_OFFSET, value);
        return this;
    }

    /** A number that belongs to it: units of 1e-8, a time in ms, or a count. */
    public long value() {
        return buffer.getLong(offset + VALUE_OFFSET);
    }

    /** Sets {@link #value()}. */
    public NoteRecord value(long value) {
        buffer.putLong(offset + VALUE_OFFSET, value);
        return this;
    }

    /** Another one. */
    public long otherValue() {
        return buffer.getLong(offset + OTHER_VALUE_OFFSET);
    }

    /** Sets {@link #otherValue()}. */
    public NoteRecord otherValue(long value) {
        buffer.putLong(offset + OTHER_VALUE_OFFSET, value);
        return this;
    }

    /** 1 when the order that it is about can never change again, or as its type says, else 0. */
    public int isEnd() {
        return buffer.getInt(offset + IS_END_OFFSET);
    }

    /** Sets {@link #isEnd()}. */
    public NoteRecord isEnd(int value) {
        buffer.putInt(offset + IS_END_OFFSET, value);
        return this;
    }

    /** Evidence or cause, in words for a person. Allocates. */
    public String text() {
        int length = buffer.getInt(offset + TEXT_LENGTH_OFFSET);
        return RecordText.get(buffer, offset + FIXED_BYTES, length);
    }

    /** Sets {@link #text()}. */
    public NoteRecord text(CharSequence text) {
        int length = RecordText.put(buffer, offset + FIXED_BYTES, text, TEXT_MAX);
        buffer.putInt(offset + TEXT_LENGTH_OFFSET, length);
        return this;
    }

    /** Bytes of the whole body. */
    public int length() {
        return FIXED_BYTES + buffer.getInt(offset + TEXT_LENGTH_OFFSET);
    }
}
