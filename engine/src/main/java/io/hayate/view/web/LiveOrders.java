package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.concurrent.EpochClock;

/**
 * Orders and fills as reports told them: the latest of each. The view's thread brings them, thread {@code
 * web} reads them.
 */
final class LiveOrders {
    /** Ended orders that are kept; open ones all are, which the limit of open orders bounds. */
    static final int ENDED_MAX = 200;

    /** All that are kept: many more than may be open at once. */
    static final int ORDERS_MAX = 1_024;

    static final int FILLS_MAX = 500;

    private static final Set<String> ENDS =
            Stream.concat(
                            Stream.of(OrderStatus.values())
                                    .filter(OrderStatus::isDone)
                                    .map(OrderStatus::name),
                            Stream.of(
                                    "", // a late fill of an order that is kept no more
                                    ReportKind.NOT_SENT.name(),
                                    ReportKind.REFUSED_HERE.name()))
                    .collect(Collectors.toUnmodifiableSet());

    private final Instruments instruments;
    private final EpochClock clock;
    private final ExecutionReport report = new ExecutionReport();
    private final Map<Long, Shown> orders = new LinkedHashMap<>();
    private final Deque<Fill> fills = new ArrayDeque<>();
    private int ended;
    private long changes;

    private record Fill(long timeMs, String symbol, String side, double price, double amount) {}

    /** An order as it was told last. */
    private static final class Shown {
        private String symbol = "";
        private String side = "";
        private String type = "";
        private String status = "";
        private double price = Double.NaN;
        private double amount = Double.NaN;
        private double left = Double.NaN;
        private double average = Double.NaN;
        private long timeMs;
        private String words = "";
        private boolean isOpen = true;
    }

    LiveOrders(Instruments instruments, EpochClock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /** Takes a report. */
    synchronized void put(Event event) {
        report.wrap(event);
        long id = report.clientOrderId() != 0 ? report.clientOrderId() : report.orderId();
        ReportKind kind = report.kind();
        if (id == 0 || kind == ReportKind.NO_OPEN_ORDERS) {
            return;
        }
        changes++;
        Shown order = orders.computeIfAbsent(id, number -> new Shown());
        order.timeMs = clock.time();
        if (event.instrumentId() != Instrument.NONE) {
            order.symbol = instruments.get(event.instrumentId()).displayName();
        }
        switch (kind) {
            case OPEN_ORDER, NEW, CHANGED, CLOSED -> putRow(order);
            case FILL, FILL_ADOPTED -> putFill(order);
            case REQUEST_ANSWER -> putAnswer(order);
            case NOT_SENT, OUTCOME_UNKNOWN, REFUSED_HERE -> putState(order, kind);
            default -> {} // a fee
        }
        count(order);
    }

    /** Notes whether it has ended; of too many that have, the one that came first goes. */
    private void count(Shown order) {
        boolean isOpen = !ENDS.contains(order.status);
        if (isOpen != order.isOpen) {
            order.isOpen = isOpen;
            ended += isOpen ? -1 : 1;
        }
        while (ended > ENDED_MAX || orders.size() > ORDERS_MAX) {
            removeOne();
        }
    }

    private void removeOne() {
        Iterator<Shown> each = orders.values().iterator();
        boolean isAnyEnded = ended > 0;
        while (each.hasNext()) {
            boolean isOpen = each.next().isOpen;
            if (!isOpen || !isAnyEnded) {
                each.remove();
                ended -= isOpen ? 0 : 1;
                return;
            }
        }
    }

    private void putRow(Shown order) {
        order.side = String.valueOf(report.side());
        order.type = String.valueOf(report.orderType());
        order.status = String.valueOf(report.status());
        order.price = report.price();
        order.amount = report.originalAmount();
        order.left = report.remainingAmount();
        order.average = report.averagePrice();
    }

    private void putFill(Shown order) {
        order.side = order.side.isEmpty() ? String.valueOf(report.side()) : order.side;
        fills.addLast(
                new Fill(
                        clock.time(),
                        order.symbol,
                        String.valueOf(report.side()),
                        report.fillPrice(),
                        report.fillAmount()));
        if (fills.size() > FILLS_MAX) {
            fills.removeFirst();
        }
    }

    private void putAnswer(Shown order) {
        if (!report.isAccepted()) {
            order.words = report.text();
        }
        if (order.status.isEmpty()) {
            order.status = report.isAccepted() ? "TAKEN" : String.valueOf(OrderStatus.REJECTED);
        }
    }

    private void putState(Shown order, ReportKind kind) {
        order.status =
                kind == ReportKind.OUTCOME_UNKNOWN
                        ? String.valueOf(OrderStatus.UNKNOWN)
                        : kind.name();
        order.words = report.text();
    }

    /** Rises with each report. */
    synchronized long changes() {
        return changes;
    }

    /** Writes the fields {@code orders}, the latest last, and {@code fills}. */
    synchronized void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("orders");
        for (Map.Entry<Long, Shown> each : orders.entrySet()) {
            write(each.getKey(), each.getValue(), json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fills");
        for (Fill fill : fills) {
            json.writeStartArray();
            json.writeNumber(fill.timeMs());
            json.writeString(fill.symbol());
            json.writeString(fill.side());
            LiveJson.write(json, fill.price());
            LiveJson.write(json, fill.amount());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void write(long id, Shown order, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Long.toString(id)); // a double would not hold it
        json.writeStringField("symbol", order.symbol);
        json.writeStringField("side", order.side);
        json.writeStringField("type", order.type);
        json.writeStringField("status", order.status);
        json.writeBooleanField("open", order.isOpen);
        LiveJson.write(json, "price", order.price);
        LiveJson.write(json, "amount", order.amount);
        LiveJson.write(json, "left", order.left);
        LiveJson.write(json, "average", order.average);
        json.writeNumberField("timeMs", order.timeMs);
        json.writeStringField("words", order.words);
        json.writeEndObject();
    }
}
