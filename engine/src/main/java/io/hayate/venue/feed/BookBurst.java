package io.hayate.venue.feed;

import io.hayate.model.Side;
import io.hayate.venue.book.BookImage;
import io.hayate.venue.book.ImageSide;
import io.hayate.venue.wire.JsonText;

/**
 * Tells the difference of two images in the venue's order: bid deletes by falling price, ask deletes
 * by rising price, bid sets by falling price, ask sets by rising price.
 */
final class BookBurst {
    /** Takes one row after the other. */
    interface Sink {
        /** A row, which is written over after this call. */
        void onRow(JsonText row);
    }

    private final BookRows rows;
    private final boolean raw;
    private final JsonText row = new JsonText();

    BookBurst(BookRows rows, boolean raw) {
        this.rows = rows;
        this.raw = raw;
    }

    /** Tells all that makes {@code now}, of its new sides, of {@code before}; answers how many rows. */
    int write(BookImage before, BookImage now, Sink sink) {
        boolean bids = now.isNew(Side.BUY);
        boolean asks = now.isNew(Side.SELL);
        int told = bids ? deletes(before.bids(), now.bids(), sink) : 0;
        told += asks ? deletes(before.asks(), now.asks(), sink) : 0;
        told += bids ? sets(before.bids(), now.bids(), sink) : 0;
        return told + (asks ? sets(before.asks(), now.asks(), sink) : 0);
    }

    private int deletes(ImageSide before, ImageSide now, Sink sink) {
        int told = 0;
        int next = 0;
        for (int at = 0; at < before.count(); at++) {
            while (next < now.count() && now.comesBefore(next, before, at)) {
                next++;
            }
            boolean gone = next == now.count() || !now.isKeyOf(next, before, at);
            if (gone && !(raw && now.holds(before.id(at)))) { // an order may have moved
                row.clear();
                rows.writeDelete(row, before, at);
                sink.onRow(row);
                told++;
            }
        }
        return told;
    }

    private int sets(ImageSide before, ImageSide now, Sink sink) {
        int told = 0;
        int next = 0;
        for (int at = 0; at < now.count(); at++) {
            while (next < before.count() && before.comesBefore(next, now, at)) {
                next++;
            }
            if (next == before.count() || !before.isTheSame(next, now, at)) {
                row.clear();
                rows.write(row, now, at);
                sink.onRow(row);
                told++;
            }
        }
        return told;
    }
}
