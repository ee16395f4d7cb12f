package io.hayate.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has to hold, and whether it did. */
final class Goals {
    private static final double RATE_PART = 0.99;
    private static final long DRAIN_MAX_MS = 2_000;
    private static final double BYTES_MAX = 0.005; // 0.00 as it is printed
    private static final long BYTES_ONCE_MAX = 16_384; // what grows or is loaded once, in any run

    private final LoadPlan plan;
    private final LoadResult result;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(LoadPlan plan, LoadResult result) {
        this.plan = plan;
        this.result = result;
    }

    /** All of them. */
    static List<Goal> of(LoadPlan plan, LoadResult result) {
        Goals goals = new Goals(plan, result);
        goals.checkAll();
        return goals.goals;
    }

    private void checkAll() {
        checkRate("steady rate, messages/s", plan.rate(), result.steady().rate());
        long leftOut = result.steady().leftOut();
        add("left out while steady", "0", count(leftOut), leftOut == 0);
        checkNone("frames lost", "lost");
        checkNone("sequence gaps", "sequenceGaps");
        checkNone("malformed frames", "malformed");
        checkNone("unknown frames", "unknown");
        checkNone("wrong checksums", "checksumsFailed");
        long passed = result.get("checksumsPassed");
        add("right checksums", "some", count(passed), passed > 0);
        checkNone("reconnects", "reconnects");
        checkNone("exceptions of the strategy", "strategyExceptions");
        checkBytes();
        String all = count(result.get("channels"));
        String live = count(result.get("healthyChannels"));
        add("channels live at the end", all, live, result.allHealthy());
        int number = 1;
        for (Burst burst : result.bursts()) {
            check(burst, "burst " + number + ": ");
            number++;
        }
    }

    /** What is made once weighs more in a short run; what is made for each event weighs the same in all. */
    private void checkBytes() {
        long events = result.get("steadyEvents");
        long beyond = Math.max(0, result.get("bytes") - BYTES_ONCE_MAX);
        double bytes = (double) beyond / Math.max(1, events);
        String what = "bytes per event, but 16 KiB once";
        String shown = String.format(Locale.ROOT, "%.4f", bytes);
        add(what, "0.00", shown, events > 0 && bytes < BYTES_MAX);
    }

    private void check(Burst burst, String name) {
        checkRate(name + "messages/s", (double) plan.rate() * plan.burstFactor(), burst.rate());
        boolean drained = burst.drainMs() >= 0 && burst.drainMs() < DRAIN_MAX_MS;
        add(name + "drained, ms", "under " + count(DRAIN_MAX_MS), time(burst.drainMs()), drained);
        add(name + "all live, ms", "some time", time(burst.healthyMs()), burst.healthyMs() >= 0);
    }

    private void checkRate(String what, double asked, double was) {
        long wanted = (long) (asked * RATE_PART);
        add(what, count(wanted) + " or more", count((long) was), was >= asked * RATE_PART);
    }

    private void checkNone(String what, String figure) {
        long was = result.get(figure);
        add(what, "0", count(was), was == 0);
    }

    private void add(String what, String wanted, String was, boolean held) {
        goals.add(new Goal(what, wanted, was, held));
    }

    /** Of a time that may not have come. */
    static String time(long ms) {
        return ms < 0 ? "never" : count(ms);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
