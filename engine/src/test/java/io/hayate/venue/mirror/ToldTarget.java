package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.ChannelRows;
import java.util.List;

/** A target that writes down what it is told. */
final class ToldTarget implements MirrorTarget {
    private final List<String> told;

    ToldTarget(List<String> told) {
        this.told = told;
    }

    @Override
    public int priceDecimals() {
        return 8;
    }

    @Override
    public void onBook(BookShape shape, ChannelRows rows, boolean isSnapshot) {
        StringBuilder line = new StringBuilder(isSnapshot ? "snapshot" : "rows");
        for (int i = 0; i < rows.size(); i++) {
            line.append(i == 0 ? " " : ", ").append(rows.id(i)).append('@').append(rows.price(i));
            line.append('x').append(rows.count(i)).append(' ').append(rows.units(i));
        }
        told.add(line.toString());
    }

    @Override
    public void onBookEnded(BookShape shape) {
        told.add("ended");
    }

    @Override
    public void onPrint(long id, long timeMs, long units, long price) {
        told.add("print " + id + " " + timeMs + " " + units + "@" + price);
    }

    @Override
    public void onPastPrint(long id, long timeMs, long units, long price) {
        told.add("past " + id + " " + timeMs + " " + units + "@" + price);
    }

    @Override
    public void onTicker(MirrorTicker ticker) {
        told.add("ticker " + ticker.bid + " " + ticker.ask + " last " + ticker.last);
    }

    @Override
    public void onOwnOrder(long id, Side side, long price, long units) {
        told.add("own " + id + " " + side + " " + units + "@" + price);
    }

    @Override
    public void onStale(boolean isStale) {
        told.add("stale " + isStale);
    }
}
