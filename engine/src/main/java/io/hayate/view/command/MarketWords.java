package io.hayate.view.command;

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
public final class MarketWords {
    private static final String OFF = "off";
    private static final String EXAMPLES =
            ", such as: book BTCUSD P0 F0 25, trades BTCUSD, candles 1m BTCUSD";
    private static final int BOOK_WORDS_MAX = 4; // symbol, precision, frequency, length

    private final Instruments instruments;
    private final KnownChannels known;

    public MarketWords(Instruments instruments, KnownChannels known) {
        this.instruments = instruments;
        this.known = known;
    }

    Request book(List<String> rest) {
        if (isOff(rest)) {
            return Request.of(Request.Kind.TICKERS);
        }
        if (rest.size() > BOOK_WORDS_MAX) {
            return Request.wrong("book takes a symbol and perhaps a precision: book BTCUSD P0");
        }
        Predicate<ChannelSpec> isMeant = spec -> true;
        String symbol = "";
        StringBuilder behind = new StringBuilder();
        for (String word : rest) {
            Predicate<ChannelSpec> has = bookWith(word.toUpperCase(Locale.ROOT));
            if (has == null && symbol.isEmpty()) {
                symbol = word;
            } else if (has == null) {
                return noBookWord(Instrument.symbolOf(symbol) == null ? symbol : word);
            } else {
                isMeant = isMeant.and(has);
                behind.append(' ').append(word.toUpperCase(Locale.ROOT));
            }
        }
        return view(CommandType.BOOK_VIEW, Channel.BOOK, symbol, isMeant, behind.toString());
    }

    private static Request noBookWord(String word) {
        return Request.wrong(
                word + " is no precision (P0 to P4, R0), F0, F1 or length (1 25 100 250)");
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
        String symbol = rest.isEmpty() ? "" : rest.get(0);
        return rest.size() <= 1
                ? view(CommandType.TRADES_VIEW, Channel.TRADES, symbol, s -> true, "")
                : Request.wrong("trades takes one symbol, such as: trades BTCUSD");
    }

    Request candles(List<String> rest) {
        if (isOff(rest)) {
            return Request.of(Request.Kind.TICKERS);
        }
        return new CandleWords(known).parse(rest);
    }

    private static boolean isOff(List<String> rest) {
        return rest.size() == 1 && rest.get(0).equalsIgnoreCase(OFF);
    }

    /** Shows the best of the subscribed channels that are meant; without a symbol the first. */
    private Request view(
            CommandType command,
            Channel kind,
            String typed,
            Predicate<ChannelSpec> isMeant,
            String behind) {
        String symbol = Instrument.symbolOf(typed);
        if (symbol == null && !typed.isEmpty()) {
            return Request.noSymbol(typed);
        }
        List<MarketChannel> found =
                typed.isEmpty()
                        ? known.find(kind, isMeant)
                        : known.findBest(kind, isMeant.and(spec -> spec.symbol().equals(symbol)));
        if (!found.isEmpty()) {
            String text = found.get(0).displayName();
            return new Request(Request.Kind.ENGINE, command, found.get(0).id(), 0, text);
        }
        String one = kind == Channel.BOOK ? "no book" : "no " + kind.wireName();
        String of = typed.isEmpty() && behind.isEmpty() ? "" : " of " + (typed + behind).strip();
        String are = kind == Channel.BOOK ? " is" : " are";
        String remedy = " subscribed; try: subscribe " + kind.wireName() + " ";
        String name = typed.isEmpty() ? known.exampleOfPair() : typed;
        return Request.wrong(one + of + are + remedy + name + behind);
    }

    Request subscribe(List<String> rest) {
        ChannelSpec spec = parse(rest);
        if (spec == null) {
            return Request.wrong(none("subscribe", rest));
        }
        boolean isKnown = known.channels().find(spec) != null;
        MarketChannel channel = known.channels().register(spec, instruments);
        return channel == null
                ? Request.wrong(
                        ("too many channels: at most " + MarketChannels.COUNT_MAX)
                                + ", and no more than the heap holds (-Xmx)")
                : again(request(CommandType.SUBSCRIBE, "subscribe ", channel), isKnown);
    }

    /** Words the request for a channel that has ended, or that the venue refused. */
    private Request again(Request request, boolean isKnown) {
        boolean isOver = isKnown && !known.isSubscribed(known.channels().get(request.targetId()));
        return isOver ? request.worded(request.text() + ", asked for again") : request;
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
                        ? known.findBest(Channel.BOOK, s -> s.symbol().equals(spec.symbol()))
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
        List<String> words = rest.subList(1, rest.size());
        List<String> named =
                kind.equals(Channel.CANDLES.wireName()) ? CandleWords.inOrder(words) : words;
        return ChannelTexts.parse(kind + " " + String.join(" ", named));
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
