package io.hayate.model;

import java.util.List;
import java.util.Locale;

/**
 * Reads what a person wrote of a channel. What cannot be read is null; the rules say what can.
 *
 * <pre>
 * trades   BTCUSD
 * books    BTCUSD    BTCUSD P0 F0 100    fUSD R0
 * candles  1m BTCUSD    1h fUSD:p30    1D fUSD:a30:p2:p30
 * status   BTCF0:USTF0    liquidations
 * </pre>
 */
public final class ChannelTexts {
    public static final String SYMBOLS_RULE = "must be symbols such as BTCUSD, DOGE:USD or fUSD";
    public static final String BOOKS_RULE =
            "must be symbols, each with precision P0 to P4 or R0, frequency F0 or F1 and length 1, 25,"
                    + " 100 or 250 as far as they matter, such as \"BTCUSD P0 F0 100\"";
    public static final String CANDLES_RULE =
            "must be time frames and symbols, such as \"1m BTCUSD\" or \"1h fUSD:p30\"; time frames are"
                    + " "
                    + String.join(" ", ChannelSpec.TIME_FRAMES);
    public static final String STATUS_RULE =
            "must be derivatives such as BTCF0:USTF0, or liquidations";
    public static final String CHANNEL_RULE =
            "must be ticker, trades, book, candles or status and what its list takes, such as"
                    + " \"book BTCUSD P0 F0 25\" or \"candles 1m BTCUSD\"";

    private static final String LIQUIDATIONS = "liquidations";
    private static final String PERIODS = "(:a\\d{1,3})?(:p\\d{1,3}){1,2}";

    private ChannelTexts() {}

    /** Allocates; null for what is none. */
    public static ChannelSpec trades(String text) {
        String symbol = symbolIn(text);
        return symbol == null ? null : ChannelSpec.trades(symbol);
    }

    /** Allocates; null for what is none. */
    public static ChannelSpec book(String text) {
        String[] words = text.strip().split("\\s+", -1);
        String symbol = symbolIn(words[0]);
        if (symbol == null) {
            return null;
        }
        ChannelSpec book = ChannelSpec.book(symbol);
        for (int i = 1; i < words.length && book != null; i++) {
            book = with(book, words[i].toUpperCase(Locale.ROOT));
        }
        return book;
    }

    private static ChannelSpec with(ChannelSpec book, String word) {
        BookPrecision precision = BookPrecision.ofWire(word);
        if (precision != null) {
            return ChannelSpec.book(book.symbol(), precision, book.frequency(), book.length());
        }
        if (word.equals("F0") || word.equals("F1")) {
            return ChannelSpec.book(book.symbol(), book.precision(), word, book.length());
        }
        boolean isLength =
                ChannelSpec.BOOK_LENGTHS.stream().anyMatch(l -> word.equals(l.toString()));
        return isLength
                ? ChannelSpec.book(
                        book.symbol(), book.precision(), book.frequency(), Integer.parseInt(word))
                : null;
    }

    /** Allocates; null for what is none. */
    public static ChannelSpec candles(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2 || !ChannelSpec.TIME_FRAMES.contains(words[0])) {
            return null;
        }
        String symbol = words[1];
        int colon = symbol.indexOf(':');
        if (symbol.startsWith("f") && colon > 0) {
            String currency = symbolIn(symbol.substring(0, colon));
            String periods = symbol.substring(colon);
            return currency == null || !periods.matches(PERIODS)
                    ? null
                    : ChannelSpec.candles(words[0], currency + periods);
        }
        String pair = symbolIn(symbol);
        return pair == null || pair.startsWith("f") ? null : ChannelSpec.candles(words[0], pair);
    }

    /** Allocates; null for what is none. */
    public static ChannelSpec status(String text) {
        if (text.equals(LIQUIDATIONS)) {
            return ChannelSpec.LIQUIDATIONS;
        }
        String symbol = symbolIn(text);
        return symbol == null || symbol.startsWith("f") ? null : ChannelSpec.derivative(symbol);
    }

    /**
     * A channel with its kind before it, such as {@code book BTCUSD P0 F0 25}; null for what is none.
     * Allocates.
     */
    public static ChannelSpec parse(String text) {
        List<String> parts = List.of(text.strip().split("\\s+", 2));
        Channel kind = Channel.ofWire(parts.get(0));
        if (kind == null || parts.size() < 2) {
            return null;
        }
        String rest = parts.get(1);
        return switch (kind) {
            case TICKER -> ticker(rest);
            case TRADES -> trades(rest);
            case BOOK -> book(rest);
            case CANDLES -> candles(rest);
            case STATUS -> status(rest);
            case ACCOUNT -> null;
        };
    }

    /** Allocates; null for what is none. */
    public static ChannelSpec ticker(String text) {
        String symbol = symbolIn(text);
        return symbol == null ? null : ChannelSpec.ticker(symbol);
    }

    private static String symbolIn(String text) {
        return Instrument.symbolOf(text);
    }
}
