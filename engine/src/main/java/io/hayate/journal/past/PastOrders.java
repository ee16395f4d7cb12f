package io.hayate.journal.past;

import io.hayate.event.OrderIntent;
import io.hayate.journal.CheckpointRecord;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.ReportRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.number.Decimals;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The orders of the runs before that have no end in the journal, and their books, put together from its
 * records. What was filled of an order is what its books say; in a journal of a release that kept none, what
 * its fills say. One thread, before the start; bounded: with more than it keeps it says so.
 */
public final class PastOrders {
    private static final int FILLS_MAX = 1 << 16; // numbers that are known one by one

    private final int countMax;
    private final Map<Long, PastOrder> byClientOrderId = new LinkedHashMap<>();
    private final Map<String, Long> largestFills = new LinkedHashMap<>();
    private final Set<String> fills = new HashSet<>();
    private final List<Long> requested = new ArrayList<>(); // by the request before
    private final OrderIntent intent = OrderIntent.allocate();
    private final RequestRecord request = new RequestRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final NoteRecord note = new NoteRecord();
    private final ReportRecord report = new ReportRecord();
    private final PastBooks books = new PastBooks();
    private final CheckpointRecord checkpoint = new CheckpointRecord();
    private final Map<Integer, String> strategies = new HashMap<>(); // of the segment, by number
    private long requestNumber;
    private boolean isIncomplete;

    /** Of no journal yet, so many at most. */
    public PastOrders(int countMax) {
        this.countMax = countMax;
    }

    /**
     * Takes the next record.
     *
     * @param symbols names the instruments of its segment
     */
    public void onRecord(JournalRecord record, IntFunction<String> symbols) {
        try {
            take(record, symbols);
        } catch (RuntimeException e) {
            isIncomplete = true; // what is whole by its checksum, and means nothing here
        }
    }

    private void take(JournalRecord record, IntFunction<String> symbols) {
        switch (record.type()) {
            case INTENT, BATCH -> onRequest(record, symbols);
            case NOT_SENT -> onNotSent(record);
            case CHECKPOINT -> onCheckpoint(record, symbols);
            case SEGMENT -> strategies.clear();
            case NAME -> onName(record);
            case STATE, DOUBT, RESOLVED, ADOPTED -> onNote(record, symbols);
            case ROW -> onRow(record);
            case FILL, FEE -> onFill(record, symbols);
            case HOLDING -> onHolding(record, symbols);
            case CURRENCY -> books.onCurrency(record, strategies::get);
            case BOOKS -> books.onBooks(record);
            default -> {} // tells of no order what is not told otherwise
        }
    }

    private void onRequest(JournalRecord record, IntFunction<String> symbols) {
        requestNumber = record.number();
        requested.clear();
        request.wrap(record);
        for (int i = 0; i < request.intents(); i++) {
            OrderIntent each = request.intent(i, intent);
            if (each.operation() == OrderOperation.NEW) {
                books.onNumber(Math.max(each.clientOrderId(), each.ocoClientOrderId()));
                begin(each, record.clockMs(), symbols);
                if (each.ocoClientOrderId() != 0) {
                    begin(stopOf(each), record.clockMs(), symbols);
                }
            }
        }
    }

    private static OrderIntent stopOf(OrderIntent limit) {
        OrderIntent stop = OrderIntent.allocate();
        stop.copyFrom(limit).clientOrderId(limit.ocoClientOrderId()).ocoClientOrderId(0);
        stop.price(limit.ocoStopPrice()).ocoStopPrice(Price.NONE).flags(0);
        return stop.type(limit.type().isExchange() ? OrderType.EXCHANGE_STOP : OrderType.STOP);
    }

    private void onName(JournalRecord record) {
        if (note.wrap(record).code() == NoteRecord.STRATEGY) {
            strategies.put((int) note.value(), note.text());
        }
    }

    private PastOrder begin(OrderIntent asked, long timeMs, IntFunction<String> symbols) {
        if (byClientOrderId.size() >= countMax) {
            isIncomplete = true;
            return new PastOrder();
        }
        PastOrder order = new PastOrder();
        order.sent(asked, timeMs);
        order.named(symbols.apply(asked.instrumentId()));
        order.ownedBy(strategies.get(asked.strategy()));
        byClientOrderId.put(asked.clientOrderId(), order);
        requested.add(asked.clientOrderId());
        return order;
    }

    /** What came no further than to the journal has ended without another word. */
    private void onNotSent(JournalRecord record) {
        if (delivery.wrap(record).request() == requestNumber) {
            requested.forEach(byClientOrderId::remove);
        }
    }

    private void onCheckpoint(JournalRecord record, IntFunction<String> symbols) {
        checkpoint.wrap(record);
        PastOrder order = begin(checkpoint.fieldsOf(intent), checkpoint.sentMs(), symbols);
        order.named(symbols.apply(record.instrumentId()));
        order.checkpoint(checkpoint);
        order.state(0, 0, record.orderId());
        onLargest(order.symbol(), checkpoint.largestFill());
    }

    private void onNote(JournalRecord record, IntFunction<String> symbols) {
        PastOrder order = byClientOrderId.get(record.clientOrderId());
        if (order == null) {
            return;
        }
        note.wrap(record);
        order.named(symbols.apply(record.instrumentId()));
        switch (record.type()) {
            case STATE -> onState(record, order);
            case ADOPTED -> order.state(0, note.otherValue(), record.orderId());
            default -> order.state(0, 0, record.orderId());
        }
    }

