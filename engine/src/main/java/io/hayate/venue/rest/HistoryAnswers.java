package io.hayate.venue.rest;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.feed.CandleHistory;
import io.hayate.venue.feed.CandleKey;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.feed.Listing;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.market.Print;
import io.hayate.venue.market.PrintTape;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.List;

/**
 * Public trades and candles: as far back as the venue keeps them.
 *
 * <pre>
 * trades/tBTCUSD/hist                 [[ID,MTS,AMOUNT,PRICE],..]
 * candles/trade:1m:tBTCUSD/hist       [[MTS,OPEN,CLOSE,HIGH,LOW,VOLUME],..]
 * candles/trade:1m:tBTCUSD/last       [MTS,OPEN,CLOSE,HIGH,LOW,VOLUME]
 * </pre>
 */
final class HistoryAnswers {
    private static final int TRADES = 125;
    private static final int CANDLES = 100;
    private static final int LIMIT_MAX = 10_000;

    private final Listings listings;
    private final Feeds feeds;
    private final Attention attention;

    HistoryAnswers(Listings listings, Feeds feeds, Attention attention) {
        this.listings = listings;
        this.feeds = feeds;
        this.attention = attention;
    }

    RestResponse trades(String symbol, RestRequest request) {
        Listing listing = listings.get(symbol);
        if (listing == null) {
            return RestResponse.invalid("symbol");
        }
        Fields fields = request.parameters();
        RestPage page = RestPage.of(fields, TRADES, LIMIT_MAX);
        if (page == null) {
            return RestResponse.invalid(RestPage.wrong(fields, LIMIT_MAX));
        }
        attention.look(listing);
        PrintTape tape = listing.source().tape();
        JsonText rows = new JsonText().openArray();
        List<Print> prints = page.of(tape.history(), Print::timeMs);
        prints.forEach(print -> tape.writeRow(rows, print));
        return RestResponse.ok(rows.closeArray());
    }

    RestResponse candles(String key, String section, RestRequest request) {
        boolean last = section.equals("last");
        if (!last && !section.equals("hist")) {
            return null;
        }
        ChannelSpec spec = CandleKey.spec(key);
        Listing listing = spec == null ? null : listings.get(spec.symbol());
        if (listing == null) {
            return RestResponse.invalid("key");
        }
        Fields fields = request.parameters();
        RestPage page = RestPage.of(fields, CANDLES, LIMIT_MAX);
        if (page == null) {
            return RestResponse.invalid(RestPage.wrong(fields, LIMIT_MAX));
        }
        attention.look(listing);
        CandleHistory history = feeds.candles(spec);
        if (history == null) {
            return RestResponse.tooMany();
        }
        return RestResponse.ok(last ? newest(history) : rows(history, page));
    }

    private static JsonText newest(CandleHistory history) {
        JsonText row = new JsonText();
        List<CandleHistory.Row> rows = history.rows();
        rows.get(rows.size() - 1).write(row);
        return row;
    }

    private static JsonText rows(CandleHistory history, RestPage page) {
        JsonText rows = new JsonText().openArray();
        page.of(history.rows(), CandleHistory.Row::startMs).forEach(row -> row.write(rows));
        return rows.closeArray();
    }
}
