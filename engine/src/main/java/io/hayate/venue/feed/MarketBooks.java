package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.BookConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.market.BookSource;
import io.hayate.venue.market.TickerSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The book feeds of all markets, and when they speak: each market at its own phase of the interval,
 * so that they do not all speak at once.
 */
public final class MarketBooks implements BookFeeds {
    /** Phases into which an interval is cut. */
    public static final int PHASES = 10;

    private final BookConfig config;
    private final boolean moving;
    private final VenueTraffic traffic;
    private final long seed;
    private final Map<TickerSource, BookTicks> bySource = new LinkedHashMap<>();
    private final List<BookTicks> all = new ArrayList<>();
    private int phase;

    /** No books yet. */
    public MarketBooks(VenueConfig config, VenueTraffic traffic) {
        this.config = config.books();
        moving = config.tickersPerSecond() > 0;
        this.traffic = traffic;
        seed = config.seed();
    }

    @Override
    public Feed make(ChannelSpec spec, TickerSource source) {
        BookTicks ticks = bySource.computeIfAbsent(source, this::ticks);
        BookSource books = source.books();
        BookFeed feed = new BookFeed(spec, books, traffic, config.checksumIntervalMs());
        ticks.add(feed);
        return feed;
    }

    @Override
    public void end(Feed feed, TickerSource source) {
        bySource.get(source).remove(feed);
    }

    private BookTicks ticks(TickerSource source) {
        Random64 random = Random64.of(seed, source.instrument().symbol() + " book ticks");
        BookTicks ticks = new BookTicks(source.books(), config, moving, random);
        all.add(ticks);
        return ticks;
    }

    /** The next phase has come: lets the books speak that have it. */
    public void onPhase() {
        for (int i = phase; i < all.size(); i += PHASES) {
            all.get(i).onTick();
        }
        phase = phase + 1 == PHASES ? 0 : phase + 1;
    }

    /**
     * The market has moved by itself: lets its books speak at once, the slow ones when it is time.
     *
     * @param rows what another exchange's channel has told of the book, and nothing else has changed; or
     *     null
     */
    public void publish(TickerSource source, long timeMs, ChannelRows rows) {
        BookTicks ticks = bySource.get(source);
        if (ticks != null) {
            ticks.publishAt(timeMs, rows);
        }
    }

    /** As {@link #publish}, of every market that has moved. */
    public void publishAll(long timeMs) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).publishAt(timeMs, null);
        }
    }

    /** So many ticks of every book, now. */
    public void advance(int count) {
        for (int i = 0; i < count; i++) {
            all.forEach(BookTicks::onTick);
        }
    }
}
