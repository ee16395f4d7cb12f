package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A message of ours to the venue, and why it was sent: a flyweight over the body of INTENT, UPDATE,
 * CANCEL and BATCH. The fields are those of the request as the trading path carries them, the text is
 * the message itself.
 *
 * <pre>
 *  0 origin 4 | cause channel 4 | 8 cause sequence 8 | 16 cause age ns 8 | 24 quote age ns 8
 * 32 bid 8 | 40 ask 8 | 48 cause health 4 | cause instrument 4 | 56 fields length 4 | text length 4
 * 64 fields | text
 * </pre>
 */
public final class RequestRecord {
    private static final int ORIGIN_OFFSET = 0;
    private static final int CAUSE_CHANNEL_OFFSET = ORIGIN_OFFSET + SIZE_OF_INT;
    private static final int CAUSE_SEQUENCE_OFFSET = CAUSE_CHANNEL_OFFSET + SIZE_OF_INT;
    private static final int CAUSE_AGE_NS_OFFSET = CAUSE_SEQUENCE_OFFSET + SIZE_OF_LONG;
    private static final int QUOTE_AGE_NS_OFFSET = CAUSE_AGE_NS_OFFSET + SIZE_OF_LONG;
    private static final int BID_OFFSET = QUOTE_AGE_NS_OFFSET + SIZE_OF_LONG;
    private static final int ASK_OFFSET = BID_OFFSET + SIZE_OF_DOUBLE;
    private static final int CAUSE_HEALTH_OFFSET = ASK_OFFSET + SIZE_OF_DOUBLE;
    private static final int CAUSE_INSTRUMENT_OFFSET = CAUSE_HEALTH_OFFSET + SIZE_OF_INT;
    private static final int FIELDS_LENGTH_OFFSET = CAUSE_INSTRUMENT_OFFSET + SIZE_OF_INT;
    private static final int TEXT_LENGTH_OFFSET = FIELDS_LENGTH_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = TEXT_LENGTH_OFFSET + SIZE_OF_INT;

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

    /** Who asked for it: 0 the strategy, 1 a person at the console, above that by the writer. */
    public int origin() {
        return buffer.getInt(offset + ORIGIN_OFFSET);
    }

    /** Sets {@link #origin()}. */
    public RequestRecord origin(int value) {
        buffer.putInt(offset + ORIGIN_OFFSET, value);
        return this;
    }

    /** Kind of the channel whose event was being handled: its code; negative for none. */
    public int causeChannel() {
        return buffer.getInt(offset + CAUSE_CHANNEL_OFFSET);
    }

    /** Sets {@link #causeChannel()}. */
    public RequestRecord causeChannel(int value) {
        buffer.putInt(offset + CAUSE_CHANNEL_OFFSET, value);
        return this;
    }

    /** The number that the venue gave the frame of that event; negative where it gave none. */
    public long causeSequence() {
        return buffer.getLong(offset + CAUSE_SEQUENCE_OFFSET);
    }

    /** Sets {@link #causeSequence()}. */
    public RequestRecord causeSequence(long value) {
        buffer.putLong(offset + CAUSE_SEQUENCE_OFFSET, value);
        return this;
    }

    /** How old that event was when the request was made, in ns since it was read. */
    public long causeAgeNs() {
        return buffer.getLong(offset + CAUSE_AGE_NS_OFFSET);
    }

    /** Sets {@link #causeAgeNs()}. */
    public RequestRecord causeAgeNs(long value) {
        buffer.putLong(offset + CAUSE_AGE_NS_OFFSET, value);
        return this;
    }

    /** How old the quote was that the request was checked against, in ns; negative for none. */
    public long quoteAgeNs() {
        return buffer.getLong(offset + QUOTE_AGE_NS_OFFSET);
    }

    /** Sets {@link #quoteAgeNs()}. */
    public RequestRecord quoteAgeNs(long value) {
        buffer.putLong(offset + QUOTE_AGE_NS_OFFSET, value);
        return this;
    }

    /** Best bid of that quote, in the quote currency; 0 for none. */
    public double bid() {
        return buffer.getDouble(offset + BID_OFFSET);
    }

    /** Sets {@link #bid()}. */
    public RequestRecord bid(double value) {
        buffer.putDouble(offset + BID_OFFSET, value);
        return this;
    }

    /** Best ask of that quote, in the quote currency; 0 for none. */
    public double ask() {
        return buffer.getDouble(offset + ASK_OFFSET);
    }

    /** Sets {@link #ask()}. */
    public RequestRecord ask(double value) {
        buffer.putDouble(offset + ASK_OFFSET, value);
        return this;
    }

    /** What was known against the channel: words of {@code Health}. */
    public int causeHealth() {
        return buffer.getInt(offset + CAUSE_HEALTH_OFFSET);
    }

    /** Sets {@link #causeHealth()}. */
    public RequestRecord causeHealth(int value) {
        buffer.putInt(offset + CAUSE_HEALTH_OFFSET, value);
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

    /** Copies the fields behind what is fixed; before the text. */
    public RequestRecord fields(DirectBuffer fields, int index, int length) {
        buffer.putInt(offset + FIELDS_LENGTH_OFFSET, length);
        buffer.putBytes(offset + FIXED_BYTES, fields, index, length);
        return this;
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
