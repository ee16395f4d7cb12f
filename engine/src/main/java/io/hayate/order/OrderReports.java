package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Doubt;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;

/**
 * What the venue says of our orders, applied to them. Messages may come in any order; fills decide
 * the position, rows decide the state. Strategy thread; allocates nothing.
 */
final class OrderReports {
    private static final long FILL_OVERDUE_NS = 5_000_000_000L;
    private static final long FILLS_EVERY_NS = 100_000_000L; // all that are kept are looked at
    private static final long MS_PER_DAY = 86_400_000L;

    private final OrderPool pool;
    private final long answerTimeoutNs;
    private final Fills fills;
    private final Counters counters;
    private final OrderLog log;

    private final OrderStates states;
    private final AnswerDue overdueFills = new AnswerDue();
    private final AnswerDue answers = new AnswerDue();

    /**
     * Without an order.
     *
     * @param keeping says what an order waits for a word of the venue
     */
    OrderReports(
            OrderPool pool,
            OrderKeeping keeping,
            Fills fills,
            Counters counters,
            OrderLog log,
            OrderStates states) {
        this.states = states;
        this.pool = pool;
        answerTimeoutNs = keeping.answerTimeoutNs();
        this.fills = fills;
        this.counters = counters;
        this.log = log;
    }

    int openOrders() {
        return states.openOrders();
    }

    void onSent(Order order, long nowNs) {
        order.inDoubt().sentNs(nowNs);
        awaitAnswer(order, nowNs);
        states.onSent(order);
    }

    /** The venue is to tell more of it in time. */
    private void awaitAnswer(Order order, long nowNs) {
        order.newsTimeNs(nowNs);
        answers.await(nowNs + answerTimeoutNs);
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
            states.onOpenOrdersListed();
        }
        return order;
    }

    private void apply(ExecutionReport report, Order order, boolean isUntouched, long nowNs) {
        switch (report.kind()) {
            case REQUEST_ANSWER -> onAnswer(report, order, isUntouched, nowNs);
            case OPEN_ORDER -> {
                states.onListed(order);
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
            if (states.become(order, OrderStatus.ACCEPTED)) {
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
            if (states.isAccountInDoubt()) {
                states.loseSight(order, Doubt.NOT_FOUND);
            } else if (order.isOpen()) {
                order.pending(PendingRequest.CANCEL, nowNs);
                answers.await(nowNs + answerTimeoutNs);
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
            states.become(order, OrderStatus.FILLED);
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
                states.become(other, OrderStatus.REJECTED);
            }
        }
    }

    /** An order was asked to change or to end. */
    void onAsked(Order order, PendingRequest request, long nowNs) {
        order.pending(request, nowNs, order.updateUnits());
        answers.await(nowNs + answerTimeoutNs);
    }

    private void onRefused(Order order) {
        if (states.become(order, OrderStatus.REJECTED)) {
            counters.increment(Counter.ORDERS_REJECTED);
        }
    }

    void onRow(ExecutionReport report, Order order, long nowNs) {
        if (report.createTimeMs() != 0) {
            order.createdEpochDay(report.createTimeMs() / MS_PER_DAY);
        }
        OrderStatus status = report.status();
        RowTerms.take(report, order, nowNs);
        fills.onRow(order, report, status, nowNs);
        if (status == OrderStatus.REJECTED && order.filledUnits() == 0) {
            onRefused(order);
        } else if (status != null) {
            states.become(order, status == OrderStatus.REJECTED ? OrderStatus.CANCELED : status);
        }
        if (order.missingUnits() > 0) {
            overdueFills.await(order.newsTimeNs() + FILL_OVERDUE_NS);
        }
    }

    private void onFill(ExecutionReport report, Order order) {
        if (fills.onFill(order, report)) {
            states.become(
                    order, order.isComplete() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED);
        }
    }

    /**
     * Looks for orders of which nothing is heard; counts fills whose own messages are overdue.
     *
     * @param nowNs until when what the venue said has come here
     */
    void onTime(long nowNs) {
        if (answers.isOver(nowNs)) {
            checkAnswers(nowNs);
        }
        if (overdueFills.isOver(nowNs)) {
            checkFills(nowNs);
        }
    }

    private void checkFills(long nowNs) {
        overdueFills.clear();
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.missingUnits() > 0 && !isAdopted(order, nowNs)) {
                long dueNs = order.newsTimeNs() + FILL_OVERDUE_NS;
                overdueFills.await(Math.max(dueNs, nowNs + FILLS_EVERY_NS));
            }
        }
    }

    /** An order of which the venue has told nothing, or only that it was taken, for so long is lost. */
    private void checkAnswers(long nowNs) {
        answers.clear();
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (!OrderStates.isAwaited(order)) {
                continue;
            }
            boolean isChange = order.pending() != PendingRequest.NONE;
            long askedNs = isChange ? order.pendingTimeNs() : order.newsTimeNs();
            if (nowNs - askedNs - answerTimeoutNs >= 0) {
                states.loseSight(order, Doubt.ANSWER);
            } else {
                answers.await(askedNs + answerTimeoutNs);
            }
        }
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
            states.become(order, OrderStatus.FILLED);
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
