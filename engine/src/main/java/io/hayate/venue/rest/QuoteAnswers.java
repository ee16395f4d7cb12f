package io.hayate.venue.rest;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.book.BookImage;
import io.hayate.venue.feed.BookRows;
import io.hayate.venue.feed.Listing;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.market.TickerSource;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tickers and books as they stand.
 *
 * <pre>
 * tickers?symbols=tBTCUSD,fUSD   [["tBTCUSD",BID,..],["fUSD",FRR,..]]
 * ticker/tBTCUSD                 [BID,..]
 * book/tBTCUSD/P0?len=25         [[PRICE,COUNT,AMOUNT],..]
 * </pre>
 */
final class QuoteAnswers {
    private static final String ALL = "ALL";
    private static final int SYMBOLS_MAX = 1_000;
    private static final int LENGTH_DEFAULT = 25;

    private final Listings listings;
    private final Attention attention;

    QuoteAnswers(Listings listings, Attention attention) {
        this.listings = listings;
        this.attention = attention;
    }

    /** The tickers of these symbols, in the order of the configuration; unknown ones are left out. */
    RestResponse tickers(RestRequest request) {
        String symbols = request.query().get("symbols");
        if (symbols == null) {
            return RestResponse.invalid("symbols");
        }
        Set<String> asked = new LinkedHashSet<>();
        for (String symbol : symbols.split(",", SYMBOLS_MAX)) {
            asked.add(symbol);
        }
        JsonText rows = new JsonText().openArray();
        for (Listing listing : listings.all()) {
            String symbol = listing.source().instrument().symbol();
            if (asked.contains(ALL) || asked.contains(symbol)) {
                attention.look(listing);
                write(rows, symbol, listing.source());
            }
        }
        return RestResponse.ok(rows.closeArray());
    }

    private static void write(JsonText rows, String symbol, TickerSource source) {
        JsonText row = new JsonText();
        source.writeTicker(row);
        rows.openArray().text(symbol).elements(row).closeArray();
    }

    RestResponse ticker(String symbol) {
        Listing listing = listings.get(symbol);
        if (listing == null) {
            return RestResponse.invalid("symbol");
        }
        attention.look(listing);
        JsonText row = new JsonText();
        listing.source().writeTicker(row);
        return RestResponse.ok(row);
    }

    RestResponse book(String symbol, String precision, RestRequest request) {
        Listing listing = listings.get(symbol);
        BookPrecision known = BookPrecision.ofWire(precision);
        Fields fields = request.parameters();
        long length = fields.has("len") ? fields.whole("len") : LENGTH_DEFAULT;
        if (listing == null) {
            return RestResponse.invalid("symbol");
        } else if (known == null) {
            return RestResponse.invalid("precision");
        } else if (length > 250 || !ChannelSpec.BOOK_LENGTHS.contains((int) length)) {
            return RestResponse.invalid("len");
        }
        attention.look(listing);
        ChannelSpec spec = ChannelSpec.book(symbol, known, "F0", (int) length);
        BookImage image = new BookImage(spec);
        image.fill(listing.source().books().book());
        JsonText rows = new JsonText();
        new BookRows(spec, listing.source().books().tickScale()).writeSnapshot(rows, image);
        return RestResponse.ok(rows);
    }
}
