package io.hayate.run;

import io.hayate.model.Counts;
import io.hayate.order.OrderOrigin;
import io.hayate.order.OrderRefusals;
import io.hayate.risk.RiskVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lines for a person about a strategy's orders that were refused here: the first of each reason at
 * once, further ones as a count every ten seconds. The console's own orders are answered where they
 * are typed. Main thread.
 */
final class RefusalNews {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);
    private static final RiskVerdict[] REASONS = RiskVerdict.values();

    private final OrderRefusals refusals;
    private final List<Integer> numbers; // of several strategies
    private final List<String> owners;
    private final long[][] told; // by owner and reason
    private final long[][] toldNs;

    /**
     * Has told nothing yet.
     *
     * @param owners what several strategies are called, by number; empty for one
     */
    RefusalNews(OrderRefusals refusals, Map<Integer, String> owners, long nowNs) {
        this.refusals = refusals;
        numbers = List.copyOf(owners.keySet());
        this.owners = List.copyOf(owners.values());
        int count = Math.max(1, owners.size());
        told = new long[count][REASONS.length];
        toldNs = new long[count][REASONS.length];
        for (long[] each : toldNs) {
            Arrays.fill(each, nowNs - INTERVAL_NS);
        }
    }

    /** Takes the lines. */
    @FunctionalInterface
    interface Printer {
        /** A line about orders of this strategy of several; its name is empty where one runs alone. */
        void print(String strategy, String line);
    }

    /** Gives what is to be told now to the printer, a line a strategy and reason. */
    void tell(long nowNs, Printer printer) {
        for (int owner = 0; owner < told.length; owner++) {
            for (int i = 0; i < REASONS.length; i++) {
                long more = count(owner, REASONS[i]) - told[owner][i];
                if (more > 0 && nowNs - toldNs[owner][i] >= INTERVAL_NS) {
                    told[owner][i] += more;
                    toldNs[owner][i] = nowNs;
                    printer.print(name(owner), line(owner, more) + REASONS[i].reason());
                }
            }
        }
    }

    private long count(int owner, RiskVerdict reason) {
        return owners.isEmpty()
                ? refusals.get(OrderOrigin.STRATEGY, reason)
                : refusals.get(numbers.get(owner), reason);
    }

    private String name(int owner) {
        return owners.isEmpty() ? "" : owners.get(owner);
    }

    private String line(int owner, long more) {
        String orders = more == 1 ? "an order" : Counts.of(more, "order");
        String whose = owners.isEmpty() ? "the strategy" : "strategy " + name(owner);
        return orders + " of " + whose + " refused here, nothing was sent: ";
    }
}
