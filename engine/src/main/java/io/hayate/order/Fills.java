package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Decimals;

/**
 * Counts fills: each once, whether {@code te}, {@code tu} or only an order row told it. Strategy
 * thread; allocates nothing.
 */
final class Fills {
    private final TradeIds tradeIds = new TradeIds();
    private final Positions positions;
    private final Counters counters;

    Fills(Positions positions, Counters counters) {
        this.positions = positions;
        this.counters = counters;
    }

    /** Takes a fill of an order of ours; false when it was counted before. */
    boolean onFill(Order order, ExecutionReport report) {
        if (!tradeIds.add(report.tradeId(), order.instrument().id(), order.side())) {
            return false;
        }
        long units = order.addFill(units(report.fillAmount()), report.fillPrice());
        if (units == 0) {
            return false; // an order row had told it, and it was adopted
        }
        count(order, units);
        return true;
    }

    /** Counts what an order row told and no fill did; returns those units. */
    long adopt(Order order) {
        long units = order.adoptMissing();
        count(order, units);
        counters.increment(Counter.FILLS_ADOPTED);
        return units;
    }

    private void count(Order order, long units) {
        positions.add(order.instrument().id(), order.side().sign() * units);
        counters.increment(Counter.FILLS);
    }

    private long units(double amount) {
        long units = Decimals.toUnits(amount);
        if (units != Decimals.INEXACT) {
            return units;
        }
        counters.increment(Counter.FILLS_INEXACT);
        return Math.round(amount * Decimals.UNITS_PER_ONE);
    }
}
