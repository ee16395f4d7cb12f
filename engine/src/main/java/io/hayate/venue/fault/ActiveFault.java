package io.hayate.venue.fault;

import io.hayate.venue.base.Random64;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultWhen;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A rule that is on: what it has seen and done. Venue thread; the counts may be read by any. */
public final class ActiveFault {
    private static final int CHANCE_UNITS = 1_000_000_000;

    private final int number;
    private final FaultRule rule;
    private final Random64 random;
    private final long startNs;
    private final AtomicLong made = new AtomicLong();
    private final RateWindows rates = new RateWindows();
    private long seen;
    private boolean told;

    ActiveFault(int number, FaultRule rule, Random64 random, long startNs) {
        this.number = number;
        this.rule = rule;
        this.random = random;
        this.startNs = startNs;
    }

    /** Its number among all rules that were ever on, from 1. */
    public int number() {
        return number;
    }

    /** What it is. */
    public FaultRule rule() {
        return rule;
    }

    /** How often it has acted; any thread. */
    public long made() {
        return made.get();
    }

    /** A number from 0 to {@code bound - 1}, by the seed. */
    public int below(int bound) {
        return random.below(bound);
    }

    /** What has happened so often within a time, by connection. */
    RateWindows rates() {
        return rates;
    }

    /** True while its time has come and has not gone. */
    boolean isItsTime(long nowNs) {
        FaultWhen when = rule.when();
        long sinceMs = TimeUnit.NANOSECONDS.toMillis(nowNs - startNs);
        boolean begun = sinceMs >= when.fromMs();
        return begun && (when.lastsMs() == 0 || sinceMs < when.fromMs() + when.lastsMs());
    }

    /** True while it may act again: its time has not gone, nor have its times. */
    public boolean isLeft(long nowNs) {
        FaultWhen when = rule.when();
        long sinceMs = TimeUnit.NANOSECONDS.toMillis(nowNs - startNs);
        boolean gone = when.lastsMs() > 0 && sinceMs >= when.fromMs() + when.lastsMs();
        return !gone && (when.times() == 0 || made.get() < when.times());
    }

    /** One occasion that it covers: true when it acts. */
    boolean isDue() {
        FaultWhen when = rule.when();
        seen++;
        boolean due = when.nth() > 0 ? seen == when.nth() : seen % when.every() == 0;
        boolean left = when.times() == 0 || made.get() < when.times();
        if (!due || !left || !isLucky(when.chance())) {
            return false;
        }
        made.lazySet(made.get() + 1); // one writer
        return true;
    }

    private boolean isLucky(double chance) {
        return chance >= 1 || random.below(CHANCE_UNITS) < chance * CHANCE_UNITS;
    }

    /** True the first time. */
    boolean takeUntold() {
        boolean first = !told;
        told = true;
        return first;
    }
}
