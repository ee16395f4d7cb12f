package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "  hayate run --config config/live.conf --trade     orders with real money"
        })
final class RunCommand implements Callable<Integer> {
    private final Environment environment;
    private final ToIntFunction<RunConfig> engine;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (HOCON). Default: config/hayate.conf in Hayate's folder.")
    private Path config;

    @Option(
            names = "--venue",
            paramLabel = "VENUE",
            description = "embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2.")
    private String venue;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            split = ",",
            hideParamSyntax = true,
            description =
                    "A ticker to watch: BTCUSD, DOGE:USD, fUSD. Repeatable; in place of the"
                            + " configured list.")
    private List<String> symbols;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description =
                    "One more channel: \"book BTCUSD P0 F0 25\", \"trades BTCUSD\", \"candles 1m"
                            + " BTCUSD\", \"status liquidations\". Repeatable.")
    private List<String> channels;

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

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Ends after this time: 30s, 5m, 1h. Default: on Ctrl-C or quit.")
    private Duration duration;

    @Mixin private RunOutputOptions outputs;

    @Option(names = "--trade", description = "Lets orders leave for a venue that is not embedded.")
    private boolean trade;

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
        ConfigLoader loader =
                new ConfigLoader(
                        environment.variables(), environment.home(), environment.userHome());
        RunConfig read = loader.load(environment.settingsFile(config), overrides());
        try {
            return engine.applyAsInt(read);
        } catch (ConfigException e) {
            throw read.locate(e);
        }
    }

    private Overrides overrides() {
        Overrides overrides = new Overrides().duration(duration).prompt(!noConsole);
        outputs.addTo(overrides);
        if (venue != null) {
            overrides.set("--venue", "venue.url", venue);
            overrides.set("--venue", "venue.public-url", ""); // that of another venue
            overrides.set("--venue", "venue.rest-url", "");
        }
        if (symbols != null) {
            overrides.set("--symbol", "subscriptions.tickers", symbols);
        }
        if (channels != null) {
            overrides.set("--channel", "subscriptions.channels", channels);
        }
        if (strategy != null) {
            overrides.set("--strategy", "strategy.name", strategy);
        }
        if (trade) {
            overrides.set("--trade", "trading.enabled", true);
        }
        if (trace) {
            overrides.set("--trace", "trace", true);
        }
        parameters.forEach(overrides::parameter);
        plugins.forEach(overrides::plugin);
        return overrides;
    }
}
