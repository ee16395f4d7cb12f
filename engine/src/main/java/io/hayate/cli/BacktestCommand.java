package io.hayate.cli;

import io.hayate.backtest.Backtest;
import io.hayate.backtest.BacktestConfig;
import io.hayate.backtest.BacktestOutputs;
import io.hayate.backtest.ParameterGrid;
import io.hayate.model.ConfigException;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.simulation.LatencySpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate backtest}: a strategy on a recording, with one set of parameters or many. */
@Command(
        name = "backtest",
        description = {
            "Runs a strategy on a recording. Orders meet the recorded books: takers eat what",
            "lies there, makers stand in a queue and are filled by the recorded trades.",
            "Reaches no exchange. Exit code 1 when a strategy was stopped by an error."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate backtest --recording recordings --strategy sma-cross",
            "  hayate backtest --recording day.jsonl.gz --strategy sma-cross \\",
            "      --param fast=5,10,20 --param slow=50,100 --latency 10ms+5ms \\",
            "      --report sweep.html",
            "  hayate backtest --recording recordings --strategy imbalance --json \\",
            "      | jq '.results[].money'"
        })
final class BacktestCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--recording",
            paramLabel = "PATH",
            required = true,
            description = "A recording: a file, or a folder of files.")
    private Path recording;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (HOCON). Default: config/hayate.conf in Hayate's folder.")
    private Path config;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "printer, trigger, sma-cross, imbalance, vwap, or a class name.")
    private String strategy;

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE,...",
            description =
                    "A parameter of the strategy; of several values each is run. Repeatable: all"
                            + " combinations are run.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "A jar to look for the strategy in. Repeatable.")
    private List<Path> plugins = List.of();

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            split = ",",
            hideParamSyntax = true,
            description =
                    "A ticker that the strategy watches. Repeatable. Default: those of the"
                            + " settings that were recorded, or all that were.")
    private List<String> symbols;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "One more channel: \"book BTCUSD P0 F0 25\". Repeatable.")
    private List<String> channels;

    @Option(
            names = "--queue",
            paramLabel = "MODEL",
            defaultValue = "risk-averse",
            description =
                    "Where cancels were in the queues of books of levels: risk-averse (default),"
                            + " proportional or optimistic.")
    private String queue;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            description =
                    "Each way: 10ms (default), 10ms+5ms (a tail of that mean), recorded, or"
                            + " recorded+10ms. Default with --compare: as measured.")
    private String latency;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Keeps what was read of a recording there, and reads it there next time: as"
                            + " large as its texts, 16 recordings at most.")
    private Path cache;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all that is drawn; the same gives the same. Default: the settings'.")
    private Long seed;

    @Option(names = "--json", description = "Prints one JSON object; amounts as texts, exact.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes a page (HTML): equity, fills, causes of profit, all sets.")
    private Path report;

    @Option(
            names = "--compare",
            paramLabel = "JOURNAL",
            description = "Holds the fills against this journal, of the run that was recorded.")
    private Path journal;

    BacktestCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ConfigLoader loader =
                new ConfigLoader(Map.of(), environment.home(), environment.userHome());
        RunConfig run = loader.load(environment.settingsFile(config), overrides());
        BacktestConfig backtest =
                new BacktestConfig(
                        recording,
                        run,
                        ParameterGrid.of(parameters),
                        symbols,
                        BacktestConfig.model("--queue", queue),
                        latency == null ? null : LatencySpec.parse("--latency", latency),
                        Runtime.getRuntime().availableProcessors());
        try {
            BacktestOutputs outputs = new BacktestOutputs(json, report, journal);
            return new Backtest(backtest, spec.commandLine().getOut(), outputs).run(cache);
        } catch (ConfigException e) {
            throw run.locate(e);
        }
    }

    /** No key is read, and no exchange is meant but the one that is made here. */
    private Overrides overrides() {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("backtest", "paper.enabled", false);
        overrides.set("backtest", "venue.url", "embedded");
        overrides.set("backtest", "venue.public-url", "");
        overrides.set("backtest", "venue.rest-url", "");
        overrides.set("backtest", "loop.topology", "one-thread");
        overrides.set("backtest", "state.dir", environment.home().toString()); // nothing lies there
        if (symbols != null) {
            overrides.set("--symbol", "subscriptions.tickers", symbols);
        }
        if (channels != null) {
            overrides.set("--channel", "subscriptions.channels", channels);
        }
        if (strategy != null) {
            overrides.set("--strategy", "strategy.name", strategy);
        }
        if (seed != null) {
            overrides.set("--seed", "embedded.seed", seed);
        }
        plugins.forEach(overrides::plugin);
        return overrides;
    }
}
