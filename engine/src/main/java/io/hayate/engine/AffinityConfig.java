package io.hayate.engine;

import io.hayate.machine.CoreChoice;
import io.hayate.machine.CoreSet;
import io.hayate.model.Settings;

/**
 * The cores of the trading threads. Loops beside the first are never pinned: they share the cores that
 * these two leave, with all other threads of the process.
 *
 * @param loop core of the first loop, which has the account, and in one-thread runs the strategy, too
 * @param strategy core of the strategy's thread; of no use in one-thread
 */
public record AffinityConfig(CoreChoice loop, CoreChoice strategy) {
    public static final AffinityConfig OFF = new AffinityConfig(CoreChoice.OFF, CoreChoice.OFF);

    public static final String LOOP_KEY = "affinity.loop";
    public static final String STRATEGY_KEY = "affinity.strategy";

    /** The same, of two threads, which must have a core each. */
    public AffinityConfig apart() {
        Settings.check(
                !loop.isNumber() || !loop.equals(strategy),
                LOOP_KEY,
                "must be another core than " + STRATEGY_KEY,
                loop);
        return this;
    }

    /** The same of the loop alone. */
    AffinityConfig ofLoop() {
        return new AffinityConfig(loop, CoreChoice.OFF);
    }

    /** Those that were named by their numbers. */
    CoreSet named() {
        return named(loop).with(named(strategy));
    }

    private static CoreSet named(CoreChoice choice) {
        return choice.isNumber() ? CoreSet.parse(choice.toString()) : CoreSet.NONE;
    }
}
