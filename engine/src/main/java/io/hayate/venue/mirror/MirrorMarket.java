package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.market.Market;

/** Gives what texts tell of a symbol to its market, and tells of what has come of it. */
final class MirrorMarket implements MirrorTarget {
    private final Market market;
    private final MirrorSource source;
    private final MirrorNews news;

    MirrorMarket(Market market, MirrorSource source, MirrorNews news) {
        this.market = market;
        this.source = source;
        this.news = news;
    }

    @Override
    public int priceDecimals() {
        return market.tickScale() + LimitBook.TICK_SCALE;
    }

    @Override
    public void onBook(BookShape shape, ChannelRows rows, boolean isSnapshot) {
        if (source.onBook(shape, rows, isSnapshot)) {
            news.onChanged(market, !source.hasTicker(), isSnapshot ? null : rows);
        }
    }

    private void changed() {
        news.onChanged(market, !source.hasTicker(), null);
    }

    @Override
    public void onBookEnded(BookShape shape) {
        source.onBookEnded(shape);
    }

    @Override
    public void onPrint(long id, long timeMs, long units, long price) {
        source.onPrint(id, timeMs, units, price);
        changed();
    }

    @Override
    public void onPastPrint(long id, long timeMs, long units, long price) {
        source.onPastPrint(id, timeMs, units, price);
    }

    @Override
    public void onTicker(MirrorTicker ticker) {
        if (source.onTicker(ticker)) {
            changed();
        }
        news.onTicker(market, ticker.row);
    }

    @Override
    public void onOwnOrder(long id, Side side, long price, long units) {
        if (source.onOwnOrder(id, side, price, units)) {
            changed();
        }
    }

    @Override
    public void onStale(boolean isStale) {
        source.stale(isStale);
    }

    @Override
    public void onMaintenance(boolean isOn) {
        source.maintenance(isOn);
    }

    @Override
    public boolean isStrict() {
        return source.isStrict();
    }

    @Override
    public void onBroken(BookShape shape) {
        source.onBroken(shape);
    }

    @Override
    public void onHeard(BookShape shape) {
        source.onHeard(shape);
    }
}
