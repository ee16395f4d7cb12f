package io.hayate.view.terminal;

import io.hayate.event.CommandType;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ChannelTexts;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what stands behind {@code book}, {@code trades}, {@code candles}, {@code subscribe}. Any thread. */
final class MarketWords {
    private static final String OFF = "off";
    private static final String EXAMPLES =
            ", such as: book BTCUSD P0 F0 25, trades BTCUSD, candles 1m BTCUSD";
    private static final int BOOK_WORDS_MAX = 4; // symbol, precision, frequency, length

    private final Instruments instruments;
    private final KnownChannels known;

    MarketWords(Instruments instruments, KnownChannels known) {
        this.instruments = instruments;
        this.known = known;
    }

    Request book(List<String> rest) {
        if (isOff(rest)) {
            return Request.of(Request.Kind.TICKERS);
        }
        if (rest.isEmpty() || rest.size() > BOOK_WORDS_MAX) {
            return Request.wrong("book takes a symbol and perhaps a precision: book BTCUSD P0");
        }
        Predicate<ChannelSpec> isMeant = spec -> true;
        for (String word : rest.subList(1, rest.size())) {
            Predicate<ChannelSpec> has = bookWith(word.toUpperCase(Locale.ROOT));
            if (has == null) {
                return Request.wrong(
                        word + " is no precision (P0 to P4, R0), F0, F1 or length (1 25 100 250)");
            }
            isMeant = isMeant.and(has);
        }
        String behind = String.join(" ", rest.subList(1, rest.size())).toUpperCase(Locale.ROOT);
        behind = behind.isEmpty() ? "" : " " + behind;
        return view(CommandType.BOOK_VIEW, Channel.BOOK, rest.get(0), isMeant, "", behind);
    }

    /** What a word says of a book; null when it says nothing. */
    private static Predicate<ChannelSpec> bookWith(String word) {
        BookPrecision precision = BookPrecision.ofWire(word);
        if (precision != null) {
            return spec -> spec.precision() == precision;
        }
        if (word.equals("F0") || word.equals("F1")) {
            return spec -> spec.frequency().equals(word);
        }
        boolean isLength =
                ChannelSpec.BOOK_LENGTHS.stream().anyMatch(length -> word.equals("" + length));
        return isLength ? spec -> word.equals("" + spec.length()) : null;
    }

    Request trades(List<String> rest) {
        return rest.size() == 1
                ? view(CommandType.TRADES_VIEW, Channel.TRADES, rest.get(0), s -> true, "", "")
                : Request.wrong("trades takes one symbol, such as: trades BTCUSD");
    }

    Request candles(List<String> rest) {
        if (isOff(rest)) {
            return Request.of(Request.Kind.TICKERS);
        }
        if (rest.isEmpty() || rest.size() > 2) {
            return Request.wrong("candles takes a symbol and a time frame: candles BTCUSD 1m");
        }
        boolean isFirst = ChannelSpec.TIME_FRAMES.contains(rest.get(0));
        if (isFirst && rest.size() == 1) {
            return Request.wrong("candles of what? a symbol is missing: candles BTCUSD 1m");
        }
        String symbol = rest.get(isFirst ? 1 : 0);
        String typed = rest.size() == 2 ? rest.get(isFirst ? 0 : 1) : "";
        if (!typed.isEmpty() && !ChannelSpec.TIME_FRAMES.contains(typed)) {
            String all = String.join(" ", ChannelSpec.TIME_FRAMES);
            return Request.wrong(typed + " is no time frame: " + all);
        }
        Predicate<ChannelSpec> isMeant = s -> typed.isEmpty() || s.timeFrame().equals(typed);
        String before = (typed.isEmpty() ? "1m" : typed) + " ";
        return view(CommandType.CANDLES_VIEW, Channel.CANDLES, symbol, isMeant, before, "");
    }

    private static boolean isOff(List<String> rest) {
        return rest.size() == 1 && rest.get(0).equalsIgnoreCase(OFF);
    }

    /** Shows the best of the subscribed channels that are meant. */
    private Request view(
            CommandType command,
            Channel kind,
            String typed,
            Predicate<ChannelSpec> isMeant,
            String before,
            String behind) {
        String symbol = Instrument.symbolOf(typed);
        if (symbol == null) {
            return Request.wrong(typed + " is no symbol; one is such as BTCUSD or DOGE:USD");
        }
        List<MarketChannel> found = known.find(kind, symbol, isMeant);
        String wanted = before + typed + behind;
        if (!found.isEmpty()) {
            String text = kind.wireName() + " " + wanted;
            return new Request(Request.Kind.ENGINE, command, found.get(0).id(), 0, text);
        }
        String none = kind == Channel.BOOK ? "no book of " : "no " + kind.wireName() + " of ";
        String are = kind == Channel.BOOK ? " is" : " are";
        String remedy = " subscribed; try: subscribe " + kind.wireName() + " ";
        return Request.wrong(none + wanted + are + remedy + wanted);
    }

    Request subscribe(List<String> rest) {
        ChannelSpec spec = parse(rest);
        if (spec == null) {
            return Request.wrong(none("subscribe", rest));
        }
        MarketChannel channel = known.channels().register(spec, instruments);
        return channel == null
                ? Request.wrong("too many channels: at most " + MarketChannels.COUNT_MAX)
                : request(CommandType.SUBSCRIBE, "subscribe ", channel);
    }

    Request unsubscribe(List<String> rest) {
        ChannelSpec spec = parse(rest);
        if (spec == null) {
            return Request.wrong(none("unsubscribe", rest));
        }
        MarketChannel exact = known.channels().find(spec);
        if (known.isSubscribed(exact)) {
            return request(CommandType.UNSUBSCRIBE, "unsubscribe ", exact);
        }
        List<MarketChannel> found =
                spec.channel() == Channel.BOOK && rest.size() == 2
                        ? known.find(Channel.BOOK, spec.symbol(), s -> true)
                        : List.of();
        return switch (found.size()) {
            case 0 -> Request.wrong(String.join(" ", rest) + " is not subscribed");
            case 1 -> request(CommandType.UNSUBSCRIBE, "unsubscribe ", found.get(0));
            default -> Request.wrong("which one? " + names(found));
        };
    }

    private static String names(List<MarketChannel> channels) {
        return channels.stream().map(MarketChannel::displayName).collect(Collectors.joining(", "));
    }

    private static ChannelSpec parse(List<String> rest) {
        if (rest.size() < 2) {
            return null;
        }
        String kind = rest.get(0).toLowerCase(Locale.ROOT);
        return ChannelTexts.parse(kind + " " + String.join(" ", rest.subList(1, rest.size())));
    }

    private static String none(String verb, List<String> rest) {
        String typed = String.join(" ", rest);
        String what = rest.isEmpty() ? verb + " takes a channel" : typed + " is no channel";
        return what + EXAMPLES;
    }

    private static Request request(CommandType command, String verb, MarketChannel channel) {
        String text = verb + channel.displayName();
        return new Request(Request.Kind.ENGINE, command, channel.id(), 0, text);
    }
}
