package io.hayate.model;

import java.util.List;
import java.util.Set;

/**
 * What is subscribed: a kind of stream, for a symbol or key, with its parameters. Two that are equal are
 * the same subscription to the venue.
 *
 * <pre>
 * ticker tBTCUSD               trades fUSD                 book tBTCUSD P0 F0 25
 * candles trade:1m:tBTCUSD     status deriv:tBTCF0:USTF0   status liq:global
 * </pre>
 *
 * @param symbol the venue's name of the instrument; empty for a status of all of them
 * @param key of candles and status; empty for the others
 * @param precision of a book, else null
 * @param frequency of a book: F0 as it happens, F1 every two seconds; else empty
 * @param length of a book: levels, or orders, a side: 1, 25, 100 or 250; else 0
 */
public record ChannelSpec(
        Channel channel,
        String symbol,
        String key,
        BookPrecision precision,
        String frequency,
        int length) {
    /** Liquidations of all derivatives. */
    public static final ChannelSpec LIQUIDATIONS =
            new ChannelSpec(Channel.STATUS, "", "liq:global", null, "", 0);

    /** The intervals that candles may have, the shortest first. */
    public static final List<String> TIME_FRAMES =
            List.of(
                    "1m", "5m", "15m", "30m", "1h", "3h", "4h", "6h", "12h", "1D", "7D", "1W",
                    "14D", "1M");

    /** Levels, or orders, a side that a book may have. */
    public static final Set<Integer> BOOK_LENGTHS = Set.of(1, 25, 100, 250);

    private static final String REAL_TIME = "F0";
    private static final int LENGTH_DEFAULT = 25;

    /** The ticker of a symbol, such as {@code tBTCUSD} or {@code fUSD}. */
    public static ChannelSpec ticker(String symbol) {
        return new ChannelSpec(Channel.TICKER, symbol, "", null, "", 0);
    }

    /** The prints of a symbol. */
    public static ChannelSpec trades(String symbol) {
        return new ChannelSpec(Channel.TRADES, symbol, "", null, "", 0);
    }

    /** A book of 25 levels a side, told as it changes. */
    public static ChannelSpec book(String symbol) {
        return book(symbol, BookPrecision.P0, REAL_TIME, LENGTH_DEFAULT);
    }

    /**
     * A book as the exchange takes it.
     *
     * @param frequency F0 as it changes, F1 every two seconds
     * @param length levels a side, or orders of a raw book: 1, 25, 100 or 250
     */
    public static ChannelSpec book(
            String symbol, BookPrecision precision, String frequency, int length) {
        return new ChannelSpec(Channel.BOOK, symbol, "", precision, frequency, length);
    }

    /**
     * Candles of an interval.
     *
     * @param timeFrame one of {@link #TIME_FRAMES}
     * @param symbol in the venue's words; funding with its period: {@code fUSD:p30}
     */
    public static ChannelSpec candles(String timeFrame, String symbol) {
        return ofKey(Channel.CANDLES, "trade:" + timeFrame + ":" + symbol);
    }

    /** The state of a derivative, such as {@code tBTCF0:USTF0}. */
    public static ChannelSpec derivative(String symbol) {
        return ofKey(Channel.STATUS, "deriv:" + symbol);
    }

    /** The candles or status of a key; of one that names no symbol the symbol is empty. */
    public static ChannelSpec ofKey(Channel channel, String key) {
        String symbol = "";
        int at = key.indexOf(':');
        if (channel == Channel.CANDLES) {
            at = key.indexOf(':', at + 1);
        }
        if (at > 0 && at + 1 < key.length()) {
            symbol = symbolIn(key.substring(at + 1));
        }
        return new ChannelSpec(channel, symbol, key, null, "", 0);
    }

    private static String symbolIn(String rest) {
        if (rest.startsWith("f")) {
            int colon = rest.indexOf(':'); // the periods follow
            return colon < 0 ? rest : rest.substring(0, colon);
        }
        return rest.startsWith("t") ? rest : "";
    }

    /** The interval of candles: {@code 1m} of {@code trade:1m:tBTCUSD}; else empty. */
    public String timeFrame() {
        String[] parts = key.split(":", -1);
        return channel == Channel.CANDLES && parts.length > 2 ? parts[1] : "";
    }

    /** True for a book of single orders. */
    public boolean isRaw() {
        return precision != null && precision.isRaw();
    }

    /** Its words as in the example above. */
    @Override
    public String toString() {
        String text = channel.wireName() + " " + (key.isEmpty() ? symbol : key);
        return precision == null ? text : text + " " + precision + " " + frequency + " " + length;
    }
}
