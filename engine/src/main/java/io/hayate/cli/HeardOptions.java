package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** By which settings a venue is heard, what of it, and for how long. */
final class HeardOptions {
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
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Ends after this time: 30s, 5m, 1h. Default: on Ctrl-C or quit.")
    private Duration duration;

    /** What they say against the file. */
    Overrides overrides() {
        Overrides overrides = new Overrides().duration(duration);
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
        return overrides;
    }

    /**
     * Runs an engine by the settings, and gives its exit code; what it finds wrong with one is told with
     * the place where that one stands.
     */
    int run(Environment environment, Overrides overrides, ToIntFunction<RunConfig> engine) {
        RunConfig read =
                environment.configLoader().load(environment.settingsFile(config), overrides);
        try {
            return engine.applyAsInt(read);
        } catch (ConfigException e) {
            throw read.locate(e);
        }
    }
}
