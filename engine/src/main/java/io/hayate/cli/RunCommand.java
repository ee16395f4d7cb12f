package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hayate run}: reads the settings and hands them to the engine. */
@Command(
        name = "run",
        customSynopsis = "hayate [run] [OPTIONS]",
        description = {
            "Shows a venue's tickers, runs a strategy, takes orders.",
            "This is the default command."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate",
            "  hayate run --symbol BTCUSD,ETHUSD --duration 1m --no-console",
            "  hayate run --strategy trigger --param last-at-least=9500 --param amount=0.01",
            "  hayate run --plugin target/mine.jar --strategy com.example.MyStrategy",
            "  hayate run --paper --symbol BTCUSD               real prices, no money",
            "  hayate run --config config/live.conf --trade     orders with real money"
        })
final class RunCommand implements Callable<Integer> {
    private static final String PAPER_KEY = "paper.enabled";

    private final Environment environment;
    private final ToIntFunction<RunConfig> engine;

    @Mixin private HeardOptions heard;
    @Mixin private StrategyOptions strategy;
    @Mixin private RunOutputOptions outputs;

    @Option(names = "--trade", description = "Lets orders leave for a venue that is not embedded.")
    private boolean trade;

    @Option(
            names = "--paper",
            description =
                    "Trades without money: prices of the real exchange's public feed, an account in"
                            + " this process. No order can reach anybody, and no key is read.")
    private boolean paper;

    @Option(
            names = "--web",
            description = "Serves a page for a browser on this machine; a link to it is printed.")
    private boolean web;

    @Option(names = "--no-console", description = "Reads no commands and shows no prompt.")
    private boolean noConsole;

    @Option(names = "--trace", description = "Shows all traffic; keys and signatures are masked.")
    private boolean trace;

    RunCommand(Environment environment, ToIntFunction<RunConfig> engine) {
        this.environment = environment;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        return heard.run(environment, overrides(), engine);
    }

    private Overrides overrides() {
        Overrides overrides = heard.overrides().prompt(!noConsole);
        outputs.addTo(overrides);
        strategy.addTo(overrides);
        if (trade) {
            overrides.set("--trade", "trading.enabled", true);
        }
        if (paper) {
            overrides.set("--paper", PAPER_KEY, true);
        }
        if (paper && trade) {
            throw new ConfigException(
                    "--trade must stay away where --paper is: it lets orders leave this process");
        }
        if (web) {
            overrides.set("--web", "http.enabled", true);
        }
        if (trace) {
            overrides.set("--trace", "trace", true);
        }
        return overrides;
    }
}
