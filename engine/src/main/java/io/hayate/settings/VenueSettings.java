package io.hayate.settings;

import io.hayate.engine.EngineConfig;
import io.hayate.model.Counts;
import io.hayate.model.Settings;
import io.hayate.venue.BookConfig;
import io.hayate.venue.BurstConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.VenueConfig;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what concerns the embedded venue. Each setting must be a value of its kind; whether it is
 * within bounds, and goes with the others, matters where that venue runs alone.
 */
final class VenueSettings {
    private static final int SYMBOLS_MAX = 500;

    private final int port;
    private final long seed;
    private final double tickersPerSecond;
    private final int subscriptionsMax;
    private final int bookIntervalMs;
    private final int checksumIntervalMs;
    private final int bookChangesPerSecond;
    private final int burstFactor;
    private final int burstDurationMs;
    private final int burstIntervalMs;
    private final Map<FrameFault, Integer> faults = new EnumMap<>(FrameFault.class);

    VenueSettings(ConfigReader reader) {
        VenueConfig defaults = VenueConfig.DEFAULTS;
        BookConfig books = defaults.books();
        BurstConfig bursts = defaults.bursts();
        port = reader.count("embedded.port", defaults.listen().port());
        seed = reader.number("embedded.seed", defaults.seed());
        tickersPerSecond =
                reader.decimal("embedded.tickers-per-second", defaults.tickersPerSecond());
        subscriptionsMax =
                reader.count("embedded.subscriptions-max", defaults.clients().subscriptionsMax());
        bookIntervalMs = reader.durationMs("embedded.book-interval", books.intervalMs());
        checksumIntervalMs =
                reader.durationMs("embedded.checksum-interval", books.checksumIntervalMs());
        bookChangesPerSecond =
                reader.count("embedded.book-changes-per-second", books.changesPerSecond());
        burstFactor = reader.count("embedded.burst-factor", bursts.factor());
        burstDurationMs = reader.durationMs("embedded.burst-duration", bursts.durationMs());
        burstIntervalMs = reader.durationMs("embedded.burst-interval", bursts.intervalMs());
        for (FrameFault fault : FrameFault.values()) {
            faults.put(fault, reader.count(FaultConfig.key(fault), 0));
        }
    }

    /** The embedded venue trades what is subscribed besides what it always does. */
    VenueConfig read(boolean isUsed, List<String> subscribed) {
        VenueConfig defaults = VenueConfig.DEFAULTS;
        if (!isUsed) {
            return defaults;
        }
        Set<String> symbols = new LinkedHashSet<>(subscribed);
        symbols.addAll(defaults.symbols());
        Settings.check(
                symbols.size() <= SYMBOLS_MAX,
                EngineConfig.SYMBOLS_KEY,
                "and the other channels must name at most "
                        + Counts.of(SYMBOLS_MAX - symbols.size() + subscribed.size(), "symbol")
                        + " where the venue is embedded",
                subscribed.size());
        return defaults.withSymbols(List.copyOf(symbols))
                .withPort(port)
                .withSeed(seed)
                .withTickersPerSecond(tickersPerSecond)
                .withSubscriptionsMax(subscriptionsMax)
                .withBooks(new BookConfig(bookIntervalMs, checksumIntervalMs, bookChangesPerSecond))
                .withBursts(new BurstConfig(burstFactor, burstDurationMs, burstIntervalMs))
                .withFaults(faults());
    }

    private FaultConfig faults() {
        FaultConfig config = FaultConfig.NONE;
        for (Map.Entry<FrameFault, Integer> fault : faults.entrySet()) {
            config = config.with(fault.getKey(), fault.getValue());
        }
        return config;
    }
}
