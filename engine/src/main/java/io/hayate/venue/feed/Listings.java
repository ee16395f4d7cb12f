package io.hayate.venue.feed;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.TickerSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All markets with their feeds, by symbol, in the order of the configuration. */
public final class Listings {
    private final Map<String, Listing> bySymbol = new LinkedHashMap<>();
    private final List<Listing> all;
    private int next;

    /** Each of these markets with its ticker. */
    public Listings(Markets markets, VenueTraffic traffic) {
        for (TickerSource source : markets.all()) {
            String symbol = source.instrument().symbol();
            bySymbol.put(symbol, new Listing(source, new TickerFeed(source, traffic)));
        }
        all = List.copyOf(bySymbol.values());
    }

    /** Lets each ticker follow the trades of its market, which nothing else moves. */
    public void followTrades(Timeline timeline) {
        all.forEach(listing -> listing.ticker().followTrades(timeline));
    }

    /** All of them, in the order of the configuration. */
    public List<Listing> all() {
        return all;
    }

    /** What is listed under exactly this symbol, or null. */
    public Listing get(String symbol) {
        return bySymbol.get(symbol);
    }

    /** Markets that can be liquidated in. */
    List<Market> derivatives() {
        List<Market> derivatives = new ArrayList<>();
        for (Listing listing : all) {
            if (listing.source() instanceof Market market && market.isDerivative()) {
                derivatives.add(market);
            }
        }
        return derivatives;
    }

    /** Each of them in turn, over and over. */
    public Listing next() {
        Listing listing = all.get(next);
        next = next + 1 == all.size() ? 0 : next + 1;
        return listing;
    }
}
