package io.hayate.order;

import io.hayate.risk.RiskVerdict;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many orders were refused here, by who asked and by reason. The strategy's thread counts,
 * allocating nothing; any thread reads.
 */
public final class OrderRefusals {
    private static final int REASONS = RiskVerdict.values().length;

    private final AtomicLongArray counts =
            new AtomicLongArray(OrderOrigin.values().length * REASONS);

    void increment(OrderOrigin origin, RiskVerdict reason) {
        int index = index(origin, reason);
        counts.lazySet(index, counts.getPlain(index) + 1);
    }

    /** Orders of this origin that were refused for this reason. */
    public long get(OrderOrigin origin, RiskVerdict reason) {
        return counts.get(index(origin, reason));
    }

    /** Orders of any origin that were refused for this reason. */
    public long get(RiskVerdict reason) {
        long sum = 0;
        for (OrderOrigin origin : OrderOrigin.values()) {
            sum += get(origin, reason);
        }
        return sum;
    }

    private static int index(OrderOrigin origin, RiskVerdict reason) {
        return origin.ordinal() * REASONS + reason.ordinal();
    }
}
