package io.hayate.venue;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything with a ticker, by symbol, in the order of the configuration. */
final class Markets {
    private final Map<String, TickerFeed> feeds = new LinkedHashMap<>();
    private final List<Market> traded = new ArrayList<>();

    Markets(VenueConfig config, VenueTraffic traffic) {
        Instruments instruments = Instruments.of(config.symbols());
        for (int id = 0; id < instruments.count(); id++) {
            Instrument instrument = instruments.get(id);
            TickerSource source = source(instrument, config.seed());
            feeds.put(instrument.symbol(), new TickerFeed(source, traffic));
        }
    }

    private TickerSource source(Instrument instrument, long seed) {
        if (instrument.isFunding()) {
            return new FundingMarket(instrument, seed);
        }
        Market market = new Market(instrument, seed);
        traded.add(market);
        return market;
    }

    Collection<TickerFeed> feeds() {
        return feeds.values();
    }

    List<Market> traded() {
        return traded;
    }

    /** The feed of this symbol, with or without its t, or null. */
    TickerFeed feed(String symbol) {
        TickerFeed feed = feeds.get(symbol);
        return feed != null ? feed : feeds.get("t" + symbol);
    }

    /** The market of exactly this symbol, or null. */
    Market market(String symbol) {
        TickerFeed feed = feeds.get(symbol);
        return feed != null && feed.source() instanceof Market market ? market : null;
    }
}
