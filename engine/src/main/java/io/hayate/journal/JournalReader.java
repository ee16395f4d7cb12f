package io.hayate.journal;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Reads a journal from its first record to its last, whether its writer is at work or gone, without
 * disturbing it. One thread; allocates.
 *
 * <pre>
 * try (JournalReader reader = new JournalReader(store)) {
 *     while (reader.next()) {
 *         show(reader.record());
 *     }
 *     tell(reader.end(), reader.place());
 * }
 * </pre>
 */
public final class JournalReader implements AutoCloseable {
    private final SegmentStore store;
    private final Int2ObjectHashMap<String> symbols = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<String> strategies = new Int2ObjectHashMap<>();
    private final Set<String> allStrategies = new TreeSet<>();
    private final NoteRecord note = new NoteRecord();
    private SegmentReader segment; // null before the first record
    private long segmentNumber;
    private long firstRecord;
    private String damage; // null while there is none

    /** A reader that stands before the first record. */
    public JournalReader(SegmentStore store) {
        this.store = store;
    }

    /**
     * Goes to the next record. After false it may be asked again while the writer is at work.
     *
     * @return false when there is none, or none that is whole: {@link #end} tells which
     * @throws JournalException when the system cannot read what is there
     */
    public boolean next() {
        try {
            return damage == null && find();
        } catch (IOException e) {
            throw new JournalException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean find() throws IOException {
        if (segment == null && !openFirst()) {
            return false;
        }
        while (!segment.next()) {
            if (segmentNumber >= store.last()) {
                return false;
            }
            if (segment.next()) {
                break; // its writer had not gone on to another when it was looked at before
            }
            if (!openNext()) {
                return false;
            }
        }
        learn(segment.record());
        return true;
    }

    private boolean openFirst() throws IOException {
        long first = store.first();
        segment = first == 0 ? null : open(first);
        if (segment == null) {
            return false;
        }
        segmentNumber = first;
        firstRecord = segment.firstRecord();
        return true;
    }

    /** True when the next segment goes on where this one ends: else that is damage. */
    private boolean openNext() throws IOException {
        SegmentReader next = open(segmentNumber + 1);
        if (next == null) {
            damage = damage == null ? "segment " + (segmentNumber + 1) + " is missing" : damage;
            return false;
        }
        if (next.firstRecord() != segment.expected()) {
            damage = segment.place() + "; the next one begins with record " + next.firstRecord();
            next.close();
            return false;
        }
        segment.close();
        segment = next;
        segmentNumber++;
        symbols.clear();
        strategies.clear();
        return true;
    }

    /** Opens a segment; null when it is not there, not begun, or damaged. */
    private SegmentReader open(long number) throws IOException {
        SegmentBytes bytes = store.open(number);
        if (bytes == null) {
            return null;
        }
        SegmentReader opened = new SegmentReader(bytes);
        try {
            if (opened.open(number)) {
                return opened;
            }
        } catch (JournalException e) {
            damage = e.getMessage();
        }
        opened.close();
        return null;
    }

    private void learn(JournalRecord record) {
        if (record.type() == RecordType.NAME) {
            note.wrap(record);
            if (note.code() == NoteRecord.INSTRUMENT) {
                symbols.put((int) note.value(), note.text());
            } else if (note.code() == NoteRecord.STRATEGY) {
                strategies.put((int) note.value(), note.text());
                allStrategies.add(note.text());
            }
        }
    }

    /** The record that {@link #next} found; valid until it is asked again. */
    public JournalRecord record() {
        return segment.record();
    }

    /** Symbol of an instrument of the record that was found; null for none. */
    public String symbol(int instrumentId) {
        return symbols.get(instrumentId);
    }

    /** What the strategy of this number is called in the record that was found; null for none. */
    public String strategy(int number) {
        return strategies.get(number);
    }

    /** What all strategies are called that any segment so far has named. */
    public Set<String> allStrategies() {
        return allStrategies;
    }

    /** Number of the segment that was read last; 0 before the first. */
    public long segmentNumber() {
        return segmentNumber;
    }

    /** Number of the first record that is still there; 0 when there is none. */
    public long firstRecord() {
        return firstRecord;
    }

    /** Number that the next record must have; 1 when there is none at all. */
    public long nextRecord() {
        return segment == null ? 1 : segment.expected();
    }

    /**
     * How the journal ends, once {@link #next} has answered false.
     *
     * @throws JournalException when the system cannot read what is there
     */
    public JournalEnd end() {
        if (damage != null) {
            return JournalEnd.DAMAGED;
        }
        try {
            JournalEnd end = segment == null ? JournalEnd.OPEN : segment.end();
            damage = end == JournalEnd.DAMAGED ? segment.place() : null;
            return end;
        } catch (IOException e) {
            throw new JournalException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where the reading stopped and why, in words for a person. */
    public String place() {
        if (damage != null) {
            return damage;
        }
        return segment == null ? "no record was written yet" : segment.place();
    }

    @Override
    public void close() {
        if (segment != null) {
            segment.close();
        }
    }
}
