package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.OrderIntent;
import io.hayate.event.ReportKind;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.number.Decimals;

/**
 * What a row of the venue says of an order's terms, taken over by the order: type, price, flags, group
 * and amount are what the venue has, whoever changed them. Strategy thread; allocates nothing.
 */
final class RowTerms {
    private RowTerms() {}

    /** Takes the terms of a row, and ends an update that it shows. */
    static void take(ExecutionReport report, Order order, long nowNs) {
        OrderIntent terms = order.intent();
        OrderType type = report.orderType();
        if (type != OrderType.OTHER && type != terms.type()) {
            become(type, terms);
        }
        if (!terms.type().isMarket()) {
            terms.price(orElse(report.price(), terms.price()));
        }
        boolean hasStopBeside = OrderFlag.OCO.isIn(terms.flags());
        if (report.auxPrice() > 0 && terms.type().isStopLimit() && !hasStopBeside) {
            terms.auxLimitPrice(orElse(report.auxPrice(), terms.auxLimitPrice()));
        }
        if (report.trailingDistance() > 0 && terms.type().isTrailingStop()) {
            terms.trailingDistance(orElse(report.trailingDistance(), terms.trailingDistance()));
        }
        terms.flags(report.flags()).groupId(report.groupId());
        long before = order.units();
        takeAmount(report, order);
        if (report.kind() == ReportKind.OPEN_ORDER) {
            order.pending(PendingRequest.NONE, nowNs);
        } else if (report.kind() == ReportKind.CHANGED && isShown(order, before)) {
            onShown(order, nowNs);
        }
    }

    /** A row of a fill may come between an update and its own row, which has another amount then. */
    private static boolean isShown(Order order, long unitsBefore) {
        long wanted = order.updateUnits();
        return wanted == 0
                || order.units() != unitsBefore
                || order.units() - order.filledUnits() == wanted;
    }

    private static void onShown(Order order, long nowNs) {
        if (order.pending() == PendingRequest.UPDATE_TAKEN) {
            order.pending(PendingRequest.NONE, nowNs);
        } else if (order.pending() == PendingRequest.UPDATE) {
            order.pending(PendingRequest.UPDATE_SHOWN, order.pendingTimeNs(), order.updateUnits());
        }
    }

    /** A stop that was triggered has what belongs to it no more. */
    private static void become(OrderType type, OrderIntent terms) {
        terms.type(type);
        terms.auxLimitPrice(type.isStopLimit() ? terms.auxLimitPrice() : Price.NONE);
        terms.trailingDistance(type.isTrailingStop() ? terms.trailingDistance() : Price.NONE);
        terms.price(type.isMarket() ? Price.NONE : terms.price());
    }

    /** A price that is averaged or follows the market may have any number of digits. */
    private static long orElse(double price, long otherwise) {
        long rounded = Price.rounded(price);
        return rounded == Price.NONE ? otherwise : rounded;
    }

    private static void takeAmount(ExecutionReport report, Order order) {
        long ordered = Decimals.toUnits(report.originalAmount());
        if (ordered != Decimals.INEXACT && ordered > 0) {
            order.onOrdered(ordered);
        }
    }
}
