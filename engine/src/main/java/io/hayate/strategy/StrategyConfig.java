package io.hayate.strategy;

import io.hayate.model.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which strategy runs, with what, and where it is looked for.
 *
 * @param name short name of a sample, or a class name
 * @param parameters as written; the strategy checks them
 * @param stopOnException true when an exception in a callback stops the strategy, false when it is
 *     counted and the strategy goes on
 * @param pluginJars jars given by name
 * @param pluginsDir folder whose jars are looked through, too; need not exist
 */
public record StrategyConfig(
        String name,
        Map<String, String> parameters,
        boolean stopOnException,
        List<Path> pluginJars,
        Path pluginsDir) {
    public static final StrategyConfig DEFAULTS =
            new StrategyConfig("printer", Map.of(), true, List.of(), Path.of("plugins"));

    public StrategyConfig {
        Settings.check(!name.isBlank(), "strategy.name", "must name a strategy", "empty");
        parameters = Map.copyOf(parameters);
        pluginJars = List.copyOf(pluginJars);
    }
}
