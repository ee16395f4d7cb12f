package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.OrderStatus;

/**
 * What the venue's history says of our orders, applied to them: an end and a fill hold whatever else is
 * known, that an order is open holds for doubts alone that are older than the question. Strategy thread;
 * allocates nothing.
 */
final class PastReports {
    private final OrderPool pool;
    private final OrderReports reports;
    private final OrderStates states;
    private final Fills fills;

    PastReports(OrderPool pool, OrderReports reports, OrderStates states, Fills fills) {
        this.pool = pool;
        this.reports = reports;
        this.states = states;
        this.fills = fills;
    }

    /**
     * Takes a row of the venue's history; returns the order of ours that it has changed, or null.
     *
     * @param askedNs when it was asked for: an order that is in doubt since is open here, whatever it says
     */
    Order onPast(ExecutionReport report, int instrumentId, long askedNs, long nowNs) {
        Order order = pool.find(report.clientOrderId(), report.orderId());
        if (order == null || !OrderMatch.agrees(order, report, instrumentId)) {
            return null;
        }
        states.evidence(OrderLog.Evidence.HISTORY);
        boolean isNews =
                switch (report.kind()) {
                    case OPEN_ORDER ->
                            order.inDoubt().isOlderThan(askedNs) && onPastRow(report, order, nowNs);
                    case CLOSED -> onPastRow(report, order, nowNs);
                    default -> onPastFill(report, order);
                };
        states.evidence(OrderLog.Evidence.LIVE);
        return isNews ? order : null;
    }

    private boolean onPastRow(ExecutionReport report, Order order, long nowNs) {
        if (!order.isOpen()) {
            return false;
        }
        OrderStatus before = order.status();
        pool.onOrderId(order, report.orderId());
        if (report.kind() == ReportKind.OPEN_ORDER) {
            states.onListed(order);
        }
        reports.onRow(report, order, nowNs);
        return order.status() != before;
    }

    /** That it was filled in part does not say what became of the rest. */
    private boolean onPastFill(ExecutionReport report, Order order) {
        pool.onOrderId(order, report.orderId());
        boolean isNews = fills.onFill(order, report);
        if (isNews && order.isComplete()) {
            states.become(order, OrderStatus.FILLED);
        } else if (isNews && order.status() == OrderStatus.UNKNOWN) {
            order.inDoubt().lastKnown(OrderStatus.PARTIALLY_FILLED);
        } else if (isNews) {
            states.become(order, OrderStatus.PARTIALLY_FILLED);
        }
        return isNews;
    }
}
