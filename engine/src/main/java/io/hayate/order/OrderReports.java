package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the venue says of our orders, applied to them. Messages may come in any order; fills decide
 * the position, rows decide the state. Strategy thread; allocates nothing.
 */
final class OrderReports {
    /** The account that the orders are of, as its connection has it. */
    interface Account {
        /** True while what is known of it may be wrong. */
        boolean isInDoubt();

        /** Takes how many orders may rest at the venue. */
        void onRestingOrders(int count);
    }

    private static final long FILL_OVERDUE_NS = 5_000_000_000L;
    private static final long MS_PER_DAY = 86_400_000L;

    private final OrderPool pool;
    private final long answerTimeoutNs;
    private final Fills fills;
    private final Counters counters;
    private final OrderLog log;

    private final AtomicInteger openOrders = new AtomicInteger(); // written by one thread
    private final Account account;
    private long connection;
    private int listings; // lists of open orders that were whole, of this connection
    private int restingOrders;
    private boolean awaitingFills;
    private boolean awaitingAnswers;
    private long answerDueNs; // of those, the first

    /**
     * Without an order.
     *
     * @param answerTimeoutNs what an order waits for a word of the venue
     */
    OrderReports(
            OrderPool pool,
            long answerTimeoutNs,
            Fills fills,
            Counters counters,
            OrderLog log,
            Account account) {
        this.account = account;
        this.pool = pool;
        this.answerTimeoutNs = answerTimeoutNs;
        this.fills = fills;
        this.counters = counters;
        this.log = log;
    }

    void onSent(Order order, long nowNs) {
        awaitAnswer(order, nowNs);
        openOrders.lazySet(openOrders.getPlain() + 1);
        addResting(1);
    }

    /** The venue is to tell more of it in time. */
    private void awaitAnswer(Order order, long nowNs) {
        order.newsTimeNs(nowNs);
        awaitUntil(nowNs + answerTimeoutNs);
    }

    private void awaitUntil(long dueNs) {
        if (!awaitingAnswers || dueNs - answerDueNs < 0) {
            awaitingAnswers = true;
            answerDueNs = dueNs;
        }
    }

    private void addResting(int orders) {
        restingOrders += orders;
        account.onRestingOrders(restingOrders);
    }

    int openOrders() {
        return openOrders.get();
    }

    /** Takes which connection there is; one that is new, or lost, leaves what was under way unknown. */
    void onConnection(long number, boolean lost) {
        connection = number;
        if (lost) {
            listings = 0;
            onConnectionLost();
            countResting();
        }
    }

    /** None of a connection before rests until this one tells so: its end may have ended it. */
    private void countResting() {
        restingOrders = 0;
        for (int i = 0; i < pool.size(); i++) {
            restingOrders += mayRest(pool.get(i)) ? 1 : 0;
        }
        addResting(0);
    }

    Order onReport(ExecutionReport report, int instrumentId, boolean isLast, long nowNs) {
        Order order = pool.find(report.clientOrderId(), report.orderId());
        if (order != null && !OrderMatch.agrees(order, report, instrumentId)) {
            order = null;
        }
        if (order != null) {
            boolean isUntouched = OrderMatch.isUntouched(order);
            pool.onOrderId(order, report.orderId());
            apply(report, order, isUntouched, nowNs);
        }
        boolean isList = report.kind() == ReportKind.OPEN_ORDER;
        if (report.kind() == ReportKind.NO_OPEN_ORDERS || (isList && isLast)) {
            onOpenOrdersListed();
        }
        return order;
    }

    private void apply(ExecutionReport report, Order order, boolean isUntouched, long nowNs) {
        switch (report.kind()) {
            case REQUEST_ANSWER -> onAnswer(report, order, isUntouched, nowNs);
            case OPEN_ORDER -> {
                onListed(order);
                onRow(report, order, nowNs);
            }
            case NEW, CHANGED, CLOSED -> onRow(report, order, nowNs);
            case FILL, FILL_FEE -> onFill(report, order);
            case NOT_SENT -> onNotSent(order, nowNs);
            case NO_OPEN_ORDERS,
                    OUTCOME_UNKNOWN,
                    FILL_ADOPTED,
                    REFUSED_HERE -> {} // of none, or ours
        }
    }