    private void onState(JournalRecord record, PastOrder order) {
        if (note.isEnd() != 0) {
            byClientOrderId.remove(record.clientOrderId());
            return;
        }
        boolean isKnown = note.code() != OrderStatus.UNKNOWN.code();
        order.state(isKnown ? note.code() : note.from(), note.value(), record.orderId());
    }

    /** An update may have changed the amount. */
    private void onRow(JournalRecord record) {
        PastOrder order = byClientOrderId.get(record.clientOrderId());
        if (order != null && order.orderId() != 0 && order.orderId() == record.orderId()) {
            long units = Decimals.toUnits(report.wrap(record).originalAmount());
            if (units > 0) {
                order.intent().units(units);
            }
        }
    }

    private void onHolding(JournalRecord record, IntFunction<String> symbols) {
        String symbol = symbols.apply(record.instrumentId());
        HoldingRecord holding = books.onHolding(record, symbol, strategies::get);
        PastOrder order = holding.cause() == HoldingRecord.BOOKS ? null : find(record);
        if (order != null) {
            order.holding(holding);
        }
    }

    private void onFill(JournalRecord record, IntFunction<String> symbols) {
        PastOrder order = books.isBegun() ? null : find(record);
        String symbol = symbols.apply(record.instrumentId());
        if (order == null || !isOf(order, record, symbol)) {
            return;
        }
        report.wrap(record);
        onLargest(symbol, report.tradeId());
        boolean isNews = fills.add(symbol + report.tradeId() + report.side());
        if (isNews && fills.size() <= FILLS_MAX) {
            long units = Math.round(report.fillAmount() * Decimals.UNITS_PER_ONE);
            order.fill(units, report.fillAmount() * report.fillPrice());
        }
    }

    private PastOrder find(JournalRecord record) {
        PastOrder order = byClientOrderId.get(record.clientOrderId());
        if (order != null || record.orderId() == 0) {
            return order;
        }
        for (PastOrder each : byClientOrderId.values()) {
            if (each.orderId() == record.orderId()) {
                return each;
            }
        }
        return null;
    }

    private static boolean isOf(PastOrder order, JournalRecord record, String symbol) {
        boolean isNumber = order.orderId() == 0 || order.orderId() == record.orderId();
        return symbol != null && symbol.equals(order.symbol()) && isNumber;
    }

    private void onLargest(String symbol, long tradeId) {
        if (symbol != null && tradeId > 0 && !books.isBegun()) {
            largestFills.merge(symbol, tradeId, Math::max);
        }
    }

    /** The numbers of the strategies that have orders without an end, by their names. */
    public Map<String, Integer> strategies() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (PastOrder each : byClientOrderId.values()) {
            if (!each.strategy().isEmpty()) {
                numbers.put(each.strategy(), each.intent().strategy());
            }
        }
        return numbers;
    }

    /**
     * Gives each order to the strategy that has the name now; others are the account's.
     *
     * @return how many orders of each name have found nobody
     */
    public Map<String, Integer> assign(Map<String, Integer> numbers) {
        Map<String, Integer> left = new LinkedHashMap<>();
        for (PastOrder each : byClientOrderId.values()) {
            Integer number = numbers.get(each.strategy());
            each.intent().strategy(number == null ? 0 : number);
            if (number == null && !each.strategy().isEmpty()) {
                left.merge(each.strategy(), 1, Integer::sum);
            }
        }
        return left;
    }

    /**
     * All of that as bytes, so that another process takes up the same; {@link #of} reads them. They depend on
     * the release. Allocates.
     */
    public byte[] image() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageWriter image = new ImageWriter(bytes);
            image.number(isIncomplete ? 1 : 0);
            image.number(byClientOrderId.size());
            for (Map.Entry<Long, PastOrder> each : byClientOrderId.entrySet()) {
                image.number(each.getKey());
                each.getValue().write(image);
            }
            image.numbers(largestFills);
            books.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * What an image was made of.
     *
     * @throws IOException when it is none of this release, or not whole
     */
    public static PastOrders of(byte[] bytes) throws IOException {
        PastOrders past = new PastOrders(Integer.MAX_VALUE);
        try {
            ImageReader image = new ImageReader(bytes);
            past.isIncomplete = image.number() == 1;
            for (int i = image.count(); i > 0; i--) {
                long clientOrderId = image.number();
                past.byClientOrderId.put(clientOrderId, PastOrder.read(image));
            }
            image.numbers(past.largestFills);
            past.books.read(image);
            return past;
        } catch (EOFException e) {
            throw new IOException("what runs before have left is cut short", e);
        } catch (RuntimeException e) {
            throw new IOException("what runs before have left is of another release", e);
        }
    }

    /** Forgets them all: their venue has ended with its process. */
    public void clear() {
        byClientOrderId.clear();
        largestFills.clear();
        books.clear();
    }

    /** The books of those runs. */
    public PastBooks books() {
        return books;
    }

    /** Those that have no end, in the order in which they were sent. */
    public List<PastOrder> all() {
        return List.copyOf(byClientOrderId.values());
    }

    /** By symbol: fills up to this number were told to releases that kept no books. */
    public Map<String, Long> largestFills() {
        return largestFills;
    }

    /** True when there are more than it keeps, or some that cannot be understood. */
    public boolean isIncomplete() {
        return isIncomplete;
    }
}
