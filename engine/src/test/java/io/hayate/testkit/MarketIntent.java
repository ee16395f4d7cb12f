package io.hayate.testkit;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RequestRecord;
import io.hayate.journal.SegmentStore;
import io.hayate.model.Health;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.SessionState;
import java.util.ArrayList;
import java.util.List;

/**
 * A new order that the engine asked for, as its journal has it.
 *
 * @param clientOrderId the number that it gave the order
 * @param health what was known against the data that it answered, and against the prices that it went by
 * @param isReducing true when it could only make a position smaller, which needs no prices
 * @param isLive true when the session was live
 * @param isSent true when the socket took it
 */
public record MarketIntent(
        long clientOrderId, int health, boolean isReducing, boolean isLive, boolean isSent) {
    private static final int HARMLESS = Health.CONFLATED; // merged updates leave nothing out

    /** True when nothing was known against its leaving. */
    public boolean isHealthy() {
        return isLive && (isReducing || Health.isHealthy(health & ~HARMLESS));
    }

    /** All of a journal; it must have its first record still. */
    static List<MarketIntent> of(SegmentStore journal) {
        Reading reading = new Reading();
        try (JournalReader reader = new JournalReader(journal)) {
            while (reader.next()) {
                reading.onRecord(reader.record());
            }
            if (reader.firstRecord() > 1) {
                throw new IllegalStateException(
                        "the journal has lost its beginning: a shorter run");
            }
        }
        return reading.intents;
    }

    private MarketIntent sent() {
        return new MarketIntent(clientOrderId, health, isReducing, isLive, true);
    }

    /** Puts together what several records tell. */
    private static final class Reading {
        private final List<MarketIntent> intents = new ArrayList<>();
        private final RequestRecord request = new RequestRecord();
        private final DeliveryRecord delivery = new DeliveryRecord();
        private final NoteRecord note = new NoteRecord();
        private final OrderIntent intent = OrderIntent.allocate();
        private final HeldUnits held = new HeldUnits();
        private boolean isLive;
        private long lastRequest;
        private int lastFirst; // of the intents: the first of that request

        private void onRecord(JournalRecord record) {
            boolean isOfNone = record.clientOrderId() == 0 && record.orderId() == 0;
            if (record.type() == RecordType.STATE && isOfNone) {
                isLive = note.wrap(record).text().equals(SessionState.LIVE.name());
            } else if (record.type().isRequest()) {
                onRequest(record);
            } else if (record.type() == RecordType.SENT) {
                if (delivery.wrap(record).request() == lastRequest) {
                    intents.subList(lastFirst, intents.size()).replaceAll(MarketIntent::sent);
                }
            } else if (record.type() == RecordType.NOT_SENT) {
                onNotSent(record);
            } else {
                held.onRecord(record);
            }
        }

        private void onNotSent(JournalRecord record) {
            if (delivery.wrap(record).request() == lastRequest) {
                intents.subList(lastFirst, intents.size())
                        .forEach(each -> held.onNotSent(each.clientOrderId()));
            }
        }

        private void onRequest(JournalRecord record) {
            lastRequest = record.number();
            lastFirst = intents.size();
            request.wrap(record);
            for (int i = 0; i < request.intents(); i++) {
                OrderIntent each = request.intent(i, intent);
                if (each.operation() == OrderOperation.NEW) {
                    add(each);
                }
            }
        }

        private void add(OrderIntent each) {
            int health = each.cause().health() | each.cause().quoteHealth();
            boolean isReducing =
                    OrderFlag.REDUCE_ONLY.isIn(each.flags())
                            || OrderFlag.CLOSE.isIn(each.flags())
                            || held.isReduction(each);
            held.onNew(each);
            intents.add(new MarketIntent(each.clientOrderId(), health, isReducing, isLive, false));
            if (each.ocoClientOrderId() != 0) {
                intents.add(
                        new MarketIntent(
                                each.ocoClientOrderId(), health, isReducing, isLive, false));
            }
        }
    }
}
