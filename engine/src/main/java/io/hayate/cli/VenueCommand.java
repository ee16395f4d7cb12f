package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.run.StopSignal;
import io.hayate.settings.Origins;
import io.hayate.settings.VenueFile;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
            "Its accounts: demo-key with demo-secret, demo-key-2 with demo-secret-2.",
            "A line tells of each client, order, fill and fault, 20 a second at most;",
            "at the end comes a summary. Type help for what can be done meanwhile."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate venue",
            "  hayate venue --quiet",
            "  hayate venue --config config/venue.conf --tls",
            "  hayate venue --fault dropped=500 --fault \"late-ack delay=3s\"",
            "  hayate venue --faults config/faults/flaky-network.conf",
            "  hayate venue --port 9000 --seed 7 --rate 100 --symbol BTCUSD,ETHUSD",
            "  hayate run --venue ws://127.0.0.1:8765/ws/2     a client of it"
        })
final class VenueCommand implements Callable<Integer> {
    private static final Origins OPTIONS = Origins.ofOptions(options());

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings (HOCON), accounts and keys among them; config/venue.conf lists all."
                            + " Options win over them.")
    private Path file;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 takes any that is free. Default: 8765.")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Address to listen on; 0.0.0.0 is all, and whoever reaches the port can then"
                            + " trade. Default: 127.0.0.1.")
    private String host;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed gives the same prices. Default: 1.")
    private Long seed;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description = "Tickers a second of each symbol. Default: 5.")
    private Double rate;

    @Option(
            names = "--quiet",
            description =
                    "Lets only clients trade: books begin empty, and a ticker follows each trade.")
    private boolean quiet;

    @Option(
            names = "--symbol",
            split = ",",
            paramLabel = "SYMBOL",
            hideParamSyntax = true,
            description = "What is traded: BTCUSD, DOGE:USD, fUSD. Repeatable.")
    private List<String> symbols = List.of();

    @Mixin private VenueFaultOptions faults = new VenueFaultOptions();

    @Mixin private VenueTlsOptions tls = new VenueTlsOptions();

    @Option(
            names = {"-q", "--no-lines"},
            description = "Leaves out the lines of clients, orders and faults.")
    private boolean silent;

    private VenueFile settings; // once they are read

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
            VenuePrinter printer = new VenuePrinter(spec.commandLine().getOut(), silent);
            long startNs = System.nanoTime();
            SimulatedVenue venue = located(() -> SimulatedVenue.start(config, printer));
            try (venue) {
                List<String> lines = new ArrayList<>(VenueLines.start(venue.url(), config));
                lines.addAll(VenueLines.warning(venue.isOpen(), config));
                lines.addAll(located(() -> tls.writeTrust(venue, environment)));
                printer.start(lines);
                new VenueConsole(venue.controls(), spec.commandLine().getOut(), signal::stop)
                        .start(System.in);
                signal.await();
            } finally {
                tls.deleteTrust();
            }
            Duration ran = Duration.ofNanos(System.nanoTime() - startNs);
            printer.end(VenueLines.end(venue.totals(), venue.controls().faults().active(), ran));
        }
        return ExitCodes.OK;
    }

    /** Complaints name the option that was given, else the setting and where it stands. */
    private <T> T located(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (ConfigException e) {
            ConfigException byOption = OPTIONS.locate(e);
            String option = byOption.getMessage().split(" ", 2)[0];
            boolean given =
                    option.startsWith("--")
                            && spec.commandLine().getParseResult().hasMatchedOption(option);
            throw given || file == null || settings == null ? byOption : settings.locate(e);
        }
    }

    private VenueConfig config() {
        settings = VenueFile.read(file, environment.variables(), environment.home());
        VenueConfig config = settings.config();
        config = host == null ? config : config.withHost(host);
        config = port == null ? config : config.withPort(port);
        config = tls.config().on() ? config.withTls(tls.config()) : config;
        config = seed == null ? config : config.withSeed(seed);
        config = rate == null ? config : config.withTickersPerSecond(rate);
        config = quiet ? config.withQuiet(true) : config;
        config = symbols.isEmpty() ? config : config.withSymbols(venueSymbols());
        return config.withFaults(faults.config(config.faults()));
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
