package io.hayate.order;

import io.hayate.risk.RiskVerdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many orders were refused here, by who asked and by reason. The strategy's thread counts,
 * allocating nothing; any thread reads.
 */
public final class OrderRefusals {
    private final Map<OrderOrigin, Map<RiskVerdict, AtomicLong>> counts =
            new EnumMap<>(OrderOrigin.class);

    OrderRefusals() {
        for (OrderOrigin origin : OrderOrigin.values()) {
            Map<RiskVerdict, AtomicLong> reasons = new EnumMap<>(RiskVerdict.class);
            for (RiskVerdict reason : RiskVerdict.values()) {
                reasons.put(reason, new AtomicLong());
            }
            counts.put(origin, reasons);
        }
    }

    void increment(OrderOrigin origin, RiskVerdict reason) {
        AtomicLong count = counts.get(origin).get(reason);
        count.lazySet(count.getPlain() + 1);
    }

    /** Orders of this origin that were refused for this reason. */
    public long get(OrderOrigin origin, RiskVerdict reason) {
        return counts.get(origin).get(reason).get();
    }

    /** Orders of any origin that were refused for this reason. */
    public long get(RiskVerdict reason) {
        long sum = 0;
        for (OrderOrigin origin : OrderOrigin.values()) {
            sum += get(origin, reason);
        }
        return sum;
    }
}
