package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.OrderStatus;
import io.hayate.number.Decimals;
import java.util.function.Consumer;

/**
 * Counts fills: each once, whether {@code te}, {@code tu} or only an order row told it. What cannot be
 * true, a fill of more than is left of its order or a position beyond all bounds, is left out and
 * makes the account doubtful. Strategy thread; allocates nothing but for such a fill.
 */
final class Fills {
    private final TradeIds tradeIds = new TradeIds();
    private final Positions positions;
    private final Counters counters;
    private final Consumer<String> doubter;

    /**
     * Without a fill.
     *
     * @param doubter told why what is known of the account may be wrong
     */
    Fills(Positions positions, Counters counters, Consumer<String> doubter) {
        this.positions = positions;
        this.counters = counters;
        this.doubter = doubter;
    }

    /** Takes a fill of an order of ours; false when it was counted before, or cannot be true. */
    boolean onFill(Order order, ExecutionReport report) {
        if (!tradeIds.add(report.tradeId(), order.instrument().id(), order.side())) {
            return false;
        }
        long units = units(report.fillAmount(), order.untoldUnits());
        if (units > order.untoldUnits()) {
            refuse(FillWords.ofOverfill(order, report));
            return false;
        }
        long news = order.newsOf(units);
        if (!count(order, news)) {
            refuse(FillWords.of(order, report) + FillWords.BEYOND);
            return false;
        }
        order.addFill(units, report.fillPrice());
        return news > 0; // else an order row had told it, and it was adopted
    }

    /** Takes what an order row says was filled: what it leaves out is known, and filled is filled. */
    void onRow(Order order, ExecutionReport report, OrderStatus status, long nowNs) {
        long original = Decimals.toUnits(report.originalAmount());
        long remaining = Decimals.toUnits(report.remainingAmount());
        if (status == OrderStatus.FILLED) {
            remaining = 0;
        }
        if (remaining != Decimals.INEXACT) {
            long ordered = original == Decimals.INEXACT ? order.units() : original;
            long filled = ordered - remaining;
            if (filled > order.units()) {
                doubter.accept(FillWords.ofRow(order, filled));
            }
            order.rowFilled(Math.min(filled, order.units()), report.averagePrice(), nowNs);
        }
    }

    /** Counts what an order row told and no fill did; returns those units. */
    long adopt(Order order) {
        long units = order.missingUnits();
        if (!count(order, units)) {
            refuse(FillWords.of(order) + FillWords.BEYOND);
            order.forgetMissing();
            return 0;
        }
        order.adoptMissing();
        counters.increment(Counter.FILLS_ADOPTED);
        return units;
    }

    private boolean count(Order order, long units) {
        boolean counted = positions.add(order.instrument().id(), order.side().sign() * units);
        counters.add(Counter.FILLS, counted && units > 0 ? 1 : 0);
        return counted;
    }

    private void refuse(String why) {
        counters.increment(Counter.FILLS_REFUSED);
        doubter.accept(why);
    }

    /** In whole units; what rounding adds to the last part of an order is no fill beyond it. */
    private long units(double amount, long left) {
        long units = Decimals.toUnits(amount);
        if (units != Decimals.INEXACT) {
            return units;
        }
        counters.increment(Counter.FILLS_INEXACT);
        long nearest = Math.round(amount * Decimals.UNITS_PER_ONE);
        return nearest == left + 1 ? left : nearest;
    }
}
