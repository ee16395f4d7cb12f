package io.hayate.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has to hold. */
final class Goals {
    private static final double RATE_PART = 0.99;
    private static final long DRAIN_MAX_MS = 2_000;
    private static final double BYTES_MAX = 0.005; // 0.00 as it is printed

    private final LoadPlan plan;
    private final LoadResult result;
    private final List<String> missed = new ArrayList<>();

    private Goals(LoadPlan plan, LoadResult result) {
        this.plan = plan;
        this.result = result;
    }

    /** What was missed, in words; empty when all holds. */
    static List<String> missed(LoadPlan plan, LoadResult result) {
        Goals goals = new Goals(plan, result);
        goals.check();
        return goals.missed;
    }

    private void check() {
        hold(result.steady().rate() >= plan.rate() * RATE_PART, "rate", result.steady().rate());
        for (String name :
                List.of(
                        "lost",
                        "sequenceGaps",
                        "malformed",
                        "unknown",
                        "checksumsFailed",
                        "reconnects",
                        "strategyExceptions")) {
            hold(result.get(name) == 0, name + " must be 0", (double) result.get(name));
        }
        hold(result.get("checksumsPassed") > 0, "checksums must pass", 0);
        double bytes = result.real("bytesPerEvent");
        hold(bytes >= 0 && bytes < BYTES_MAX, "bytes per event must be 0", bytes);
        hold(result.allHealthy(), "all channels must be live at the end, were", (double) healthy());
        for (Burst burst : result.bursts()) {
            double wanted = (double) plan.rate() * plan.burstFactor() * RATE_PART;
            hold(burst.rate() >= wanted, "rate of a burst", burst.rate());
            boolean drained = burst.drainMs() >= 0 && burst.drainMs() < DRAIN_MAX_MS;
            hold(drained, "ms to drain a burst", (double) burst.drainMs());
            hold(burst.healthyMs() >= 0, "ms until all is live again", (double) burst.healthyMs());
        }
    }

    private long healthy() {
        return result.get("healthyChannels");
    }

    private void hold(boolean holds, String what, double was) {
        if (!holds) {
            missed.add(what + String.format(Locale.ROOT, ": was %.2f", was));
        }
    }
}
