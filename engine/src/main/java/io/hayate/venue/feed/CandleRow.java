package io.hayate.venue.feed;

import io.hayate.venue.market.PrintTape;
import io.hayate.venue.wire.JsonText;

/** One interval of candles. Prices are in the last decimal of a {@link PrintTape}. */
final class CandleRow {
    final long startMs;
    long open;
    long close;
    long high;
    long low;
    long units;

    /** Changed since it was told. */
    boolean changed;

    CandleRow(long startMs, long price) {
        this.startMs = startMs;
        open = price;
        close = price;
        high = price;
        low = price;
    }

    void onTrade(long price, long traded) {
        close = price;
        high = Math.max(high, price);
        low = Math.min(low, price);
        units += traded;
        changed = true;
    }

    /** Appends {@code [MTS, OPEN, CLOSE, HIGH, LOW, VOLUME]}. */
    void write(JsonText out, int priceScale, int amountScale) {
        out.openArray().whole(startMs).decimal(open, priceScale).decimal(close, priceScale);
        out.decimal(high, priceScale).decimal(low, priceScale).decimal(units, amountScale);
        out.closeArray();
    }
}
