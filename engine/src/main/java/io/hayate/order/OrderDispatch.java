package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.outbound.OrderEntry;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskVerdict;

/**
 * Hands what was checked to the socket, and keeps what left. Strategy thread; allocates nothing after
 * start.
 */
final class OrderDispatch {
    private static final long MS_PER_DAY = 86_400_000L;

    private final OrderEntry entry;
    private final RiskGate gate;
    private final ClientOrderIds ids;
    private final OrderPool pool;
    private final OrderReports reports;
    private final StrategyChecks strategies;
    private final OrderIntent scratch = OrderIntent.allocate();

    private long connection;
    private long nowMs;
    private Order last;

    OrderDispatch(
            OrderEntry entry,
            RiskGate gate,
            ClientOrderIds ids,
            OrderPool pool,
            OrderReports reports,
            StrategyChecks strategies) {
        this.strategies = strategies;
        this.entry = entry;
        this.gate = gate;
        this.ids = ids;
        this.pool = pool;
        this.reports = reports;
    }

    void onTime(long timeMs) {
        nowMs = timeMs;
    }

    void onConnection(long number) {
        connection = number;
    }

    Order last() {
        return last;
    }

    /**
     * A place for an order, or null. What only rows told of who was there is counted first, before the
     * limits are looked at: a strategy that hears of it may send an order itself, and take the place.
     */
    Order freePlace() {
        Order order = pool.free();
        while (order != null && order.missingUnits() > 0) {
            reports.onRecycled(order);
            order = pool.free();
        }
        return order;
    }

    /** Has the memory at hand that the next order will need. */
    void prefetch() {
        pool.prefetch(ids.upcoming());
        entry.prefetch();
    }

    /** Gives a new order its number, and the stop of an OCO order its own; ACCEPTED when there are. */
    RiskVerdict number(OrderIntent intent, int places) {
        int needed = OrderFlag.OCO.isIn(intent.flags()) ? 2 : 1;
        if (places < needed) {
            return RiskVerdict.ORDER_POOL;
        }
        intent.clientOrderId(ids.next());
        intent.ocoClientOrderId(needed > 1 ? ids.next() : 0);
        boolean isNumbered =
                intent.clientOrderId() != ClientOrderIds.NONE
                        && intent.ocoClientOrderId() != ClientOrderIds.NONE;
        return isNumbered ? RiskVerdict.ACCEPTED : RiskVerdict.CLIENT_ORDER_IDS;
    }

    /** How many more orders can be kept. */
    int places() {
        return pool.capacity() - reports.openOrders();
    }

    /** Sends a new order that has its number; false when the socket took nothing. */
    boolean send(OrderIntent intent, Instrument instrument) {
        if (!entry.newOrder(intent, instrument)) {
            return false;
        }
        onRisk(intent.strategy(), entry.writtenTimeNs());
        keep(intent, instrument, intent.clientOrderId(), entry.writtenTimeNs());
        return true;
    }

    /** Counts what carries new risk, for its strategy, too. */
    void onRisk(int strategy, long nowNs) {
        gate.onSent(nowNs);
        strategies.onSent(strategy, nowNs);
    }

    /** Keeps an order that left in the message of this number; returns it. */
    Order keep(OrderIntent intent, Instrument instrument, long frameNumber, long nowNs) {
        Order order = take(intent, instrument, frameNumber, nowNs);
        if (order != null && OrderFlag.OCO.isIn(intent.flags())) {
            scratch.copyFrom(intent).clientOrderId(intent.ocoClientOrderId()).ocoClientOrderId(0);
            scratch.price(intent.ocoStopPrice()).ocoStopPrice(Price.NONE).flags(0);
            boolean isExchange = intent.type().isExchange();
            scratch.type(isExchange ? OrderType.EXCHANGE_STOP : OrderType.STOP);
            Order stop = take(scratch, instrument, frameNumber, nowNs);
            if (stop != null) {
                order.partner(stop);
                stop.partner(order);
            }
        }
        last = order;
        return order;
    }

    private Order take(OrderIntent intent, Instrument instrument, long frame, long nowNs) {
        Order order = freePlace();
        if (order == null) {
            entry.onDoubt("an order left that there is no place for: " + intent.clientOrderId());
            return null;
        }
        pool.take();
        order.begin(intent, instrument);
        order.frameNumber(frame);
        order.connection(connection);
        order.createdEpochDay(nowMs / MS_PER_DAY);
        pool.onBegun(order);
        reports.onSent(order, nowNs);
        return order;
    }

    /** Completes an update that was checked: which order it is about. */
    static void name(OrderIntent change, Order order) {
        change.orderId(order.orderId()).clientOrderId(order.clientOrderId());
        change.instrumentId(order.instrument().id()).side(order.side()).type(order.type());
        change.createdEpochDay(order.intent().createdEpochDay()).strategy(order.strategy());
    }

    /** Sends an update that was checked and named; false when the socket took nothing. */
    boolean update(Order order, OrderIntent change) {
        boolean isRisk = OrderChecks.isRisk(order, change);
        if (!entry.change(change, isRisk ? order.clientOrderId() : 0)) {
            return false;
        }
        if (isRisk) {
            onRisk(order.strategy(), entry.writtenTimeNs());
        }
        onUpdated(order, change, entry.writtenTimeNs());
        return true;
    }

    void onUpdated(Order order, OrderIntent change, long nowNs) {
        boolean isOfAmount =
                change.isChanging(OrderIntent.CHANGES_AMOUNT)
                        || change.isChanging(OrderIntent.CHANGES_AMOUNT_BY);
        long left = isOfAmount ? OrderChecks.unitsLeft(order, change) : 0;
        order.pending(PendingRequest.UPDATE, nowNs, left);
        reports.onAsked(order, PendingRequest.UPDATE, nowNs);
    }

    /** Asks the venue to cancel an order; false when it is done, or nothing can be sent now. */
    boolean cancel(Order order) {
        if (!order.isOpen() || !entry.isAuthenticated()) {
            return false;
        }
        boolean isSent =
                order.orderId() != 0
                        ? entry.cancel(order.orderId())
                        : entry.cancel(order.clientOrderId(), order.intent().createdEpochDay());
        if (isSent) {
            gate.onCancelSent(entry.writtenTimeNs());
            onCancelAsked(order);
        }
        return isSent;
    }

    void onCancelAsked(Order order) {
        if (order.pending() != PendingRequest.CANCEL) {
            reports.onAsked(order, PendingRequest.CANCEL, entry.nowNs());
        }
    }

    /** Asks the venue to cancel a group; returns how many of ours that is, 0 when nothing was sent. */
    int cancelGroup(long group) {
        scratch.begin(OrderOperation.CANCEL_GROUP, Instrument.NONE).groupId(group);
        int open = 0;
        for (int i = 0; i < pool.size(); i++) {
            open += isOpenIn(group, pool.get(i)) ? 1 : 0;
        }
        if (group == 0 || open == 0 || !entry.isAuthenticated() || !entry.change(scratch, 0)) {
            return 0;
        }
        gate.onCancelSent(entry.writtenTimeNs());
        for (int i = 0; i < pool.size(); i++) {
            if (isOpenIn(group, pool.get(i))) {
                onCancelAsked(pool.get(i));
            }
        }
        return open;
    }

    private static boolean isOpenIn(long group, Order order) {
        return order.isOpen() && order.intent().groupId() == group;
    }
}
