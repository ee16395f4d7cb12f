package io.hayate.backtest.compare;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.ReportRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.journal.SegmentStore;
import io.hayate.model.OrderOperation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The orders of a journal with their fills, and how long answers took. */
public final class JournaledOrders {
    /** In place of how long an answer took: none came. */
    public static final long UNKNOWN = -1;

    private static final int UNITS_SCALE = 8;
    private static final int ORDERS_MAX = 1_000_000;

    private final long fromMs;
    private final long toMs;
    private final RequestRecord request = new RequestRecord();
    private final ReportRecord report = new ReportRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private final Map<Long, JournaledOrder> byClientOrderId = new HashMap<>();
    private final Map<Long, JournaledOrder> byOrderId = new HashMap<>();
    private final List<JournaledOrder> all = new ArrayList<>();
    private final Set<Long> tradeIds = new HashSet<>();
    private final Map<Long, Long> requests = new HashMap<>(); // order by the record that asked
    private final Map<Long, Long> sentNs = new HashMap<>(); // of orders without an answer so far
    private long leastAnswerNs = UNKNOWN;

    private JournaledOrders(long fromMs, long toMs) {
        this.fromMs = fromMs;
        this.toMs = toMs;
    }

    /**
     * Reads a journal.
     *
     * @param fromMs since 1970; orders that were asked for before are left out
     * @param toMs likewise after
     * @throws io.hayate.journal.JournalException when it cannot be read
     */
    public static JournaledOrders of(SegmentStore journal, long fromMs, long toMs) {
        JournaledOrders orders = new JournaledOrders(fromMs, toMs);
        try (JournalReader reader = new JournalReader(journal)) {
            while (reader.next()) {
                orders.onRecord(reader.record(), reader);
            }
        }
        return orders;
    }

    /** Reads all of a journal. */
    public static JournaledOrders of(SegmentStore journal) {
        return of(journal, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private void onRecord(JournalRecord record, JournalReader reader) {
        switch (record.type()) {
            case INTENT, BATCH -> onRequest(record, reader);
            case SENT -> onSent(record);
            case ANSWER -> onAnswer(record);
            case ROW -> find(record);
            case FILL, FEE -> onFill(record);
            default -> {} // nothing of what is compared
        }
    }

    private void onRequest(JournalRecord record, JournalReader reader) {
        if (record.clockMs() < fromMs || record.clockMs() > toMs || all.size() >= ORDERS_MAX) {
            return;
        }
        request.wrap(record);
        for (int i = 0; i < request.intents(); i++) {
            OrderIntent each = request.intent(i, intent);
            if (each.operation() == OrderOperation.NEW) {
                add(each, reader.symbol(each.instrumentId()), record);
            }
        }
    }

    private void add(OrderIntent asked, String symbol, JournalRecord record) {
        JournaledOrder order =
                new JournaledOrder(
                        asked.clientOrderId(),
                        symbol == null ? "" : symbol,
                        asked.side(),
                        asked.type().name(),
                        BigDecimal.valueOf(Math.abs(asked.units()), UNITS_SCALE),
                        record.clockMs());
        all.add(order);
        byClientOrderId.put(asked.clientOrderId(), order);
        requests.put(record.number(), asked.clientOrderId());
    }

    private void onSent(JournalRecord record) {
        delivery.wrap(record);
        Long order = requests.remove(delivery.request());
        if (order != null) {
            sentNs.put(order, delivery.sendingTimeNs());
        }
    }

    private void onAnswer(JournalRecord record) {
        JournaledOrder order = find(record);
        Long sent = order == null ? null : sentNs.remove(order.clientOrderId());
        if (sent == null) {
            return;
        }
        long tookNs = report.wrap(record).receiveTimeNs() - sent;
        if (tookNs >= 0 && (leastAnswerNs == UNKNOWN || tookNs < leastAnswerNs)) {
            leastAnswerNs = tookNs;
        }
    }

    private JournaledOrder find(JournalRecord record) {
        JournaledOrder order = byClientOrderId.get(record.clientOrderId());
        if (order == null) {
            return byOrderId.get(record.orderId());
        } else if (record.orderId() != 0) {
            byOrderId.put(record.orderId(), order);
        }
        return order;
    }

    private void onFill(JournalRecord record) {
        JournaledOrder order = find(record);
        report.wrap(record);
        if (order != null && tradeIds.add(report.tradeId()) && report.fillAmount() != 0) {
            order.onFill(
                    BigDecimal.valueOf(report.fillPrice()),
                    BigDecimal.valueOf(Math.abs(report.fillAmount())));
        }
    }

    /** In the order in which they were asked for. */
    public List<JournaledOrder> all() {
        return all;
    }

    /** The shortest time from sending an order to its answer, in ns; {@link #UNKNOWN} for none. */
    public long leastAnswerNs() {
        return leastAnswerNs;
    }
}
