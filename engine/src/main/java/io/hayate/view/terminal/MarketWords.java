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

/** Reads what stands behind {@code book}, {@code trades}, {@code candles}, {@code subscribe}. Any thread. */
final class MarketWords {
    private static final String OFF = "off";
    private static final String EXAMPLES =
            ", such as: book BTCUSD P0 F0 25, trades BTCUSD, candles 1m BTCUSD";

    private final Instruments instruments;
    private final MarketChannels channels;

    MarketWords(Instruments instruments, MarketChannels channels) {
        this.instruments = instruments;
        this.channels = channels;
    }

    Request book(List<String> rest) {
        if (isOff(rest)) {
            return Request.of(Request.Kind.TICKERS);
        }
        if (rest.isEmpty() || rest.size() > 2) {
            return Request.wrong("book takes a symbol and perhaps a precision: book BTCUSD P0");
        }
        String word = rest.size() == 2 ? rest.get(1).toUpperCase(Locale.ROOT) : "";
        BookPrecision precision = BookPrecision.ofWire(word);
        if (rest.size() == 2 && precision == null) {
            return Request.wrong(rest.get(1) + " is no precision: P0 to P4, or R0");
        }
        Predicate<ChannelSpec> isMeant = s -> precision == null || s.precision() == precision;
        String behind = rest.size() == 2 ? " " + word : "";
        return view(CommandType.BOOK_VIEW, Channel.BOOK, rest.get(0), isMeant, "", behind);
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
        String symbol = rest.get(isFirst ? rest.size() - 1 : 0);
        String frame = rest.size() == 2 ? rest.get(isFirst ? 0 : 1) : "1m";
        if (!ChannelSpec.TIME_FRAMES.contains(frame)) {
            return Request.wrong(
                    frame + " is no time frame: 1m 5m 15m 30m 1h 3h 4h 6h 12h 1D 7D 1W 14D 1M");
        }
        Predicate<ChannelSpec> isMeant = s -> s.timeFrame().equals(frame);
        String before = frame + " ";
        return view(CommandType.CANDLES_VIEW, Channel.CANDLES, symbol, isMeant, before, "");
    }

    private static boolean isOff(List<String> rest) {
        return rest.size() == 1 && rest.get(0).equalsIgnoreCase(OFF);
    }

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
        MarketChannel channel = find(kind, symbol, isMeant);
        if (channel != null) {
            String text = kind.wireName() + " " + before + typed + behind;
            return new Request(Request.Kind.ENGINE, command, channel.id(), 0, text);
        }
        String what =
                switch (kind) {
                    case BOOK -> "no book of ";
                    case TRADES -> "no trades of ";
                    default -> "no candles of ";
                };
        String word = kind.wireName();
        String wanted = before + typed + behind;
        return Request.wrong(
                what
                        + wanted
                        + (kind == Channel.BOOK ? " is" : " are")
                        + " subscribed; try: subscribe "
                        + word
                        + " "
                        + wanted);
    }

    private MarketChannel find(Channel kind, String symbol, Predicate<ChannelSpec> isMeant) {
        for (int id = 0; id < channels.count(); id++) {
            ChannelSpec spec = channels.get(id).spec();
            if (spec.channel() == kind && spec.symbol().equals(symbol) && isMeant.test(spec)) {
                return channels.get(id);
            }
        }
        return null;
    }

    Request subscribe(List<String> rest) {
        ChannelSpec spec = parse(rest);
        if (spec == null) {
            return Request.wrong(none("subscribe", rest));
        }
        MarketChannel channel = channels.register(spec, instruments);
        return channel == null
                ? Request.wrong("too many channels: at most " + MarketChannels.COUNT_MAX)
                : request(CommandType.SUBSCRIBE, "subscribe ", channel);
    }

    Request unsubscribe(List<String> rest) {
        ChannelSpec spec = parse(rest);
        if (spec == null) {
            return Request.wrong(none("unsubscribe", rest));
        }
        MarketChannel exact = channels.find(spec);
        MarketChannel channel =
                exact == null && rest.size() == 2
                        ? find(spec.channel(), spec.symbol(), s -> true)
                        : exact;
        return channel == null
                ? Request.wrong(String.join(" ", rest) + " is not subscribed")
                : request(CommandType.UNSUBSCRIBE, "unsubscribe ", channel);
    }

    private static ChannelSpec parse(List<String> rest) {
        return rest.size() < 2 ? null : ChannelTexts.parse(String.join(" ", rest));
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
