package io.hayate.journal.past;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.journal.SegmentWalk;
import io.hayate.model.OrderOperation;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongArrayList;

/**
 * Which orders of a journal have no end, and in which segment each was begun. One thread; bounded: those
 * beyond its bound are counted alone, and as long as one of them has no end the first segment is called
 * that of the oldest. Where the last whole books begin is known beside that.
 */
public final class UnendedOrders implements SegmentWalk.RecordTaker {
    private static final int COUNT_MAX = 1 << 16;
    private static final long NONE = -1;

    private final int countMax;
    private final NoteRecord note = new NoteRecord();
    private final Long2LongHashMap segments = new Long2LongHashMap(NONE);
    private final RequestRecord request = new RequestRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private final LongArrayList requested = new LongArrayList(); // by the request before
    private long requestedUnplaced;
    private long requestNumber;
    private long segment;
    private long books = Long.MAX_VALUE; // the segment in which the last whole ones begin
    private long unplaced; // that have no place here and no end

    /** Of no journal yet. */
    public UnendedOrders() {
        this(COUNT_MAX);
    }

    /** As above; with another bound. */
    UnendedOrders(int countMax) {
        this.countMax = countMax;
    }

    /** Takes which segment the records that follow are of. */
    public void segment(long number) {
        segment = number;
    }

    @Override
    public void onRecord(JournalRecord record) {
        switch (record.type()) {
            case INTENT, BATCH -> onRequest(record);
            case CHECKPOINT -> begin(record.clientOrderId());
            case NOT_SENT -> onNotSent(record);
            case STATE -> {
                if (note.wrap(record).isEnd() != 0) {
                    end(record.clientOrderId());
                }
            }
            case BOOKS -> books = segment - note.wrap(record).from();
            default -> {} // begins and ends none
        }
    }

    private void onRequest(JournalRecord record) {
        requestNumber = record.number();
        requested.clear();
        requestedUnplaced = 0;
        request.wrap(record);
        for (int i = 0; i < request.intents(); i++) {
            OrderIntent each = request.intent(i, intent);
            if (each.operation() == OrderOperation.NEW) {
                begin(each.clientOrderId());
                begin(each.ocoClientOrderId());
            }
        }
    }

    private void begin(long clientOrderId) {
        if (clientOrderId == 0) {
            return;
        }
        if (segments.size() < countMax && unplaced == 0) {
            segments.put(clientOrderId, segment);
            requested.addLong(clientOrderId);
        } else {
            unplaced++;
            requestedUnplaced++;
        }
    }

    /** An order ends once: one that has no place here is one of those that are counted alone. */
    private void end(long clientOrderId) {
        if (segments.remove(clientOrderId) == NONE && unplaced > 0) {
            unplaced--;
        }
    }

    /** What came no further than to the journal has ended without another word. */
    private void onNotSent(JournalRecord record) {
        if (delivery.wrap(record).request() == requestNumber) {
            for (int i = 0; i < requested.size(); i++) {
                segments.remove(requested.getLong(i));
            }
            unplaced = Math.max(0, unplaced - requestedUnplaced);
            requested.clear();
            requestedUnplaced = 0;
        }
    }

    /** Forgets them all: their venue has ended with its process. */
    public void clear() {
        segments.clear();
        unplaced = 0;
        requestedUnplaced = 0;
    }

    /**
     * The first segment that must stay: that of the oldest order, or in which the last whole books begin;
     * {@link Long#MAX_VALUE} where there is none.
     */
    public long neededSegment() {
        return Math.min(oldestSegment(), books);
    }

    /** How many there are. */
    public int count() {
        return segments.size() + (int) unplaced;
    }

    /** True when the order of this number has an intent and no end. */
    public boolean contains(long clientOrderId) {
        return segments.containsKey(clientOrderId);
    }

    /** The segment of the oldest; {@link Long#MAX_VALUE} when none is open. */
    public long oldestSegment() {
        if (unplaced > 0) {
            return 0;
        }
        return segments.isEmpty() ? Long.MAX_VALUE : segments.minValue();
    }
}
