package io.hayate.venue.fault;

import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import java.math.BigDecimal;

/** What the venue shall do wrong with orders, as those who take them ask for it. Venue thread. */
public final class OrderFaults {
    private final DueFaults plan;

    OrderFaults(DueFaults plan) {
        this.plan = plan;
    }

    /** What is wrong with the order that has come, or null. */
    public ActiveFault onOrder(long connection, String account, String symbol) {
        return plan.isOn(FaultPoint.ORDER)
                ? plan.due(
                        FaultPoint.ORDER, FaultSubject.ofRequest(connection, account, symbol, "on"))
                : null;
    }

    /** The text by which the order is refused, or null. */
    public static String refusal(ActiveFault fault) {
        return is(fault, FaultKind.ORDER_REFUSED) ? fault.rule().value("message") : null;
    }

    /** The status with which the order ends once it was accepted, or null. */
    public static String ending(ActiveFault fault) {
        return is(fault, FaultKind.ORDER_ENDED) ? fault.rule().value("status") : null;
    }

    /** True when the connection is dropped at the order. */
    public static boolean isSwallowed(ActiveFault fault) {
        return is(fault, FaultKind.SWALLOWED_ORDER);
    }

    /** True when the order that is swallowed is carried out all the same. */
    public static boolean isFilled(ActiveFault fault) {
        return fault.rule().flag("filled");
    }

    private static boolean is(ActiveFault fault, FaultKind kind) {
        return fault != null && fault.rule().kind() == kind;
    }

    /** The part of an order's rest that is filled before its cancellation is answered, or null. */
    public BigDecimal filledBeforeCancel(long connection, String account, String symbol) {
        if (!plan.isOn(FaultPoint.CANCEL)) {
            return null;
        }
        ActiveFault due =
                plan.due(
                        FaultPoint.CANCEL,
                        FaultSubject.ofRequest(connection, account, symbol, "oc"));
        return due == null ? null : new BigDecimal(due.rule().value("part"));
    }
}
