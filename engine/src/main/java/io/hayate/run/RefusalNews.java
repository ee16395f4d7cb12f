package io.hayate.run;

import io.hayate.model.Counts;
import io.hayate.order.OrderOrigin;
import io.hayate.order.OrderRefusals;
import io.hayate.risk.RiskVerdict;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lines for a person about a strategy's orders that were refused here: the first of each reason at
 * once, further ones as a count every ten seconds. The console's own orders are answered where they
 * are typed. Main thread.
 */
final class RefusalNews {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);
    private static final RiskVerdict[] REASONS = RiskVerdict.values();

    private final OrderRefusals refusals;
    private final long[] told = new long[REASONS.length];
    private final long[] toldNs = new long[REASONS.length];

    RefusalNews(OrderRefusals refusals, long nowNs) {
        this.refusals = refusals;
        Arrays.fill(toldNs, nowNs - INTERVAL_NS);
    }

    /** Gives what is to be told now to the printer, a line a reason. */
    void tell(long nowNs, Consumer<String> printer) {
        for (int i = 0; i < REASONS.length; i++) {
            long more = refusals.get(OrderOrigin.STRATEGY, REASONS[i]) - told[i];
            if (more > 0 && nowNs - toldNs[i] >= INTERVAL_NS) {
                told[i] += more;
                toldNs[i] = nowNs;
                String orders = more == 1 ? "an order" : Counts.of(more, "order");
                String text = orders + " of the strategy refused here, nothing was sent: ";
                printer.accept(text + REASONS[i].reason());
            }
        }
    }
}