    /** A refusal that comes late must not end an order of which more is known already. */
    private void onAnswer(ExecutionReport report, Order order, boolean isUntouched, long nowNs) {
        if (report.request() != RequestKind.NEW_ORDER) {
            onChangeAnswer(report, order, nowNs);
            return;
        }
        if (report.isAccepted()) {
            if (become(order, OrderStatus.ACCEPTED)) {
                awaitAnswer(order, nowNs);
            }
        } else if (report.isRefused() && isUntouched) {
            onRefused(order);
        }
    }

    /**
     * Why a cancel or an update was refused the order's own frames tell, unless they were not
     * understood. Of an order that is not found they are due now.
     */
    private void onChangeAnswer(ExecutionReport report, Order order, long nowNs) {
        if (report.isNotFound()) {
            if (account.isInDoubt()) {
                loseSight(order, OrderLog.Reason.NOT_FOUND);
            } else if (order.isOpen()) {
                order.pending(PendingRequest.CANCEL, nowNs);
                awaitUntil(nowNs + answerTimeoutNs);
            }
            return;
        }
        boolean isUpdate = report.request() == RequestKind.UPDATE_ORDER;
        boolean isShown = order.pending() == PendingRequest.UPDATE_SHOWN;
        if (isUpdate && (isShown || order.pending() == PendingRequest.UPDATE)) {
            if (report.isAccepted() && isShown) {
                order.pending(PendingRequest.NONE, nowNs);
            } else if (report.isAccepted()) {
                order.pending(PendingRequest.UPDATE_TAKEN, nowNs, order.updateUnits());
            } else if (report.isRefused()) {
                endPending(order, nowNs);
            }
        } else if (!isUpdate && report.isRefused() && order.pending() == PendingRequest.CANCEL) {
            endPending(order, nowNs);
        }
    }

    /** What was asked for does not come; what was filled meanwhile may be all there is. */
    private void endPending(Order order, long nowNs) {
        order.pending(PendingRequest.NONE, nowNs);
        if (order.isOpen() && order.isComplete()) {
            become(order, OrderStatus.FILLED);
        }
    }

    /** A change of it never came; nor did the orders in that message, but those of an earlier one did. */
    private void onNotSent(Order order, long nowNs) {
        boolean isChange = order.pending() != PendingRequest.NONE;
        long askedNs = order.pendingTimeNs();
        if (isChange) {
            endPending(order, nowNs);
        }
        for (int i = 0; i < pool.size(); i++) {
            Order other = pool.get(i);
            boolean isOfFrame = other.frameNumber() == order.clientOrderId();
            boolean isEarlier = isChange && other.newsTimeNs() - askedNs < 0;
            if (isOfFrame && !isEarlier && OrderMatch.isUntouched(other)) {
                become(other, OrderStatus.REJECTED);
            }
        }
    }

    /** An order was asked to change or to end. */
    void onAsked(Order order, PendingRequest request, long nowNs) {
        order.pending(request, nowNs, order.updateUnits());
        awaitUntil(nowNs + answerTimeoutNs);
    }

    private void onRefused(Order order) {
        if (become(order, OrderStatus.REJECTED)) {
            counters.increment(Counter.ORDERS_REJECTED);
        }
    }

    private void onRow(ExecutionReport report, Order order, long nowNs) {
        if (report.createTimeMs() != 0) {
            order.createdEpochDay(report.createTimeMs() / MS_PER_DAY);
        }
        OrderStatus status = report.status();
        RowTerms.take(report, order, nowNs);
        fills.onRow(order, report, status, nowNs);
        if (status == OrderStatus.REJECTED && order.filledUnits() == 0) {
            onRefused(order);
        } else if (status != null) {
            become(order, status == OrderStatus.REJECTED ? OrderStatus.CANCELED : status);
        }
        awaitingFills |= order.missingUnits() > 0;
    }

    private void onFill(ExecutionReport report, Order order) {
        if (fills.onFill(order, report)) {
            become(order, order.isComplete() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED);
        }
    }

    private boolean become(Order order, OrderStatus next) {
        boolean wasOpen = order.isOpen();
        boolean mightRest = mayRest(order);
        OrderStatus before = order.status();
        boolean changed = order.become(next);
        if (changed) {
            log.onState(order, before);
        }
        if (wasOpen && !order.isOpen()) {
            openOrders.lazySet(openOrders.getPlain() - 1);
            endPartner(order);
        }
        if (mightRest != mayRest(order)) {
            addResting(mightRest ? -1 : 1);
        }
        return changed;
    }

