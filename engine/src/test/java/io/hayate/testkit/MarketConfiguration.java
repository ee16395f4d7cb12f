package io.hayate.testkit;

import io.hayate.engine.EngineConfig;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.venue.BookConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.fault.ChaosSchedule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a {@link VirtualMarket} is like; for tests without the annotation {@link Market}. */
public final class MarketConfiguration {
    private static final String OPTION = "@Market";
    private static final Path NOWHERE = Path.of("").toAbsolutePath();
    private static final BookConfig BOOKS = new BookConfig(500, 1_000, 20);

    private final List<String> symbols;
    private List<String> channels = List.of();
    private List<String> settings = List.of();
    private List<String> faults = List.of();
    private long seed = 1;
    private long faultSeed;
    private double tickersPerSecond = 5;

    /** A market of these symbols, without faults. */
    public MarketConfiguration(String... symbols) {
        this.symbols = List.of(symbols);
    }

    /** The same seed gives the same run, message by message. */
    public MarketConfiguration seed(long number) {
        seed = number;
        return this;
    }

    /** What the engine hears besides tickers: {@code book BTCUSD}. */
    public MarketConfiguration channels(String... heard) {
        channels = List.of(heard);
        return this;
    }

    /** Tickers a second of each symbol; 0 lets the market stand still. */
    public MarketConfiguration tickersPerSecond(double number) {
        tickersPerSecond = number;
        return this;
    }

    /** Settings of the engine, such as {@code trading.order-amount-max = 0.1}. */
    public MarketConfiguration settings(String... lines) {
        settings = List.of(lines);
        return this;
    }

    /** Draws faults by this number; 0 draws none. */
    public MarketConfiguration faultSeed(long number) {
        faultSeed = number;
        return this;
    }

    /** Rules such as {@code late-ack delay=3s}, or files of them that end in .conf. */
    public MarketConfiguration faults(String... rules) {
        faults = List.of(rules);
        return this;
    }

    long seed() {
        return seed;
    }

    long faultSeed() {
        return faultSeed;
    }

    VenueConfig venue() {
        VenueConfig venue =
                VenueConfig.DEFAULTS
                        .withSeed(seed)
                        .withTickersPerSecond(tickersPerSecond)
                        .withBooks(BOOKS)
                        .withSymbols(symbols.stream().map(MarketConfiguration::symbol).toList());
        venue = VenueSetup.with(venue, faults.toArray(new String[0]));
        return faultSeed == 0
                ? venue
                : venue.withFaults(venue.faults().with(ChaosSchedule.of(faultSeed)));
    }

    private static String symbol(String typed) {
        String symbol = Instrument.symbolOf(typed);
        if (symbol == null) {
            throw new ConfigException(OPTION + " must name symbols such as BTCUSD: was " + typed);
        }
        return symbol;
    }

    /** As a run would have them, with the embedded venue's account. */
    EngineConfig engine() {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set(OPTION, "subscriptions.tickers", symbols);
        overrides.set(OPTION, "subscriptions.channels", channels);
        for (String line : settings) {
            String[] parts = line.split("=", 2);
            if (parts.length < 2) {
                throw new ConfigException(
                        OPTION + " must have settings such as key = value: was " + line);
            }
            overrides.set(OPTION, parts[0].strip(), parts[1].strip());
        }
        overrides.set(OPTION, "loop.topology", "one-thread");
        overrides.set(OPTION, "state.dir", NOWHERE.toString());
        return new ConfigLoader(Map.of(), NOWHERE, NOWHERE).load(null, overrides).engine();
    }

    @Override
    public String toString() {
        return "market of "
                + symbols
                + ", seed "
                + seed
                + ", faults "
                + faultSeed
                + " "
                + Arrays.toString(faults.toArray());
    }
}
