package io.hayate.venue.feed;

import io.hayate.venue.market.TickerSource;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** A market, or a currency that is lent, with all the feeds that tell of it. */
public final class Listing {
    private final TickerSource source;
    private final TickerFeed ticker;
    private final List<Feed> feeds = new ArrayList<>();
    private long lookedAtUntilNs = Long.MIN_VALUE;

    Listing(TickerSource source, TickerFeed ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    /** What is listed. */
    public TickerSource source() {
        return source;
    }

    TickerFeed ticker() {
        return ticker;
    }

    /** Adds a feed, which is told of every step from now on. */
    void add(Feed feed) {
        feeds.add(feed);
    }

    /** A feed has ended. */
    void remove(Feed feed) {
        feeds.remove(feed);
    }

    /** Somebody asked about it and may ask again: it moves on until then. */
    public void lookedAtUntil(long timeNs) {
        lookedAtUntilNs = timeNs;
    }

    /** True when somebody asked about it not long ago. */
    public boolean isLookedAt(long nowNs) {
        return lookedAtUntilNs != Long.MIN_VALUE && lookedAtUntilNs - nowNs > 0;
    }

    /** True when anybody listens to any of its feeds. */
    public boolean isWatched() {
        for (int i = 0; i < feeds.size(); i++) {
            if (feeds.get(i).isWatched()) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #step}, with this row as the ticker. */
    public void step(JsonText row) {
        source.step();
        for (int i = 0; i < feeds.size(); i++) {
            feeds.get(i).onStep(row);
        }
    }

    /** Moves the market on and tells those who watch it. */
    public void step() {
        source.step();
        for (int i = 0; i < feeds.size(); i++) {
            feeds.get(i).onStep();
        }
    }
}
