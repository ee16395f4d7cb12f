package io.hayate.venue.mirror;

import io.hayate.venue.book.ChannelRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through texts for the pairs that they tell of, and what those cost, so that an exchange can be
 * made that lists them. Give it all texts, or the first of them, by its {@link #feed}.
 */
public final class MirrorScan {
    private static final int PRICE_SCALE = 12;
    private static final int SYMBOLS_MAX = 500;

    private final Map<String, Price> bySymbol = new LinkedHashMap<>();
    private final MirrorFeed feed = new MirrorFeed(new Found());

    /** What takes the texts. */
    public MirrorFeed feed() {
        return feed;
    }

    /** The pairs of which a price was told, in the order in which they were subscribed. */
    public List<MirrorListing> listings() {
        List<MirrorListing> listings = new ArrayList<>();
        bySymbol.forEach(
                (symbol, seen) -> {
                    if (seen.price > 0) {
                        BigDecimal price = BigDecimal.valueOf(seen.price, PRICE_SCALE);
                        listings.add(MirrorListing.of(symbol, price));
                    }
                });
        return listings;
    }

    /** Those who look for the price of each symbol. */
    private final class Found implements MirrorTargets {
        @Override
        public MirrorTarget find(String symbol) {
            if (bySymbol.size() >= SYMBOLS_MAX && !bySymbol.containsKey(symbol)) {
                return null;
            }
            return bySymbol.computeIfAbsent(symbol, name -> new Price());
        }

        @Override
        public void onInfo(int code) {}
    }

    /** The first price that is told of a symbol. */
    private static final class Price implements MirrorTarget {
        private long price;

        private void see(long seen) {
            price = price == 0 ? seen : price;
        }

        @Override
        public int priceDecimals() {
            return PRICE_SCALE;
        }

        @Override
        public void onBook(BookShape shape, ChannelRows rows, boolean isSnapshot) {
            if (rows.size() > 0) {
                see(rows.price(0)); // the best bid of a snapshot
            }
        }

        @Override
        public void onBookEnded(BookShape shape) {}

        @Override
        public void onPrint(long id, long timeMs, long units, long told) {
            see(told);
        }

        @Override
        public void onPastPrint(long id, long timeMs, long units, long told) {
            see(told);
        }

        @Override
        public void onTicker(MirrorTicker ticker) {
            see(ticker.last > 0 ? ticker.last : ticker.bid);
        }

        @Override
        public void onStale(boolean isStale) {}
    }
}
