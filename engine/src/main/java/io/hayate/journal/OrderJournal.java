package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32C;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the journal: {@link #begin} finds room for a record, a flyweight fills its body, and {@link
 * #commit} makes it count.
 *
 * <pre>
 * if (journal.begin(RecordType.SENT, instrumentId, DeliveryRecord.length())) {
 *     delivery.wrap(journal.buffer(), journal.bodyOffset()).request(number);
 *     journal.about(connection, clientOrderId, orderId).commit(DeliveryRecord.length());
 * }
 * </pre>
 *
 * <p>Strategy thread. Allocates nothing, touches no file, and does not wait. What finds no room is counted,
 * and a LOST record tells of it as soon as there is room again.
 */
public final class OrderJournal {
    private static final String WRITER = "hayate";
    private static final int WARM_BYTES = 1_024;

    private final SegmentSource source;
    private final SegmentSymbols symbols;
    private final JournalClock clock;
    private final Counters counters;
    private final long run;
    private final CRC32C crc = new CRC32C();
    private final NoteRecord note = new NoteRecord();

    private Segment segment; // null before the first
    private UnsafeBuffer buffer;
    private ByteBuffer bytes;
    private int position;
    private int end; // of what may be written of the segment
    private long number;
    private boolean closed;
    private long lost; // since a record told of it

    /**
     * A journal that has no record yet.
     *
     * @param source gives memory, and knows the number of the first record
     * @param instruments by which records name theirs
     * @param clocks say when a record is written
     */
    public OrderJournal(
            SegmentSource source, Instruments instruments, Clocks clocks, Counters counters) {
        this(source, instruments, clocks, counters, Map.of());
    }

    /**
     * As {@link #OrderJournal(SegmentSource, Instruments, Clocks, Counters)}.
     *
     * @param strategies what those of several are called, by the numbers that their orders bear: each segment
     *     begins with them
     */
    public OrderJournal(
            SegmentSource source,
            Instruments instruments,
            Clocks clocks,
            Counters counters,
            Map<Integer, String> strategies) {
        this.source = source;
        symbols = new SegmentSymbols(instruments, strategies);
        clock = new JournalClock(clocks);
        this.counters = counters;
        run = clocks.epoch().time();
        number = source.firstRecord();
    }

    /** True while new risk may be taken: what is written now will come to where it is kept. */
    public boolean isSound() {
        return source.isSound();
    }

    /**
     * Finds room for a record; what was begun before and not committed is forgotten.
     *
     * @param instrumentId what it is about; negative for nothing
     * @param bodyMax bytes that its body will have at most
     * @return false when there is no room: that is counted, and nothing may be written
     */
    public boolean begin(RecordType type, int instrumentId, int bodyMax) {
        if (lost > 0) {
            tellLost();
        }
        boolean hasRoomForNameToo = hasRoom(Math.max(bodyMax, NoteRecord.lengthMax()));
        if (hasRoomForNameToo && knows(instrumentId, bodyMax)) {
            start(type, instrumentId);
            return true;
        }
        lost++;
        counters.increment(Counter.JOURNAL_LOST);
        return false;
    }

    private boolean hasRoom(int bodyMax) {
        int length = JournalRecord.length(bodyMax);
        if (segment != null && position + length <= end) {
            return true;
        }
        return length <= JournalRecord.BYTES_MAX && !closed && openNext();
    }

    private boolean openNext() {
        Segment next = source.take();
        if (next == null) {
            return false;
        }
        if (segment != null) {
            source.giveBack(segment);
        }
        segment = next;
        buffer = next.buffer();
        bytes = next.bytes();
        bytes.limit(bytes.capacity()).position(0);
        position = SegmentHeader.BYTES;
        end = next.capacity() - JournalRecord.BYTES_MIN - SIZE_OF_LONG;
        symbols.clear();
        clock.readNs();
        SegmentHeader.write(next, run, number, clock.ms(), crc);
        start(RecordType.SEGMENT, JournalRecord.NO_INSTRUMENT);
        commit(note.wrap(buffer, bodyOffset()).value(run).text(WRITER).length());
        nameStrategies();
        return true;
    }

    /** So that what a run behind this one takes up comes back to who has the name, not the number. */
    private void nameStrategies() {
        for (int each = 1; each <= symbols.largestStrategy(); each++) {
            String name = symbols.strategy(each);
            boolean hasRoom = position + JournalRecord.length(NoteRecord.lengthMax()) <= end;
            if (name != null && hasRoom) {
                start(RecordType.NAME, JournalRecord.NO_INSTRUMENT);
                note.wrap(buffer, bodyOffset()).code(NoteRecord.STRATEGY).value(each);
                commit(note.text(name).length());
            }
        }
    }

    /** Names an instrument that a record is to speak of beside its own; false when there is no room. */
    public boolean name(int instrumentId) {
        int most = NoteRecord.lengthMax();
        return hasRoom(most) && knows(instrumentId, most);
    }

    private void tellLost() {
        if (hasRoom(NoteRecord.lengthMax())) {
            start(RecordType.LOST, JournalRecord.NO_INSTRUMENT);
            commit(note.wrap(buffer, bodyOffset()).value(lost).length());
            lost = 0;
        }
    }

    /** Names the instrument if its segment has not; true when there is still room. */
    private boolean knows(int instrumentId, int bodyMax) {
        String symbol = symbols.missing(instrumentId);
        while (symbol != null) {
            start(RecordType.NAME, instrumentId);
            note.wrap(buffer, bodyOffset()).code(NoteRecord.INSTRUMENT).value(instrumentId);
            commit(note.text(symbol).length());
            symbols.onNamed(instrumentId);
            if (!hasRoom(bodyMax)) {
                return false;
            }
            symbol = symbols.missing(instrumentId); // its segment may have come to its end
        }
        return true;
    }

    private void start(RecordType type, int instrumentId) {
        buffer.putShort(position + JournalRecord.TYPE_OFFSET, (short) type.code());
        buffer.putShort(position + JournalRecord.VERSION_OFFSET, (short) JournalRecord.VERSION);
        buffer.putInt(position + JournalRecord.INSTRUMENT_OFFSET, instrumentId);
        about(0, 0, 0);
    }

    /** Says what the record that was begun is about: connection and order, 0 for none. */
    public OrderJournal about(int connection, long clientOrderId, long orderId) {
        buffer.putInt(position + JournalRecord.CONNECTION_OFFSET, connection);
        buffer.putLong(position + JournalRecord.CLIENT_ORDER_ID_OFFSET, clientOrderId);
        buffer.putLong(position + JournalRecord.ORDER_ID_OFFSET, orderId);
        return this;
    }

    /** Where the body of the record that was begun is to be written. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Index of the first byte of that body in {@link #buffer()}. */
    public int bodyOffset() {
        return position + JournalRecord.HEADER_BYTES;
    }

    /**
     * Makes the record count that was begun.
     *
     * @param bodyLength bytes that were written, not more than it was begun for
     * @return its number
     */
    public long commit(int bodyLength) {
        int length = JournalRecord.length(bodyLength);
        int next = position + length;
        buffer.putLong(position + JournalRecord.NUMBER_OFFSET, number);
        buffer.putLong(position + JournalRecord.TIME_NS_OFFSET, clock.readNs());
        buffer.putLong(position + JournalRecord.CLOCK_MS_OFFSET, clock.ms());
        int crcAt = next - JournalRecord.CRC_BYTES;
        crc.reset();
        crc.update(bytes.limit(crcAt).position(position + JournalRecord.TYPE_OFFSET));
        buffer.putInt(crcAt, (int) crc.getValue());
        buffer.putInt(next, 0); // a record that was begun and given up may have been longer
        buffer.putIntOrdered(position, length);
        segment.committed(next);
        position = next;
        return number++;
    }

    /**
     * Writes zeros where the next records will lie, as there are already: when they are written, the core
     * has that memory at hand. To be called where nobody waits.
     */
    public void warm() {
        if (segment != null && position + WARM_BYTES <= end) {
            buffer.setMemory(position, WARM_BYTES, (byte) 0);
        }
    }

    /** Waits until the disk has all that was committed, where the settings ask for it. */
    public boolean awaitDisk() {
        return segment == null || source.awaitForced(segment, position);
    }

    /** Writes that the journal ends here as asked, and gives its memory back; nothing may follow. */
    public void close() {
        if (segment != null) {
            start(RecordType.END, JournalRecord.NO_INSTRUMENT); // there is always room for it
            commit(0);
            source.giveBack(segment);
            segment = null;
        }
        closed = true;
    }

    /** Number of the segment that is written; 0 before the first. */
    public long segmentNumber() {
        return segment == null ? 0 : segment.number();
    }

    /** Number that the next record will have. */
    public long nextNumber() {
        return number;
    }
}
