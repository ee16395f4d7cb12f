package io.hayate.venue.mirror;

import io.hayate.model.Instrument;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.market.DayFigures;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.MarketMaker;
import io.hayate.venue.market.PrintTape;
import io.hayate.venue.market.TickerSource;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.EpochClock;

/** Makes markets that follow texts, and what gives them the texts. */
public final class MirroredMarkets implements MarketMaker {
    private final Map<String, MirrorListing> listings = new LinkedHashMap<>();
    private final MirrorPlan plan;
    private final VenueIds ids;
    private final EpochClock clock;
    private final FillAccount fills = new FillAccount();
    private final Map<Market, MirrorSource> sources = new LinkedHashMap<>();

    /** A maker of the markets of a plan. */
    public MirroredMarkets(MirrorPlan plan, VenueIds ids, EpochClock clock) {
        this.plan = plan;
        this.ids = ids;
        this.clock = clock;
        plan.listings().forEach(listing -> this.listings.put(listing.symbol(), listing));
    }

    @Override
    public Market market(Instrument instrument) {
        MirrorListing listing = listings.get(instrument.symbol());
        if (listing == null) {
            throw new IllegalArgumentException("no text tells of " + instrument.symbol());
        }
        int scale = listing.tickScale() + LimitBook.TICK_SCALE;
        long price =
                listing.price().setScale(scale, RoundingMode.DOWN).unscaledValue().longValueExact();
        PrintTape tape = new PrintTape(scale, new DayFigures(price), List.of());
        MirrorSource[] made = new MirrorSource[1];
        Market market =
                new Market(
                        instrument,
                        listing.tickScale(),
                        listing.minimumAmount(),
                        tape,
                        ids,
                        (book, prints) ->
                                made[0] = new MirrorSource(book, tape, prints, clock, plan, fills));
        sources.put(market, made[0]);
        return market;
    }

    @Override
    public TickerSource funding(Instrument instrument) {
        throw new IllegalArgumentException("funding does not follow texts: " + instrument.symbol());
    }

    /** How clients' resting orders were filled. */
    public FillAccount fills() {
        return fills;
    }

    /**
     * What takes the texts that move the markets made so far.
     *
     * @param news hears what has come of them
     */
    public MirrorFeed feed(MirrorNews news) {
        Map<String, MirrorTarget> targets = new LinkedHashMap<>();
        sources.forEach(
                (market, source) ->
                        targets.put(
                                market.instrument().symbol(),
                                new MirrorMarket(market, source, news)));
        return new MirrorFeed(
                new MirrorTargets() {
                    @Override
                    public MirrorTarget find(String symbol) {
                        return targets.get(symbol);
                    }

                    @Override
                    public void onInfo(int code) {
                        news.onInfo(code);
                    }
                });
    }
}
