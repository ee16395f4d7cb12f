package io.hayate.replay;

import io.hayate.model.ConfigException;
import io.hayate.strategy.Strategy;
import java.util.Map;

/** Makes a strategy that a run started while it went on. */
@FunctionalInterface
public interface StrategyMaker {
    /**
     * The one of this place in the settings, from 0, anew.
     *
     * @throws ConfigException when it cannot be made, or refuses these parameters
     */
    Strategy make(int place, Map<String, String> parameters);
}
