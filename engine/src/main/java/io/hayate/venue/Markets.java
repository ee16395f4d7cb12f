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
    private final Map<String, TickerSource> bySymbol = new LinkedHashMap<>();
    private final List<Market> traded = new ArrayList<>();

    Markets(List<String> symbols, long seed, VenueIds ids, EpochClock clock) {
        Instruments instruments = Instruments.of(symbols);
        for (int id = 0; id < instruments.count(); id++) {
            Instrument instrument = instruments.get(id);
            bySymbol.put(instrument.symbol(), source(instrument, seed, ids, clock));
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

    Collection<TickerSource> all() {
        return bySymbol.values();
    }

    List<Market> traded() {
        return traded;
    }

    /** What is listed under this symbol, with or without its t, or null. */
    TickerSource find(String symbol) {
        TickerSource source = bySymbol.get(symbol);
        return source != null ? source : bySymbol.get("t" + symbol);
    }

    /** What is listed under exactly this symbol, or null. */
    TickerSource exactly(String symbol) {
        return bySymbol.get(symbol);
    }

    /** The market of exactly this symbol, or null. */
    Market market(String symbol) {
        return bySymbol.get(symbol) instanceof Market market ? market : null;
    }
}
