package io.hayate.order;

import io.hayate.outbound.OpenNumbers;
import io.hayate.risk.RiskLimits;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How orders are kept.
 *
 * @param numbers where other threads find the open ones; as many are kept at once, open and done
 * @param answerTimeoutMs what an order waits for a word of the venue before its outcome counts as unknown
 * @param doubts how those are looked after
 * @param strategies what each of several strategies may do; empty where one runs alone, or none
 */
public record OrderKeeping(
        OpenNumbers numbers,
        int answerTimeoutMs,
        DoubtKeeping doubts,
        List<RiskLimits> strategies) {
    public OrderKeeping {
        strategies = List.copyOf(strategies);
    }

    /** So many orders, where nobody is asked what became of them. */
    public OrderKeeping(int capacity, int answerTimeoutMs) {
        this(new OpenNumbers(capacity), answerTimeoutMs, DoubtKeeping.NONE, List.of());
    }

    /** What an order waits for a word of the venue, in ns. */
    long answerTimeoutNs() {
        return TimeUnit.MILLISECONDS.toNanos(answerTimeoutMs);
    }
}
