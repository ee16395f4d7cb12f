package io.hayate.venue.feed;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.JsonText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The feeds that anybody listens to: each is made at the first request for it and ends with its last
 * subscriber. Tickers and liquidations are made once and stay.
 */
public final class Feeds {
    private static final int KEPT_MAX = 64;

    private final Map<ChannelSpec, Feed> made = new LinkedHashMap<>();
    private final Set<ChannelSpec> kept =
            new LinkedHashSet<>(); // the one asked for last at the end
    private final Listings listings;
    private final BookFeeds books;
    private final Timeline timeline;
    private final long seed;
    private final VenueTraffic traffic;
    private final LiquidationFeed liquidations;
    private final long bytesMax;
    private long bytes; // of those made

    /** No feeds yet. */
    public Feeds(
            VenueConfig config,
            Listings listings,
            BookFeeds books,
            Timeline timeline,
            VenueTraffic traffic) {
        this.listings = listings;
        this.books = books;
        this.timeline = timeline;
        this.traffic = traffic;
        bytesMax = config.clients().limits().channelBytes();
        seed = config.seed();
        liquidations =
                new LiquidationFeed(
                        timeline,
                        listings.derivatives(),
                        Random64.of(seed, "liquidations"),
                        config.tickersPerSecond() > 0);
    }

    /** The feed of this channel that somebody listens to, or null. */
    public Feed find(ChannelSpec spec) {
        return made.get(spec);
    }

    /**
     * The feed of this channel, made for a subscriber that comes at once; null for one that is not
     * told of here, or when all feeds take too much memory.
     */
    public Feed findOrMake(ChannelSpec spec) {
        Feed present = made.get(spec);
        if (present != null || bytes >= bytesMax) {
            return present;
        }
        Listing listing = listings.get(spec.symbol());
        Feed feed = make(spec, listing);
        if (feed != null) {
            made.put(spec, feed);
            bytes += feed.bytes();
        }
        if (feed != null && listing != null) {
            listing.add(feed);
        }
        return feed;
    }

    /** Ends a feed that nobody listens to any more. */
    public void release(Feed feed) {
        ChannelSpec spec = feed.spec();
        if (feed.isWatched() || kept.contains(spec) || !made.remove(spec, feed)) {
            return;
        }
        bytes -= feed.bytes();
        feed.end();
        Listing listing = listings.get(spec.symbol());
        if (listing != null) {
            listing.remove(feed);
        }
        if (spec.channel() == Channel.BOOK) {
            books.end(feed, listing.source());
        }
    }

    /** The candles of this channel, kept for the next who asks; null when there is no room. */
    public CandleHistory candles(ChannelSpec spec) {
        return keep(spec) instanceof CandleFeed feed ? feed : null;
    }

    /** The row of this derivative's state; null for another symbol, or when there is no room. */
    public JsonText derivative(String symbol) {
        return keep(ChannelSpec.derivative(symbol)) instanceof DerivativeFeed feed
                ? feed.current()
                : null;
    }

    /** Makes a feed stay without subscribers, in place of the one that was asked for longest ago. */
    private Feed keep(ChannelSpec spec) {
        Feed feed = findOrMake(spec);
        if (feed == null) {
            return null;
        }
        kept.remove(spec);
        kept.add(spec);
        if (kept.size() > KEPT_MAX) {
            ChannelSpec oldest = kept.iterator().next();
            kept.remove(oldest);
            release(made.get(oldest));
        }
        return feed;
    }

    /** How many there are. */
    public int count() {
        return made.size();
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
        return new CandleFeed(spec, listing.source().tape(), timeline, traffic, random);
    }

    private Feed status(ChannelSpec spec, Listing listing) {
        Random64 random = Random64.of(seed, spec.toString());
        if (listing != null && listing.source() instanceof Market market) {
            return new DerivativeFeed(spec, market, timeline, random);
        }
        return liquidations;
    }

    /** A position in this derivative, where it is listed, is liquidated, whether anybody listens or not. */
    public void liquidate(String symbol) {
        Listing listing = listings.get(symbol);
        if (listing != null && listing.source() instanceof Market market) {
            liquidations.trigger(market);
        }
    }

    private Feed trades(ChannelSpec spec, Listing listing) {
        Random64 random = Random64.of(seed, spec.toString());
        return new TradesFeed(spec, listing.source().tape(), timeline, random);
    }
}
