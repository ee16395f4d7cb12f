package io.hayate.venue;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.EpochClock;

/** Everything with a ticker, by symbol, in the order of the configuration. */
final class Markets {
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final List<Market> traded = new ArrayList<>();

    Markets(VenueConfig config, VenueTraffic traffic, VenueIds ids, EpochClock clock) {
        Instruments instruments = Instruments.of(config.symbols());
        for (int id = 0; id < instruments.count(); id++) {
            Instrument instrument = instruments.get(id);
            TickerSource source = source(instrument, config.seed(), ids, clock);
            Listing listing = new Listing(source, new TickerFeed(source, traffic));
            listings.put(instrument.symbol(), listing);
        }
    }

    private TickerSource source(Instrument instrument, long seed, VenueIds ids, EpochClock clock) {
        if (instrument.isFunding()) {
            return new FundingMarket(instrument, seed, ids, clock);
        }
        Market market = new Market(instrument, seed, ids, clock);
        traded.add(market);
        return market;
    }

    Collection<Listing> listings() {
        return listings.values();
    }

    List<Market> traded() {
        return traded;
    }

    /** What is listed under this symbol, with or without its t, or null. */
    Listing find(String symbol) {
        Listing listing = listings.get(symbol);
        return listing != null ? listing : listings.get("t" + symbol);
    }

    /** What is listed under exactly this symbol, or null. */
    Listing exactly(String symbol) {
        return listings.get(symbol);
    }

    /** The market of exactly this symbol, or null. */
    Market market(String symbol) {
        Listing listing = listings.get(symbol);
        return listing != null && listing.source() instanceof Market market ? market : null;
    }
}
