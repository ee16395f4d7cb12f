package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.journal.PastOrder;
import io.hayate.journal.PastOrders;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import io.hayate.outbound.OrderEntry;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Takes up the orders that runs before have left without an end, and keeps the journal short: each segment
 * begins with all that is known of what is open, so that none before it need be read again. Before the start
 * it allocates; then it is the strategy thread's, and allocates nothing.
 */
final class Recovery {
    private static final int CHECKPOINTS_MAX =
            2_000; // more open orders keep the segments before, too

    private final Instruments instruments;
    private final OrderPool pool;
    private final OrderStates states;
    private final Fills fills;
    private final OrderLog log;
    private final OrderIntent intent = OrderIntent.allocate();
    private boolean isTold = true;
    private long segment; // the one that begins with what is open

    Recovery(
            Instruments instruments,
            OrderPool pool,
            OrderStates states,
            Fills fills,
            OrderLog log) {
        this.instruments = instruments;
        this.pool = pool;
        this.states = states;
        this.fills = fills;
        this.log = log;
    }

    /**
     * Takes up orders of the runs before. Those for which there is no place halt trading until a person has
     * looked.
     *
     * @param nowMs by the clock of the wall, at {@code nowNs}
     */
    void take(PastOrders past, long nowNs, long nowMs, OrderEntry entry) {
        int left = past.isIncomplete() ? 1 : 0;
        for (PastOrder order : past.all()) {
            left += isTaken(order, nowNs, nowMs) ? 0 : 1;
        }
        for (Map.Entry<String, Long> largest : past.largestFills().entrySet()) {
            int instrumentId = instruments.register(largest.getKey());
            if (instrumentId != Instrument.NONE) {
                fills.recall(instrumentId, largest.getValue());
            }
        }
        for (int id = 0; id < instruments.count(); id++) {
            entry.prepare(instruments.get(id));
        }
        if (left > 0) {
            entry.halt().begin("orders of the run before have no place here: look at the exchange");
        }
    }

    private boolean isTaken(PastOrder past, long nowNs, long nowMs) {
        String symbol = past.symbol();
        int instrumentId = symbol == null ? Instrument.NONE : instruments.register(symbol);
        Order order = instrumentId == Instrument.NONE ? null : pool.free();
        if (order == null) {
            return false;
        }
        pool.take();
        intent.copyFrom(past.intent()).instrumentId(instrumentId);
        order.begin(intent, instruments.get(instrumentId));
        order.connection(0);
        pool.onBegun(order);
        pool.onOrderId(order, past.orderId());
        order.restore(past.filledUnits(), past.toldUnits(), past.toldValue());
        long agoMs = Math.max(0, nowMs - past.sentMs());
        order.inDoubt().sentNs(nowNs - TimeUnit.MILLISECONDS.toNanos(agoMs));
        states.onRecovered(order, OrderStatus.ofCode(past.status()));
        isTold = false;
        return true;
    }

    /** Tells of those that were taken up, once, and writes down what is open where a segment has begun. */
    void onTime(long nowNs, long nowMs) {
        if (!isTold) {
            isTold = true;
            for (int i = 0; i < states.doubtful().count(); i++) {
                Order order = states.doubtful().get(i);
                log.onOutcomeUnknown(order, order.doubt());
            }
        }
        long now = log.segment();
        if (now != segment) {
            segment = now;
            writeOpen(nowNs, nowMs);
        }
    }

    private void writeOpen(long nowNs, long nowMs) {
        if (states.openOrders() > CHECKPOINTS_MAX) {
            return;
        }
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.isOpen()) {
                long agoNs = nowNs - order.inDoubt().sentNs();
                long sentMs = nowMs - TimeUnit.NANOSECONDS.toMillis(agoNs);
                log.onCheckpoint(order, sentMs, fills.largest(order.instrument().id()));
            }
        }
    }
}
