package io.hayate.venue.market;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything with a ticker, by symbol, in the order of the configuration. */
public final class Markets {
    private final Map<String, TickerSource> bySymbol = new LinkedHashMap<>();
    private final List<Market> traded = new ArrayList<>();

    /** What is listed under these symbols. */
    public Markets(List<String> symbols, MarketMaker maker) {
        Instruments instruments = Instruments.of(symbols);
        for (int id = 0; id < instruments.count(); id++) {
            Instrument instrument = instruments.get(id);
            bySymbol.put(instrument.symbol(), source(instrument, maker));
        }
    }

    private TickerSource source(Instrument instrument, MarketMaker maker) {
        if (instrument.isFunding()) {
            return maker.funding(instrument);
        }
        Market market = maker.market(instrument);
        traded.add(market);
        return market;
    }

    /** Markets and currencies, in the order of the configuration. */
    public Collection<TickerSource> all() {
        return bySymbol.values();
    }

    /** Those of them that are pairs. */
    public List<Market> traded() {
        return traded;
    }

    /** What is listed under this symbol, with or without its t, or null. */
    public TickerSource find(String symbol) {
        TickerSource source = bySymbol.get(symbol);
        return source != null ? source : bySymbol.get("t" + symbol);
    }

    /** What is listed under exactly this symbol, or null. */
    public TickerSource exactly(String symbol) {
        return bySymbol.get(symbol);
    }

    /** The market of exactly this symbol, or null. */
    public Market market(String symbol) {
        return bySymbol.get(symbol) instanceof Market market ? market : null;
    }
}
