package io.hayate.paper;

import io.hayate.history.PublicRest;
import io.hayate.history.RestTap;
import io.hayate.history.RestTrust;
import io.hayate.venue.mirror.MirrorListing;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pairs cost at the public exchange now, by REST of the host of its market data: the paper account's
 * venue lists those. The pairs that a run hears come first, then as many others as have room.
 *
 * <pre>GET /v2/tickers?symbols=ALL   [["tBTCUSD",7616.5,31.8,7617.5,43.3,-550.8,-0.0674,7617.1,8314.7,8257.8,7500],...]</pre>
 */
final class PublicPrices {
    private static final String PATH = "/v2/tickers?symbols=ALL";
    private static final int BID = 1;
    private static final int LAST = 7;
    private static final int LISTINGS_MAX = 500;

    private PublicPrices() {}

    /**
     * Asks for them; waits some seconds.
     *
     * @param feed where market data comes from
     * @throws IOException when they cannot be read, or tell nothing of a pair that is heard
     */
    static List<MirrorListing> read(URI feed, RestTrust trust, Collection<String> heard)
            throws IOException {
        byte[] body = new PublicRest(trust, RestTap.NONE).get(PublicRest.of(feed, PATH));
        return listings(new String(body, StandardCharsets.UTF_8), heard);
    }

    static List<MirrorListing> listings(String text, Collection<String> heard) throws IOException {
        Map<String, BigDecimal> prices = prices(JsonReader.read(text));
        List<MirrorListing> listings = new ArrayList<>();
        for (String symbol : heard) {
            BigDecimal price = prices.remove(symbol);
            if (price == null) {
                throw new IOException("it has no price of " + symbol);
            }
            listings.add(MirrorListing.of(symbol, price));
        }
        prices.forEach(
                (symbol, price) -> {
                    if (listings.size() < LISTINGS_MAX) {
                        listings.add(MirrorListing.of(symbol, price));
                    }
                });
        return listings;
    }

    private static Map<String, BigDecimal> prices(Object answer) throws IOException {
        if (!(answer instanceof List<?> rows)) {
            throw new IOException("it answers with something else than tickers");
        }
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (Object row : rows) {
            if (row instanceof List<?> ticker
                    && ticker.size() > LAST
                    && ticker.get(0) instanceof String symbol
                    && symbol.startsWith("t")
                    && PaperChannels.isPair(symbol)) {
                BigDecimal price = price(ticker);
                if (price != null) {
                    prices.put(symbol, price);
                }
            }
        }
        return prices;
    }

    /** The last one, or what is bid where nothing was traded; null for none. */
    private static BigDecimal price(List<?> ticker) {
        for (int at : new int[] {LAST, BID}) {
            BigDecimal price = Fields.decimal(ticker.get(at));
            if (price != null && price.signum() > 0) {
                return price;
            }
        }
        return null;
    }
}
