package io.hayate.venue.exchange;

import io.hayate.model.Side;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.feed.Listing;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.feed.MarketBooks;
import io.hayate.venue.market.Market;
import io.hayate.venue.matching.MatchingEngine;
import io.hayate.venue.mirror.MirrorNews;
import io.hayate.venue.session.VenueSessions;
import io.hayate.venue.wire.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells clients at once what the texts of another exchange have changed in a market: settles what was
 * taken of their orders, then the books, then the ticker where no text will tell one.
 */
final class MirrorTexts implements MirrorNews {
    /** What a ticker said last. */
    private static final class Touch {
        private long bid;
        private long ask;
        private long last;
    }

    private final Timeline timeline;
    private final Listings listings;
    private final MarketBooks books;
    private final MatchingEngine engine;
    private final VenueSessions sessions;
    private final Map<Market, Touch> touches = new LinkedHashMap<>();

    MirrorTexts(
            Timeline timeline,
            Listings listings,
            MarketBooks books,
            MatchingEngine engine,
            VenueSessions sessions) {
        this.timeline = timeline;
        this.listings = listings;
        this.books = books;
        this.engine = engine;
        this.sessions = sessions;
    }

    @Override
    public void onChanged(Market market, boolean isAll, ChannelRows rows) {
        engine.settle();
        books.publish(market, timeline.time(), rows);
        if (isAll && isNews(market)) {
            listing(market).step();
        }
    }

    private boolean isNews(Market market) {
        Touch touch = touches.computeIfAbsent(market, made -> new Touch());
        long bid = price(market.book().bestShownFor(Side.SELL));
        long ask = price(market.book().bestShownFor(Side.BUY));
        long last = market.tape().day().last();
        boolean isNews = bid != touch.bid || ask != touch.ask || last != touch.last;
        touch.bid = bid;
        touch.ask = ask;
        touch.last = last;
        return isNews;
    }

    private static long price(BookOrder best) {
        return best == null ? 0 : best.price();
    }

    @Override
    public void onTicker(Market market, JsonText row) {
        if (market.book().isAsTold()) {
            listing(market).step(row);
        } else {
            listing(market).step(); // clients have changed what it tells of
        }
    }

    private Listing listing(Market market) {
        return listings.get(market.instrument().symbol());
    }

    @Override
    public void onInfo(int code) {
        FaultDeeds.info(code, sessions.present());
    }
}
