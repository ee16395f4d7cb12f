package io.hayate.cli;

import io.hayate.settings.Overrides;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which strategy runs, and with what. */
final class StrategyOptions {
    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "printer, trigger, sma-cross, imbalance, vwap, or a class name.")
    private String strategy;

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "A parameter of the strategy. Repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "A jar to look for the strategy in. Repeatable.")
    private List<Path> plugins = List.of();

    /** Adds them to what the command line says. */
    void addTo(Overrides overrides) {
        if (strategy != null) {
            overrides.set("--strategy", "strategy.name", strategy);
        }
        parameters.forEach(overrides::parameter);
        plugins.forEach(overrides::plugin);
    }
}
