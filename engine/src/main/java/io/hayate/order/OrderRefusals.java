package io.hayate.order;

import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many orders were refused here, by who asked and by reason. The strategy's thread counts,
 * allocating nothing; any thread reads.
 */
public final class OrderRefusals {
    private final Map<OrderOrigin, Map<RiskVerdict, AtomicLong>> counts =
            new EnumMap<>(OrderOrigin.class);
    private final List<AtomicLongArray> byStrategy = new ArrayList<>();

    OrderRefusals(int strategies) {
        for (int i = 0; i < strategies; i++) {
            byStrategy.add(new AtomicLongArray(RiskVerdict.values().length));
        }
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

    /** Counts for one strategy of several, too; 0 is none of them. */
    void increment(int strategy, RiskVerdict reason) {
        if (strategy > 0) {
            AtomicLongArray own = byStrategy.get(strategy - 1);
            own.lazySet(reason.ordinal(), own.getPlain(reason.ordinal()) + 1);
        }
    }

    /** Orders of this strategy of several, from 1, that were refused for this reason. */
    public long get(int strategy, RiskVerdict reason) {
        return byStrategy.get(strategy - 1).get(reason.ordinal());
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
