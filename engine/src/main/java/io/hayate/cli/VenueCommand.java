package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.run.StopSignal;
import io.hayate.settings.Origins;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate venue}: the simulated venue alone, for any client. */
@Command(
        name = "venue",
        description = {
            "Serves the simulated venue to any client until Ctrl-C.",
            "Its account: key demo-key, secret demo-secret.",
            "A line tells of each client and order, 20 a second at most; at the end",
            "comes a summary."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate venue",
            "  hayate venue --tls",
            "  hayate venue --fault dropped=500 --fault wrong-checksum=3",
            "  hayate venue --port 9000 --seed 7 --rate 100 --symbol BTCUSD,ETHUSD",
            "  hayate run --venue ws://127.0.0.1:8765/ws/2     a client of it"
        })
final class VenueCommand implements Callable<Integer> {
    private static final Origins OPTIONS = Origins.ofOptions(options());

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8765",
            description = "Port to listen on; 0 takes any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Loopback address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed gives the same prices. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Tickers a second of each symbol. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--symbol",
            split = ",",
            paramLabel = "SYMBOL",
            hideParamSyntax = true,
            description = "What is traded: BTCUSD, DOGE:USD, fUSD. Repeatable.")
    private List<String> symbols = List.of();

    @Option(
            names = "--fault",
            paramLabel = "FAULT=N",
            description =
                    "Lets every N-th frame of market data go wrong: dropped, doubled, swapped,"
                            + " corrupted, cut, sequence-skipped, sequence-repeated; or every N-th"
                            + " checksum: wrong-checksum. Repeatable.")
    private Map<String, Integer> faults = new LinkedHashMap<>();

    @Mixin private VenueTlsOptions tls = new VenueTlsOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Leaves out the lines of clients and orders.")
    private boolean quiet;

    VenueCommand(Environment environment) {
        this.environment = environment;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        options.put("embedded.host", "--host");
        options.put("embedded.port", "--port");
        options.put("embedded.tickers-per-second", "--rate");
        options.put("embedded.symbols", "--symbol");
        options.put("embedded.tls-cert", "--tls-cert");
        options.put("embedded.tls-key", "--tls-key");
        for (FrameFault fault : FrameFault.values()) {
            options.put(FaultConfig.key(fault), "--fault");
        }
        return options;
    }

    @Override
    public Integer call() throws InterruptedException {
        VenueConfig config = located(this::config);
        try (StopSignal signal = new StopSignal()) {
            VenuePrinter printer = new VenuePrinter(spec.commandLine().getOut(), quiet);
            long startNs = System.nanoTime();
            SimulatedVenue venue = located(() -> SimulatedVenue.start(config, printer));
            try (venue) {
                List<String> lines = new ArrayList<>(VenueLines.start(venue.url(), config));
                lines.addAll(located(() -> tls.writeTrust(venue, environment)));
                printer.start(lines);
                signal.await();
            } finally {
                tls.deleteTrust();
            }
            Duration ran = Duration.ofNanos(System.nanoTime() - startNs);
            printer.end(VenueLines.end(venue.totals(), ran));
        }
        return ExitCodes.OK;
    }

    /** Complaints name the option. */
    private static <T> T located(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (ConfigException e) {
            throw OPTIONS.locate(e);
        }
    }

    private VenueConfig config() {
        VenueConfig defaults = VenueConfig.DEFAULTS;
        return defaults.withHost(host)
                .withPort(port)
                .withTls(tls.config())
                .withSeed(seed)
                .withTickersPerSecond(rate)
                .withSymbols(symbols.isEmpty() ? defaults.symbols() : venueSymbols())
                .withFaults(faultConfig());
    }

    private FaultConfig faultConfig() {
        FaultConfig config = FaultConfig.NONE;
        for (Map.Entry<String, Integer> entry : faults.entrySet()) {
            FrameFault fault = FaultConfig.find(entry.getKey());
            if (fault == null) {
                String words = String.join(", ", FaultConfig.words());
                throw new ConfigException(
                        "--fault must be of " + words + ": was " + entry.getKey());
            }
            config = config.with(fault, entry.getValue());
        }
        return config;
    }

    private List<String> venueSymbols() {
        Set<String> all = new LinkedHashSet<>();
        for (String typed : symbols) {
            String symbol = Instrument.symbolOf(typed);
            if (symbol == null) {
                throw new ConfigException(
                        "--symbol must be symbols such as BTCUSD, DOGE:USD or fUSD: was " + typed);
            }
            all.add(symbol);
        }
        return List.copyOf(all);
    }
}
