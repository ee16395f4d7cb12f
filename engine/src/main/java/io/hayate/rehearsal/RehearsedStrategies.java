package io.hayate.rehearsal;

import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import java.util.List;
import java.util.function.Supplier;

/**
 * The strategies of a run that are rehearsed.
 *
 * @param config names, parameters and terms of those alone
 * @param maker makes an instance of each, configured, in that order; called once at most, on a thread of
 *     its own; may throw and may block
 */
public record RehearsedStrategies(StrategyConfig config, Supplier<List<Strategy>> maker) {
    /** No strategy of the run is rehearsed. */
    public static final RehearsedStrategies NONE =
            new RehearsedStrategies(StrategyConfig.DEFAULTS, List::of);

    boolean isNone() {
        return equals(NONE);
    }
}
