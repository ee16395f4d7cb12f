package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Side;
import io.hayate.venue.book.BookImage;
import io.hayate.venue.book.ImageSide;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.wire.JsonText;
import java.util.zip.CRC32;

/**
 * Writes the rows of one book channel, and the checksum of their words.
 *
 * <pre>
 * [PRICE, COUNT, AMOUNT]          [ORDER_ID, PRICE, AMOUNT]          a bid is positive
 * [RATE, PERIOD, COUNT, AMOUNT]   [OFFER_ID, PERIOD, RATE, AMOUNT]   a bid is negative
 * </pre>
 */
public final class BookRows {
    private static final int AMOUNT_SCALE = 8;
    private static final int CHECKED = 25; // entries a side, whatever the length

    private final boolean raw;
    private final boolean funding;
    private final int scale;
    private final CRC32 crc = new CRC32();
    private final JsonText words = new JsonText();

    /**
     * The rows of a channel.
     *
     * @param tickScale decimals of a tick of its market
     */
    public BookRows(ChannelSpec spec, int tickScale) {
        raw = spec.isRaw();
        funding = spec.symbol().startsWith("f");
        scale = tickScale + LimitBook.TICK_SCALE;
    }

    /** Appends an entry as it stands. */
    void write(JsonText out, ImageSide side, int at) {
        out.openArray();
        if (raw) {
            out.whole(side.id(at));
            writePeriod(out, side, at);
            out.decimal(side.price(at), scale);
        } else {
            out.decimal(side.price(at), scale);
            writePeriod(out, side, at);
            out.whole(side.orders(at));
        }
        writeAmount(out, side, at);
        out.closeArray();
    }

    /** Appends that an entry is no more. */
    void writeDelete(JsonText out, ImageSide side, int at) {
        out.openArray();
        if (raw) {
            out.whole(side.id(at));
        } else {
            out.decimal(side.price(at), scale);
        }
        writePeriod(out, side, at);
        out.whole(0).whole(sign(side)).closeArray();
    }

    private void writePeriod(JsonText out, ImageSide side, int at) {
        if (funding) {
            out.whole(side.period(at));
        }
    }

    private void writeAmount(JsonText out, ImageSide side, int at) {
        if (side.isNoisy(at)) {
            out.floating(sign(side) * side.sum(at));
        } else {
            out.decimal(sign(side) * side.units(at), AMOUNT_SCALE);
        }
    }

    private int sign(ImageSide side) {
        return (side.side() == Side.BUY) == funding ? -1 : 1;
    }

    /** Appends all of an image: bids, then asks, best first. */
    public void writeSnapshot(JsonText out, BookImage image) {
        out.openArray();
        for (int i = 0; i < image.bids().count(); i++) {
            write(out, image.bids(), i);
        }
        for (int i = 0; i < image.asks().count(); i++) {
            write(out, image.asks(), i);
        }
        out.closeArray();
    }

    /** The CRC-32 of keys and amounts of an image as they are written, bids and asks in turn. */
    int checksum(BookImage image) {
        crc.reset();
        for (int i = 0; i < CHECKED; i++) {
            addWords(image.bids(), i);
            addWords(image.asks(), i);
        }
        int length = Math.max(0, words.length() - 1);
        crc.update(words.bytes(), 0, length);
        words.clear();
        return (int) crc.getValue();
    }

    private void addWords(ImageSide side, int at) {
        if (at >= side.count()) {
            return;
        }
        if (raw) {
            words.whole(side.id(at));
        } else {
            words.decimal(side.price(at), scale);
        }
        writeAmount(words.colon(), side, at);
        words.colon(); // after which no comma comes
    }
}