    /** Of an OCO pair what ends one ends the other, which may not have come to be. */
    private void endPartner(Order order) {
        Order partner = order.partner();
        order.partner(null);
        if (partner != null && partner.partner() == order) {
            partner.partner(null);
            if (OrderMatch.isUntouched(partner)) {
                boolean isRefused = order.status() == OrderStatus.REJECTED;
                become(partner, isRefused ? OrderStatus.REJECTED : OrderStatus.CANCELED);
            }
        }
    }

    /** True for an open order that the connection's own frames have told of, or will. */
    private boolean mayRest(Order order) {
        return order.isOpen()
                && order.status() != OrderStatus.UNKNOWN
                && order.connection() == connection;
    }

    private void onListed(Order order) {
        boolean mightRest = mayRest(order);
        order.onListed(connection, listings);
        if (mightRest != mayRest(order)) {
            addResting(1);
        }
    }

    /** What had not been answered on a connection that is gone is unknown now. */
    private void onConnectionLost() {
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (isAwaited(order)) {
                loseSight(order, OrderLog.Reason.CONNECTION);
            }
        }
    }

    /** A list is complete: what is open here and should be on it, and is not, is unknown. */
    private void onOpenOrdersListed() {
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.isOpen() && (order.connection() != connection || isMissed(order))) {
                loseSight(order, OrderLog.Reason.LIST);
            }
        }
        listings++;
    }

    /** True for an order that rested, as far as we know, and a later list of the connection leaves out. */
    private boolean isMissed(Order order) {
        boolean rested =
                order.status() == OrderStatus.ACTIVE
                        || order.status() == OrderStatus.PARTIALLY_FILLED;
        return rested && listings > 0 && order.listing() != listings;
    }

    private void loseSight(Order order, OrderLog.Reason reason) {
        order.pending(PendingRequest.NONE, order.pendingTimeNs(), order.updateUnits());
        if (become(order, OrderStatus.UNKNOWN)) {
            counters.increment(Counter.ORDERS_UNKNOWN);
            log.onOutcomeUnknown(order, reason);
        }
    }

    /**
     * Looks for orders of which nothing is heard; counts fills whose own messages are overdue.
     *
     * @param nowNs until when what the venue said has come here
     */
    void onTime(long nowNs) {
        if (awaitingAnswers && nowNs - answerDueNs >= 0) {
            checkAnswers(nowNs);
        }
        if (!awaitingFills) {
            return;
        }
        awaitingFills = false;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.missingUnits() > 0) {
                awaitingFills |= !isAdopted(order, nowNs);
            }
        }
    }

    /** An order of which the venue has told nothing, or only that it was taken, for so long is lost. */
    private void checkAnswers(long nowNs) {
        awaitingAnswers = false;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (!isAwaited(order)) {
                continue;
            }
            boolean isChange = order.pending() != PendingRequest.NONE;
            long askedNs = isChange ? order.pendingTimeNs() : order.newsTimeNs();
            if (nowNs - askedNs - answerTimeoutNs >= 0) {
                loseSight(order, OrderLog.Reason.ANSWER);
            } else {
                awaitUntil(askedNs + answerTimeoutNs);
            }
        }
    }

    private static boolean isAwaited(Order order) {
        boolean isNew =
                order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.ACCEPTED;
        return isNew || (order.pending() != PendingRequest.NONE && order.isOpen());
    }

    private boolean isAdopted(Order order, long nowNs) {
        if (nowNs - order.newsTimeNs() < FILL_OVERDUE_NS) {
            return false;
        }
        adopt(order);
        return true;
    }

    private void adopt(Order order) {
        long units = fills.adopt(order);
        if (order.isComplete()) {
            become(order, OrderStatus.FILLED);
        }
        if (units > 0) {
            log.onFillAdopted(order, units);
        }
    }

    /** An order leaves the pool: fills that only its rows told are counted now or never. */
    void onRecycled(Order order) {
        if (order.missingUnits() > 0) {
            adopt(order);
        }
    }
}
