package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_INT;

import io.hayate.event.OrderIntent;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A message of ours to the venue: a flyweight over the body of INTENT, UPDATE, CANCEL and BATCH. The fields
 * are the intents that it was made from, one behind the other as the trading path carries them, with their
 * causes; the text is the message itself.
 *
 * <pre>
 *  0 fields length 4 | text length 4 | intents 4 | cause kind 4 | cause instrument 4 | _ 4
 * 24 fields | text
 * </pre>
 */
public final class RequestRecord {
    private static final int FIELDS_LENGTH_OFFSET = 0;
    private static final int TEXT_LENGTH_OFFSET = FIELDS_LENGTH_OFFSET + SIZE_OF_INT;
    private static final int INTENTS_OFFSET = TEXT_LENGTH_OFFSET + SIZE_OF_INT;
    private static final int CAUSE_KIND_OFFSET = INTENTS_OFFSET + SIZE_OF_INT;
    private static final int CAUSE_INSTRUMENT_OFFSET = CAUSE_KIND_OFFSET + SIZE_OF_INT;
    private static final int FILLER_OFFSET = CAUSE_INSTRUMENT_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = FILLER_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public RequestRecord wrap(MutableDirectBuffer target, int bodyOffset) {
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
    public RequestRecord wrap(JournalRecord record) {
        record.requireBody(FIXED_BYTES);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        checkParts(record);
        return this;
    }

    private void checkParts(JournalRecord record) {
        long fields = fieldsLength();
        long text = textLength();
        if (fields < 0 || text < 0) {
            throw new JournalException(
                    "record "
                            + record.number()
                            + " has parts of "
                            + fields
                            + " and "
                            + text
                            + " bytes");
        }
        record.requireBody(FIXED_BYTES + fields + text);
    }

    /** Bytes of a body with these parts. */
    public static int length(int fieldsLength, int textLength) {
        return FIXED_BYTES + fieldsLength + textLength;
    }

    /** How many intents the fields are. */
    public int intents() {
        return buffer.getInt(offset + INTENTS_OFFSET);
    }

    /** Sets {@link #intents()}. */
    public RequestRecord intents(int value) {
        buffer.putInt(offset + INTENTS_OFFSET, value);
        return this;
    }

    /** Kind of the channel whose event led to it: the code of a {@code Channel}; negative for none. */
    public int causeKind() {
        return buffer.getInt(offset + CAUSE_KIND_OFFSET);
    }

    /** Sets {@link #causeKind()}. */
    public RequestRecord causeKind(int value) {
        buffer.putInt(offset + CAUSE_KIND_OFFSET, value);
        return this;
    }

    /** Number of the instrument of that event, as a NAME says; negative for none. */
    public int causeInstrument() {
        return buffer.getInt(offset + CAUSE_INSTRUMENT_OFFSET);
    }

    /** Sets {@link #causeInstrument()}. */
    public RequestRecord causeInstrument(int value) {
        buffer.putInt(offset + CAUSE_INSTRUMENT_OFFSET, value);
        return this;
    }

    /** Bytes of the fields. */
    public int fieldsLength() {
        return buffer.getInt(offset + FIELDS_LENGTH_OFFSET);
    }

    /** Bytes of the message. */
    public int textLength() {
        return buffer.getInt(offset + TEXT_LENGTH_OFFSET);
    }

    /** Copies the fields of one more intent behind those there are; before the text. */
    public RequestRecord addFields(DirectBuffer fields, int index, int length) {
        int before = fieldsLength();
        buffer.putBytes(offset + FIXED_BYTES + before, fields, index, length);
        buffer.putInt(offset + FIELDS_LENGTH_OFFSET, before + length);
        return intents(intents() + 1);
    }

    /**
     * Points a flyweight at one of the intents.
     *
     * @throws JournalException when the fields do not reach so far
     */
    public OrderIntent intent(int index, OrderIntent flyweight) {
        long end = (index + 1L) * OrderIntent.SIZE;
        if (index < 0 || end > fieldsLength()) {
            throw new JournalException("a request has no intent " + index);
        }
        return flyweight.wrap(buffer, offset + FIXED_BYTES + index * OrderIntent.SIZE);
    }

    /** Copies the message behind the fields. */
    public RequestRecord text(DirectBuffer text, int index, int length) {
        buffer.putInt(offset + TEXT_LENGTH_OFFSET, length);
        buffer.putBytes(offset + FIXED_BYTES + fieldsLength(), text, index, length);
        return this;
    }

    /** Copies the fields of a record that was read; returns how many bytes. */
    public int copyFields(MutableDirectBuffer target, int index) {
        int length = fieldsLength();
        target.putBytes(index, buffer, offset + FIXED_BYTES, length);
        return length;
    }

    /** The message. Allocates. */
    public String text() {
        return RecordText.get(buffer, offset + FIXED_BYTES + fieldsLength(), textLength());
    }

    /** Bytes of the whole body. */
    public int length() {
        return length(fieldsLength(), textLength());
    }
}
