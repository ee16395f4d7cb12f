package io.hayate.story;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The orders of a journal, as its records tell them one by one. One thread; bounded: of those that have
 * ended the latest are kept.
 */
final class JournalOrders {
    static final int ENDED_MAX = 200_000;

    private final JournalReader reader;
    private final RequestRecord request = new RequestRecord();
    private final RefusalRecord refusal = new RefusalRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final NoteRecord note = new NoteRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private final Map<Long, JournalOrder> byClientOrderId = new HashMap<>();
    private final Map<Long, JournalOrder> byOrderId = new HashMap<>();
    private final Map<Long, JournalOrder> open = new LinkedHashMap<>();
    private final Map<Long, JournalOrder> ended = new LinkedHashMap<>();
    private final TradeTaker trades;
    private final ReportTaker reports;
    private final List<JournalOrder> touched = new ArrayList<>();
    private final LastRequest last = new LastRequest();
    private long run;

    /** Who the request before this record was about: what becomes of it names its number alone. */
    private static final class LastRequest {
        private long number;
        private final List<JournalOrder> begun = new ArrayList<>();
        private final List<JournalOrder> about = new ArrayList<>();
    }

    /**
     * Of records that this reader finds.
     *
     * @param trades told each fill and fee of an order of ours, once
     */
    JournalOrders(JournalReader reader, TradeTaker trades) {
        this.reader = reader;
        this.trades = trades;
        reports = new ReportTaker(trades);
    }

    /** Takes one more record. */
    void onRecord(JournalRecord record, long ofRun) {
        run = ofRun;
        touched.clear();
        switch (record.type()) {
            case INTENT, UPDATE, CANCEL, BATCH -> onRequest(record);
            case REFUSED -> onRefused(record);
            case SENT, NOT_SENT -> onDelivery(record);
            case ANSWER, ROW, FILL, FEE -> onReport(record);
            case STATE -> onState(record);
            case DOUBT -> onDoubt(record);
            case ADOPTED -> onAdopted(record);
            default -> touch(find(record.clientOrderId(), record.orderId()));
        }
    }

    private void touch(JournalOrder order) {
        if (order != null && !touched.contains(order)) {
            touched.add(order);
        }
    }

    private JournalOrder find(long clientOrderId, long orderId) {
        JournalOrder order = orderId == 0 ? null : byOrderId.get(orderId);
        if (order != null || clientOrderId == 0) {
            return order;
        }
        JournalOrder ours = byClientOrderId.get(clientOrderId);
        boolean isAnother = ours != null && orderId != 0 && ours.orderId != 0;
        return isAnother ? null : ours;
    }

    private void onRequest(JournalRecord record) {
        request.wrap(record);
        last.number = record.number();
        last.begun.clear();
        for (int i = 0; i < request.intents(); i++) {
            onIntent(request.intent(i, intent), record);
        }
        if (request.intents() == 0) {
            onCancel(record);
        }
        last.about.clear();
        last.about.addAll(touched);
    }

    private void onIntent(OrderIntent each, JournalRecord record) {
        OrderOperation operation = each.operation();
        switch (operation) {
            case NEW -> begin(each, record);
            case UPDATE, CANCEL -> touch(find(each.clientOrderId(), each.orderId()));
            case CANCEL_GROUP, CANCEL_ALL -> {
                boolean isAll = operation == OrderOperation.CANCEL_ALL;
                for (JournalOrder order : open.values()) {
                    touch(isAll || order.group == each.groupId() ? order : null);
                }
            }
        }
    }

    private void begin(OrderIntent wanted, JournalRecord record) {
        begin(wanted.clientOrderId(), wanted, record);
        if (wanted.ocoClientOrderId() != 0) {
            OrderIntent stop = OrderIntent.allocate().copyFrom(wanted);
            long number = wanted.ocoClientOrderId();
            boolean isExchange = wanted.type().isExchange();
            stop.clientOrderId(number).ocoClientOrderId(0).price(wanted.ocoStopPrice());
            stop.ocoStopPrice(Price.NONE).flags(0);
            stop.type(isExchange ? OrderType.EXCHANGE_STOP : OrderType.STOP);
            begin(number, stop, record);
        }
    }

    private void begin(long number, OrderIntent wanted, JournalRecord record) {
        String symbol = reader.symbol(wanted.instrumentId());
        JournalOrder order =
                new JournalOrder(
                        number,
                        IntentFields.of(wanted, reader),
                        symbol,
                        wanted.units(),
                        new JournalOrder.Asked(record.number(), record.clockMs(), run));
        order.group = wanted.groupId();
        byClientOrderId.put(number, order);
        open.put(number, order);
        last.begun.add(order);
        touch(order);
    }

