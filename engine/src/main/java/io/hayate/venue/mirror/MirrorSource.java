package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.market.MarketSource;
import io.hayate.venue.market.Print;
import io.hayate.venue.market.PrintTape;
import org.agrona.concurrent.EpochClock;

/**
 * Moves a market as texts have it: of all book channels of its symbol the one that tells most. Where
 * there is none the ticker's best bid and ask are the book. Venue thread.
 */
final class MirrorSource implements MarketSource {
    private static final long ROW = 0;

    private final LimitBook book;
    private final PrintTape tape;
    private final PrintTape.Listener prints;
    private final EpochClock clock;
    private final MirrorDoubt doubt;
    private final QueuePlaces places;
    private final MirrorBook mirrored;
    private final MirrorMatcher matcher;
    private final RecordedOrders own;
    private BookShape followed; // null for none now
    private boolean isStale = true; // until something was told
    private long touchBid; // of the ticker, while that is all
    private long touchAsk;
    private boolean hasTicker;

    MirrorSource(
            LimitBook book,
            PrintTape tape,
            PrintTape.Listener prints,
            EpochClock clock,
            MirrorPlan plan,
            FillAccount fills) {
        this.book = book;
        this.tape = tape;
        this.prints = prints;
        this.clock = clock;
        doubt = new MirrorDoubt(plan.trust(), clock);
        places = new QueuePlaces(book, clock, plan.model(), fills);
        mirrored = new MirrorBook(book, places);
        own = new RecordedOrders(book);
        matcher = new MirrorMatcher(book, clock, plan.model(), fills);
    }

    @Override
    public int bid() {
        return (int) Math.min(tape.day().last() / LimitBook.TICK, Integer.MAX_VALUE);
    }

    @Override
    public int ask() {
        return bid();
    }

    @Override
    public void step() {}

    @Override
    public void act(int count) {}

    @Override
    public long tradeTimeMs() {
        return clock.time();
    }

    @Override
    public boolean isStale() {
        return isStale || doubt.isAny();
    }

    void stale(boolean value) {
        isStale = value;
    }

    void maintenance(boolean isOn) {
        isStale = isOn;
        doubt.onMaintenance(isOn);
    }

    boolean isStrict() {
        return doubt.isStrict();
    }

    void onBroken(BookShape shape) {
        if (isFollowed(shape)) {
            doubt.onBroken();
        }
    }

    void onHeard(BookShape shape) {
        if (isFollowed(shape)) {
            doubt.onHeard();
        }
    }

    private boolean isFollowed(BookShape shape) {
        return followed == null ? shape.equals(mirrored.shape()) : shape.equals(followed);
    }

    /** True when a ticker was told: it comes again by itself. */
    boolean hasTicker() {
        return hasTicker;
    }

    /** Rows of a book channel; false when a better one is followed. */
    boolean onBook(BookShape shape, ChannelRows rows, boolean isSnapshot) {
        if (doubt.isMaintained() || !isTaken(shape, isSnapshot)) {
            return false;
        }
        followed = shape;
        isStale = false;
        doubt.onData();
        if (isSnapshot) {
            boolean isOfAnotherKind = mirrored.shape() != null && !mirrored.shape().isLike(shape);
            mirrored.restart(shape);
            own.restart();
            mirrored.beginSnapshot();
            set(rows);
            mirrored.endSnapshot(isOfAnotherKind);
        } else {
            set(rows);
        }
        if (doubt.isStrict()) {
            lookForCross();
        }
        return true;
    }

    private void lookForCross() {
        BookOrder bid = book.bestShownFor(Side.SELL);
        BookOrder ask = book.bestShownFor(Side.BUY);
        doubt.onCross(bid != null && ask != null && bid.price() >= ask.price());
    }

    /** A strict one that may be wrong begins anew with whichever snapshot comes first. */
    private boolean isTaken(BookShape shape, boolean isSnapshot) {
        if (isSnapshot) {
            boolean isBetter = followed == null || shape.isBetterThan(followed);
            return doubt.isBroken() || isBetter || shape.equals(followed);
        }
        return !doubt.isBroken() && shape.equals(followed);
    }

