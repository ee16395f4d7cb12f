package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.number.Decimals;
import io.hayate.order.Order;
import io.hayate.order.OrderEvents;

/**
 * Makes reports of what Hayate itself knows of an order, in the shape of the venue's. Strategy
 * thread; allocates nothing.
 */
public final class OwnReports implements OrderEvents {
    private final Event event = Event.allocate();
    private final ExecutionReport report = new ExecutionReport();
    private Listener listener;

    /** Takes such a report; the event is valid until this returns. */
    @FunctionalInterface
    public interface Listener {
        /** Takes one report; the event is valid until this returns. */
        void onOwnReport(Event event, Order order);
    }

    /** Sets who is told, once, before the first event. */
    public void listener(Listener taker) {
        listener = taker;
    }

    @Override
    public void onOutcomeUnknown(Order order) {
        describe(order, ReportKind.OUTCOME_UNKNOWN)
                .text("the venue has not told what became of it: check it there");
        listener.onOwnReport(event, order);
    }

    @Override
    public void onFillAdopted(Order order, long units) {
        describe(order, ReportKind.FILL_ADOPTED)
                .fillAmount(Decimals.toDouble(units))
                .fillPrice(order.averagePrice())
                .text("told by the order's row alone; its fee is not known");
        listener.onOwnReport(event, order);
    }

    /** The slot of the description made last. */
    Event event() {
        return event;
    }

    /** Describes an order as it stands. */
    ExecutionReport describe(Order order, ReportKind kind) {
        event.begin(order.instrument().id(), 0).type(EventType.EXECUTION_REPORT);
        report.wrap(event).clear().kind(kind);
        report.clientOrderId(order.clientOrderId()).orderId(order.orderId());
        report.side(order.side()).orderType(order.type()).price(order.price());
        report.flags(order.flags()).groupId(order.groupId());
        report.originalAmount(order.amount());
        report.remainingAmount(order.remainingAmount());
        report.averagePrice(order.averagePrice());
        return report.status(order.status());
    }
}