    /** A cancel without fields: its header names one order, or its text several. */
    private void onCancel(JournalRecord record) {
        touch(find(record.clientOrderId(), record.orderId()));
        if (record.clientOrderId() != 0 || record.orderId() != 0) {
            return;
        }
        List<String> numbers =
                Pattern.compile("\\d+")
                        .matcher(request.text())
                        .results()
                        .map(found -> found.group())
                        .toList();
        for (JournalOrder order : open.values()) {
            boolean isNamed =
                    numbers.contains(Long.toString(order.clientOrderId))
                            || (order.orderId != 0
                                    && numbers.contains(Long.toString(order.orderId)));
            touch(isNamed ? order : null);
        }
    }

    private void onRefused(JournalRecord record) {
        refusal.wrap(record);
        OrderIntent wanted = refusal.intent(intent);
        JournalOrder order = wanted == null ? null : find(wanted.clientOrderId(), wanted.orderId());
        if (order != null) {
            touch(order);
            order.verdict = refusal.verdict();
        }
    }

    private void onDelivery(JournalRecord record) {
        delivery.wrap(record);
        boolean isLast = delivery.request() != 0 && delivery.request() == last.number;
        if (isLast) {
            last.about.forEach(this::touch);
        } else if (delivery.request() == 0) {
            touch(find(record.clientOrderId(), record.orderId()));
        }
        String why = RecordFields.reason(delivery.reason());
        if (isLast && why != null) { // nothing more will be told of what began with it
            for (JournalOrder order : last.begun) {
                order.neverLeft = why;
                order.status = "NEVER_LEFT";
                end(order, record);
            }
        }
    }

    private void onReport(JournalRecord record) {
        JournalOrder order = find(record.clientOrderId(), record.orderId());
        if (order == null) {
            return;
        }
        if (reports.take(order, record, reader.symbol(record.instrumentId()))) {
            touch(order);
            if (order.orderId != 0) {
                byOrderId.put(order.orderId, order);
            }
            if (record.type() == RecordType.ROW && order.asked.run() != run) {
                onLateRow(order, record);
            }
        }
    }

    /** Of a run before, whose own words ended with it: what the venue says is all there is. */
    private void onLateRow(JournalOrder order, JournalRecord record) {
        OrderStatus told = reports.status();
        if (told != null && !order.isEnded()) {
            order.status = told.name();
            order.doubt = null;
            if (told.isDone()) {
                end(order, record);
            }
        }
    }

    private void onState(JournalRecord record) {
        JournalOrder order = find(record.clientOrderId(), record.orderId());
        if (order == null) {
            return;
        }
        touch(order);
        note.wrap(record);
        String status = Codes.status(note.code());
        order.status = status == null ? order.status : status;
        order.filled.told(note.value());
        order.doubt = "UNKNOWN".equals(order.status) ? order.doubt : null;
        if (note.isEnd() != 0) {
            end(order, record);
        }
    }

    private void onDoubt(JournalRecord record) {
        JournalOrder order = find(record.clientOrderId(), record.orderId());
        if (order != null) {
            touch(order);
            order.doubt = DoubtWords.of(note.wrap(record).code());
        }
    }

    private void onAdopted(JournalRecord record) {
        JournalOrder order = find(record.clientOrderId(), record.orderId());
        if (order != null) {
            touch(order);
            onAdopted(order, note.wrap(record));
        }
    }

    private void onAdopted(JournalOrder order, NoteRecord adopted) {
        long units = Math.max(0, adopted.value());
        long before = order.filled.adoptedUnits();
        double from = order.filled.adoptedPrice();
        double price = order.filled.missingPrice();
        int sign = order.isSell ? -1 : 1;
        order.filled.told(adopted.otherValue());
        if (units > 0 && price > 0) {
            order.filled.adopt(units, price);
            trades.onTrade(order, sign * units, price, true);
            if (before > 0) {
                trades.onCorrection(order, sign * before, from, price);
            }
        }
    }

    private void end(JournalOrder order, JournalRecord record) {
        if (order.isEnded()) {
            return;
        }
        order.endedMs = record.clockMs();
        open.remove(order.clientOrderId);
        ended.put(order.clientOrderId, order);
        if (ended.size() > ENDED_MAX) {
            forget(ended.values().iterator().next());
        }
    }

    private void forget(JournalOrder oldest) {
        ended.remove(oldest.clientOrderId);
        byClientOrderId.remove(oldest.clientOrderId);
        byOrderId.remove(oldest.orderId);
    }

    /** Orders that the record before was about; valid until the next. */
    List<JournalOrder> touched() {
        return touched;
    }

    /** Those without an end, in the order in which they were asked for. */
    Collection<JournalOrder> open() {
        return open.values();
    }

    /** Those that have ended, in that order; the latest alone where there were very many. */
    Collection<JournalOrder> ended() {
        return ended.values();
    }

    JournalOrder byClientOrderId(long number) {
        return byClientOrderId.get(number);
    }

    JournalOrder byOrderId(long number) {
        return byOrderId.get(number);
    }
}
