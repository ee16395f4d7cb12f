package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.OrderIntent;
import io.hayate.event.ReportKind;
import io.hayate.journal.past.PastBooks;
import io.hayate.model.Doubt;
import io.hayate.model.GroupNumber;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.number.Decimals;
import java.util.concurrent.TimeUnit;

/**
 * Takes up open orders that the run before has sent and its journal has lost, as when the machine went down:
 * their numbers lie behind the last one that was written down, and before the end of what that run had
 * reserved. The first list of open orders tells them. Strategy thread; allocates nothing.
 */
final class UnwrittenOrders {
    private static final long RESERVED_MAX =
            2L * ClientOrderIds.BLOCK_SIZE; // one in use, one spare

    private final Instruments instruments;
    private final OrderPool pool;
    private final OrderStates states;
    private final OrderLog log;
    private final OrderIntent intent = OrderIntent.allocate();
    private long last; // that was written down
    private long end; // of what was reserved; 0 for nothing
    private Order taken;

    /** Expects none. */
    UnwrittenOrders(Instruments instruments, OrderPool pool, OrderStates states, OrderLog log) {
        this.instruments = instruments;
        this.pool = pool;
        this.states = states;
        this.log = log;
    }

    /** Takes which numbers they bear. */
    void expect(PastBooks past) {
        end = past.endOfNumbers();
        last = Math.max(past.lastNumber(), end - RESERVED_MAX - 1);
    }

    /** Takes a report before it is applied: a row of the first list may make an order of ours known. */
    void onReport(ExecutionReport report, int instrumentId, long nowNs, long nowMs) {
        long number = report.clientOrderId();
        if (number <= last || number >= end || report.kind() != ReportKind.OPEN_ORDER) {
            return;
        }
        boolean isKnown = pool.find(number, report.orderId()) != null;
        if (!states.isListed() && !isKnown && isWhole(report, instrumentId)) {
            take(report, instruments.get(instrumentId), nowNs, nowMs);
        }
    }

    private static boolean isWhole(ExecutionReport report, int instrumentId) {
        long units = Decimals.toUnits(report.originalAmount());
        return instrumentId != Instrument.NONE
                && report.orderId() > 0
                && report.orderType() != OrderType.OTHER
                && units != Decimals.INEXACT
                && units > 0;
    }

    private void take(ExecutionReport report, Instrument instrument, long nowNs, long nowMs) {
        Order order = pool.free();
        if (order == null) {
            return; // it stays one of others, and is told as such
        }
        pool.take();
        order.begin(termsOf(report, instrument), instrument);
        order.connection(0);
        pool.onBegun(order);
        pool.onOrderId(order, report.orderId());
        long agoMs = Math.max(0, nowMs - report.createTimeMs());
        order.inDoubt().sentNs(nowNs - TimeUnit.MILLISECONDS.toNanos(agoMs));
        states.onRecovered(order, null);
        log.onCheckpoint(order, nowMs - agoMs, 0);
        log.onOutcomeUnknown(order, Doubt.RESTART);
        taken = order;
    }

    /** What else there is of its terms its row says as it is applied. */
    private OrderIntent termsOf(ExecutionReport report, Instrument instrument) {
        intent.begin(OrderOperation.NEW, instrument.id()).type(report.orderType());
        intent.side(report.side()).units(Decimals.toUnits(report.originalAmount()));
        intent.price(Price.rounded(report.price())).flags(report.flags());
        intent.clientOrderId(report.clientOrderId()).groupId(report.groupId());
        intent.origin(OrderOrigin.STRATEGY.code());
        intent.strategy(GroupNumber.strategyOf(report.groupId(), states.strategies()));
        intent.createdEpochDay((int) (report.createTimeMs() / TimeUnit.DAYS.toMillis(1)));
        return intent;
    }

    /** One that was taken up, once; else null. */
    Order takeNews() {
        Order news = taken;
        taken = null;
        return news;
    }
}
