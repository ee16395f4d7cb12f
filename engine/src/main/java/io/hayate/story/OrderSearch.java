package io.hayate.story;

import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;

/** Finds the order that somebody asks about, from one record to the next. One thread. */
final class OrderSearch implements JournalSource.Taker {
    private final OrderQuery query;
    private final JournalReader reader;
    private final JournalOrders orders;
    private final RefusalRecord refusal = new RefusalRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private JournalOrder lastSent;
    private long lastRefusal; // number of its record; 0 for none
    private long orderCount;
    private boolean isForeign;
    private JournalOrder ofRecord;
    private long refusalOfRecord;

    OrderSearch(OrderQuery query, JournalReader reader) {
        this.query = query;
        this.reader = reader;
        orders = new JournalOrders(reader, TradeTaker.NONE);
    }

    @Override
    public void onRecord(JournalRecord record, long run) {
        orders.onRecord(record, run);
        for (JournalOrder touched : orders.touched()) {
            if (touched.firstRecord() == record.number() && isOf(touched)) {
                lastSent = touched;
                orderCount++;
            }
        }
        boolean isRefusal = record.type() == RecordType.REFUSED && isWhole(record);
        isRefusal = isRefusal && query.isBy(reader.strategy(refusal.strategy()));
        lastRefusal = isRefusal && orders.touched().isEmpty() ? record.number() : lastRefusal;
        if (query.kind() == OrderQuery.Kind.RECORD && record.number() == query.number()) {
            ofRecord = orders.touched().isEmpty() ? null : orders.touched().get(0);
            refusalOfRecord = ofRecord == null && isRefusal ? record.number() : 0;
        }
        boolean isNamed =
                record.orderId() == query.number() || record.clientOrderId() == query.number();
        isForeign |= query.kind() == OrderQuery.Kind.NUMBER && isNamed && query.isBy(null);
    }

    private boolean isOf(JournalOrder order) {
        return order != null && query.isBy(order.strategy());
    }

    /** True when it says what was refused, and not only how often. */
    private boolean isWhole(JournalRecord record) {
        return refusal.wrap(record).intent(intent) != null;
    }

    /** The order that was found; null for none. */
    JournalOrder order() {
        JournalOrder found = ofAnybody();
        return isOf(found) ? found : null;
    }

    private JournalOrder ofAnybody() {
        return switch (query.kind()) {
            case LAST -> lastSent != null && lastSent.firstRecord() > lastRefusal ? lastSent : null;
            case LAST_SENT -> lastSent;
            case LAST_REFUSED -> null;
            case RECORD -> ofRecord;
            case NUMBER -> {
                JournalOrder ours = orders.byClientOrderId(query.number());
                yield ours == null ? orders.byOrderId(query.number()) : ours;
            }
        };
    }

    /** Number of the record of the refusal that was found, where no order was; 0 for none. */
    long refusal() {
        return switch (query.kind()) {
            case LAST -> order() == null ? lastRefusal : 0;
            case LAST_REFUSED -> lastRefusal;
            case RECORD -> refusalOfRecord;
            case LAST_SENT, NUMBER -> 0;
        };
    }

    /** The number of an order that was not asked for in this journal; 0 for none. */
    long foreign() {
        return order() == null && isForeign ? query.number() : 0;
    }

    /** How many orders there are. */
    long orderCount() {
        return orderCount;
    }
}
