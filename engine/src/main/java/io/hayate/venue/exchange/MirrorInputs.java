package io.hayate.venue.exchange;

import io.hayate.model.Side;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.mirror.FillAccount;
import io.hayate.venue.mirror.MirrorCounts;
import io.hayate.venue.mirror.MirrorFeed;
import java.math.BigDecimal;
import org.agrona.DirectBuffer;

/**
 * The inputs that move the markets of an exchange that follows another one: what that sends on its
 * public connections, each by a number of its own. An input happens at the time that the exchange was
 * told last. Venue thread.
 */
public final class MirrorInputs {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final MirrorFeed feed;
    private final FillAccount fills;
    private final Markets markets;
    private final VenueAccounts accounts;
    private final Timeline timeline;

    MirrorInputs(
            MirrorFeed feed,
            FillAccount fills,
            Markets markets,
            VenueAccounts accounts,
            Timeline timeline) {
        this.feed = feed;
        this.fills = fills;
        this.markets = markets;
        this.accounts = accounts;
        this.timeline = timeline;
    }

    /** A connection was made. */
    public void onOpen(int connection) {
        feed.onOpen(connection);
        timeline.runDue();
    }

    /**
     * A whole text has come; the bytes are read before this returns. What it does to an account that
     * account hears a millisecond later, behind texts of the same moment.
     */
    public void onText(int connection, DirectBuffer buffer, int offset, int length) {
        accounts.holdBack(true);
        feed.onText(connection, buffer, offset, length);
        accounts.holdBack(false);
        timeline.runDue();
    }

    /** A connection has ended: orders for what it told of are refused until another tells of it. */
    public void onClosed(int connection) {
        feed.onClosed(connection);
        timeline.runDue();
    }

    /** Texts of its connections were lost: none is gone by until its next snapshot. */
    public void onLost() {
        feed.onLost();
        timeline.runDue();
    }

    /** True when the market of this pair is halted: what is known of it may be wrong, or is old. */
    public boolean isHalted(String symbol) {
        return markets.market(symbol).isStale();
    }

    /** How often it has met what. */
    public MirrorCounts counts() {
        return feed.counts();
    }

    /** How clients' resting orders were filled. */
    public FillAccount fills() {
        return fills;
    }

    /** Half way between the best bid and ask of this pair; the latest price where one is missing. */
    public BigDecimal mid(String symbol) {
        Market market = markets.market(symbol);
        BookOrder bid = market.book().bestShownFor(Side.SELL);
        BookOrder ask = market.book().bestShownFor(Side.BUY);
        return bid == null || ask == null
                ? market.lastPrice()
                : market.priceOfUnits(bid.price())
                        .add(market.priceOfUnits(ask.price()))
                        .multiply(HALF);
    }
}
