package io.hayate.order;

import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many orders were refused here, by who asked and by reason. The strategy's thread counts,
 * allocating nothing; any thread reads.
 */
public final class OrderRefusals {
    private final Map<OrderOrigin, Map<RiskVerdict, AtomicLong>> counts =
            new EnumMap<>(OrderOrigin.class);
    private final List<Map<RiskVerdict, AtomicLong>> byStrategy = new ArrayList<>();

    OrderRefusals(int strategies) {
        for (int i = 0; i < strategies; i++) {
            byStrategy.add(none());
        }
        for (OrderOrigin origin : OrderOrigin.values()) {
            counts.put(origin, none());
        }
    }

    private static Map<RiskVerdict, AtomicLong> none() {
        Map<RiskVerdict, AtomicLong> reasons = new EnumMap<>(RiskVerdict.class);
        for (RiskVerdict reason : RiskVerdict.values()) {
            reasons.put(reason, new AtomicLong());
        }
        return reasons;
    }

    void increment(OrderOrigin origin, RiskVerdict reason) {
        increment(counts.get(origin).get(reason));
    }

    private static void increment(AtomicLong count) {
        count.lazySet(count.getPlain() + 1); // one thread writes
    }

    /** Counts for one strategy of several, too; 0 is none of them. */
    void increment(int strategy, RiskVerdict reason) {
        if (strategy > 0) {
            increment(byStrategy.get(strategy - 1).get(reason));
        }
    }

    /** Orders of this strategy of several, from 1, that were refused for this reason. */
    public long get(int strategy, RiskVerdict reason) {
        return byStrategy.get(strategy - 1).get(reason).get();
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
