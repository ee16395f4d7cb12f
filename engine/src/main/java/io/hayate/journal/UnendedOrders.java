package io.hayate.journal;

import org.agrona.collections.Long2LongHashMap;

/**
 * Which orders of a journal have no end, and in which segment each was begun. One thread; bounded: with
 * more open orders than it keeps it calls the first segment that of the oldest.
 */
public final class UnendedOrders implements SegmentWalk.RecordTaker {
    private static final int COUNT_MAX = 1 << 16;
    private static final long NONE = -1;

    private final NoteRecord note = new NoteRecord();
    private final Long2LongHashMap segments = new Long2LongHashMap(NONE);
    private long segment;
    private boolean isOverfull;

    /** Takes which segment the records that follow are of. */
    public void segment(long number) {
        segment = number;
    }

    @Override
    public void onRecord(JournalRecord record) {
        if (record.type() == RecordType.INTENT) {
            isOverfull |= segments.size() >= COUNT_MAX;
            if (!isOverfull) {
                segments.put(record.clientOrderId(), segment);
            }
        } else if (record.type() == RecordType.STATE && note.wrap(record).isEnd() != 0) {
            segments.remove(record.clientOrderId());
        }
    }

    /** How many there are. */
    public int count() {
        return segments.size();
    }

    /** True when the order of this number has an intent and no end. */
    public boolean contains(long clientOrderId) {
        return segments.containsKey(clientOrderId);
    }

    /** The segment of the oldest; {@link Long#MAX_VALUE} when none is open. */
    public long oldestSegment() {
        if (isOverfull) {
            return 0;
        }
        return segments.isEmpty() ? Long.MAX_VALUE : segments.minValue();
    }
}