    void onBookEnded(BookShape shape) {
        if (shape.equals(followed)) {
            doubt.onBroken();
            followed = null;
        }
    }

    private void set(ChannelRows rows) {
        for (int i = 0; i < rows.size(); i++) {
            set(rows.id(i), rows.price(i), rows.count(i), rows.units(i));
        }
    }

    private void set(long id, long price, int orders, long units) {
        Side side = units < 0 ? Side.SELL : Side.BUY;
        long shown = Math.abs(units);
        int count = orders;
        if (own.isAny()) {
            shown = own.others(mirrored.shape(), id, side, price, orders, shown);
            count = own.orders();
        }
        if (count == 0 || shown == 0) {
            mirrored.remove(side, id, price);
        } else {
            MirrorOrder order = mirrored.set(side, id, price, count, shown);
            if (!doubt.isAny()) { // else nothing trades on it
                matcher.onShown(order, mirrored);
            }
        }
    }

    /** An order of the account that was recorded; true when the book may have changed. */
    boolean onOwnOrder(long id, Side side, long price, long units) {
        RecordedOrders.Level level = own.onOrder(id, side, price, units);
        BookShape shape = mirrored.shape();
        if (shape == null || !shape.raw()) {
            if (level != null) {
                set(ROW, level.price(), level.count(), level.units() * level.side().sign());
                return true;
            }
            return shape != null
                    && shape.precision() == 0
                    && units > 0
                    && onShown(side, price, units);
        }
        boolean wasShown = mirrored.remove(side, id, price);
        if (wasShown) {
            own.onShownBefore(id);
        }
        return wasShown;
    }

    /** The row of a level may have come before the account was told of the order in it. */
    private boolean onShown(Side side, long price, long units) {
        MirrorOrder level = mirrored.find(side, price);
        if (level == null || level.rise != units || own.isTold(side, price)) {
            return false;
        }
        set(ROW, price, level.orders, level.shown * side.sign());
        return true;
    }

    void onPrint(long id, long timeMs, long units, long price) {
        if (doubt.isStrict() && isStale()) {
            return; // who lies where is not known
        }
        isStale &= followed == null && mirrored.shape() != null; // a dead book stays dead
        Side taker = units < 0 ? Side.SELL : Side.BUY;
        long amount = Math.abs(units);
        boolean isRaw = mirrored.shape() != null && mirrored.shape().raw();
        boolean isFull =
                mirrored.shape() != null
                        && book.clients() > 0
                        && mirrored.isFull(taker == Side.BUY ? Side.SELL : Side.BUY);
        long had = matcher.onTrade(taker, price, amount, timeMs, isRaw, isFull);
        if (had < amount) {
            prints.onTrade(new Print(id, timeMs, (amount - had) * taker.sign(), price, 0));
        }
    }

    void onPastPrint(long id, long timeMs, long units, long price) {
        tape.past(new Print(id, timeMs, units, price, 0));
    }

    /** True when the book has changed, too. */
    boolean onTicker(MirrorTicker ticker) {
        hasTicker = true;
        tape.day().restate(ticker.change, ticker.last, ticker.volumeUnits, ticker.high, ticker.low);
        tape.day().told(ticker.bid, ticker.ask, book.version());
        boolean isBook = mirrored.shape() != null && !mirrored.shape().equals(BookShape.TOUCH);
        if (isBook || doubt.isMaintained() || ticker.bid <= 0 || ticker.ask <= 0) {
            return false;
        }
        isStale = false;
        doubt.onData();
        mirrored.restart(BookShape.TOUCH);
        clearTouch(ticker);
        touchBid = ticker.bid;
        touchAsk = ticker.ask;
        set(ROW, ticker.bid, 1, ticker.bidUnits);
        set(ROW, ticker.ask, 1, -ticker.askUnits);
        return true;
    }

    private void clearTouch(MirrorTicker ticker) {
        if (touchBid > 0 && touchBid != ticker.bid) {
            mirrored.remove(Side.BUY, ROW, touchBid);
        }
        if (touchAsk > 0 && touchAsk != ticker.ask) {
            mirrored.remove(Side.SELL, ROW, touchAsk);
        }
    }
}
