package io.hayate.venue;

import io.hayate.model.ChannelSpec;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;

/** The feeds that anybody has asked for, each made at the first request for it. */
final class Feeds {
    private static final int COUNT_MAX = 20_000; // funding candles have no end of keys

    private final Map<ChannelSpec, Feed> made = new HashMap<>();
    private final Markets markets;
    private final BookFeeds books;
    private final EventLoop loop;
    private final long seed;
    private final VenueTraffic traffic;
    private final LiquidationFeed liquidations;

    Feeds(Exchange exchange, BookFeeds books, EventLoop loop) {
        markets = exchange.markets();
        this.books = books;
        this.loop = loop;
        seed = exchange.config().seed();
        traffic = exchange.traffic();
        liquidations =
                new LiquidationFeed(
                        loop,
                        markets.traded().stream().filter(Market::isDerivative).toList(),
                        Random64.of(seed, "liquidations"),
                        exchange.config().tickersPerSecond() > 0);
    }

    /** The feed of this channel; null for one that is not told of here, or when there are too many. */
    Feed find(ChannelSpec spec) {
        Feed present = made.get(spec);
        if (present != null || made.size() == COUNT_MAX) {
            return present;
        }
        Listing listing = markets.exactly(spec.symbol());
        Feed feed = make(spec, listing);
        if (feed != null) {
            made.put(spec, feed);
        }
        if (feed != null && listing != null) {
            listing.add(feed);
        }
        return feed;
    }

    private Feed make(ChannelSpec spec, Listing listing) {
        return switch (spec.channel()) {
            case TICKER -> listing.ticker();
            case TRADES -> trades(spec, listing);
            case BOOK -> books.make(spec, listing.source());
            case CANDLES -> candles(spec, listing);
            case STATUS -> status(spec, listing);
            default -> null;
        };
    }

    private Feed candles(ChannelSpec spec, Listing listing) {
        Random64 random = Random64.of(seed, spec.toString());
        return new CandleFeed(spec, listing.source().tape(), loop, traffic, random);
    }

    private Feed status(ChannelSpec spec, Listing listing) {
        Random64 random = Random64.of(seed, spec.toString());
        if (listing != null && listing.source() instanceof Market market) {
            return new DerivativeFeed(spec, market, loop, random);
        }
        return liquidations;
    }

    /** The channel of liquidations, whether anybody has asked for it or not. */
    LiquidationFeed liquidations() {
        return liquidations;
    }

    private Feed trades(ChannelSpec spec, Listing listing) {
        Random64 random = Random64.of(seed, spec.toString());
        return new TradesFeed(spec, listing.source().tape(), loop, random);
    }
}
