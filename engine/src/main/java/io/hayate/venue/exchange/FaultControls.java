package io.hayate.venue.exchange;

import io.hayate.model.ConfigException;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import java.util.List;
import java.util.function.Consumer;

/** Puts faults into force and takes them away. Any thread; each call has taken effect when it returns. */
public final class FaultControls {
    /**
     * A fault that is on.
     *
     * @param number among all that were ever on, from 1
     * @param rule as people write it
     * @param made how often it has acted
     */
    public record Entry(int number, String rule, long made) {}

    private final Consumer<Runnable> venueThread;
    private final FaultPlan plan;
    private final TimedFaults timed;

    FaultControls(Consumer<Runnable> venueThread, FaultPlan plan, TimedFaults timed) {
        this.venueThread = venueThread;
        this.plan = plan;
        this.timed = timed;
    }

    /**
     * One more fault, from now on.
     *
     * @param line such as {@code late-ack delay=3s every=5}
     * @return its number
     * @throws ConfigException says what is wrong with the line, or that too many faults are on
     */
    public int add(String line) {
        return add(FaultRuleParser.parse(line));
    }

    /**
     * One more fault, from now on.
     *
     * @return its number
     * @throws ConfigException when too many faults are on
     */
    public int add(FaultRule rule) {
        int[] number = {0};
        ConfigException[] failed = {null};
        venueThread.accept(
                () -> {
                    try {
                        number[0] = timed.add(rule);
                    } catch (ConfigException e) {
                        failed[0] = e;
                    }
                });
        if (failed[0] != null) {
            throw failed[0];
        }
        return number[0];
    }

    /** Takes a fault away; false when there is none of this number. */
    public boolean remove(int number) {
        boolean[] removed = {false};
        venueThread.accept(() -> removed[0] = timed.remove(number));
        return removed[0];
    }

    /** Takes all faults away. */
    public void clear() {
        venueThread.accept(timed::clear);
    }

    /** Those that are on, in the order in which they were added. */
    public List<Entry> active() {
        return plan.active().stream().map(FaultControls::entry).toList();
    }

    private static Entry entry(ActiveFault fault) {
        return new Entry(fault.number(), fault.rule().toString(), fault.made());
    }

    /** How often a frame went wrong so far. */
    long framesMade() {
        return plan.framesMade();
    }

    /** Puts this rule in place of the one that this slot held; null leaves the slot empty. */
    void set(String slot, FaultRule rule) {
        venueThread.accept(() -> plan.set(slot, rule));
    }
}
