package io.hayate.view.command;

import io.hayate.event.CommandType;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ChannelTexts;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads what stands behind {@code candles}: a symbol and a time frame in any order, either of them, or
 * neither; of what is not said, what is subscribed. Any thread.
 *
 * <pre>
 * candles    candles 5m    candles BTCUSD    candles 5m BTCUSD    candles fUSD:p30 1h
 * </pre>
 */
final class CandleWords {
    private static final String FRAMES = String.join(" ", ChannelSpec.TIME_FRAMES);
    private static final String SMALLEST = ChannelSpec.TIME_FRAMES.get(0);
    private static final String MINUTE_OR_MONTH = " (1m is a minute, 1M a month)";

    private final KnownChannels known;

    CandleWords(KnownChannels known) {
        this.known = known;
    }

    /** The time frame that was typed, also in letters of the other case; 1m and 1M stay apart. */
    static String frameOf(String word) {
        if (ChannelSpec.TIME_FRAMES.contains(word)) {
            return word;
        }
        return ChannelSpec.TIME_FRAMES.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .orElse("");
    }

    Request parse(List<String> rest) {
        String frame = "";
        String symbol = "";
        for (String word : rest) {
            String found = frame.isEmpty() ? frameOf(word) : "";
            if (!found.isEmpty()) {
                frame = found;
            } else if (symbol.isEmpty()) {
                symbol = word;
            } else {
                return tooMany(rest, symbol, word, frame);
            }
        }
        Predicate<ChannelSpec> isOfSymbol = symbol.isEmpty() ? spec -> true : of(symbol);
        if (isOfSymbol == null) {
            boolean isAlone = rest.size() == 1;
            return isAlone ? noneOfBoth(symbol) : Request.noSymbol(symbol);
        }
        return view(frame, symbol, isOfSymbol);
    }

    private static Request tooMany(List<String> rest, String first, String second, String frame) {
        if (rest.size() > 2 || !frame.isEmpty()) {
            return Request.wrong("candles takes a symbol and a time frame: candles BTCUSD 1m");
        }
        String wrong = of(first) == null && of(second) != null ? first : second;
        return Request.wrong(wrong + " is no time frame: " + FRAMES);
    }

    private static Request noneOfBoth(String word) {
        return Request.wrong(
                word + " is neither a symbol, such as BTCUSD or fUSD:p30, nor one of " + FRAMES);
    }

    /** Candles of a symbol, of funding also of one period; null where it is no symbol. */
    private static Predicate<ChannelSpec> of(String symbol) {
        ChannelSpec funding =
                symbol.startsWith("f") ? ChannelTexts.candles(SMALLEST + " " + symbol) : null;
        if (funding != null) {
            String behind = funding.key().substring(funding.key().indexOf(SMALLEST) + 2);
            return spec -> spec.key().equals("trade:" + spec.timeFrame() + behind);
        }
        String name = Instrument.symbolOf(symbol);
        return name == null ? null : spec -> spec.symbol().equals(name);
    }

    private Request view(String frame, String symbol, Predicate<ChannelSpec> isOfSymbol) {
        Predicate<ChannelSpec> isMeant =
                isOfSymbol.and(spec -> frame.isEmpty() || spec.timeFrame().equals(frame));
        List<MarketChannel> found =
                symbol.isEmpty()
                        ? known.find(Channel.CANDLES, isMeant)
                        : known.findBest(Channel.CANDLES, isMeant);
        if (found.isEmpty()) {
            return none(frame, symbol);
        }
        String text = found.get(0).displayName();
        return new Request(
                Request.Kind.ENGINE, CommandType.CANDLES_VIEW, found.get(0).id(), 0, text);
    }

    /** What is not subscribed, with the line that subscribes it and the line that shows what is. */
    private Request none(String frame, String symbol) {
        List<MarketChannel> others = known.find(Channel.CANDLES, spec -> true);
        String meant = (frame + " " + symbol).strip();
        String what = meant.isEmpty() ? "no candles" : "no candles of " + meant;
        String month = frame.equalsIgnoreCase(SMALLEST) && !others.isEmpty() ? MINUTE_OR_MONTH : "";
        String there = others.isEmpty() ? "" : "to see what is: " + others.get(0).displayName();
        String more = others.size() > 1 ? ", or " + others.get(1).displayName() : "";
        String wanted = "subscribe candles " + (frame.isEmpty() ? SMALLEST : frame) + " ";
        String name = symbol.isEmpty() ? known.exampleOfPair() : withPeriod(symbol);
        return Request.wrong(
                what
                        + " are subscribed"
                        + month
                        + "; try: "
                        + wanted
                        + name
                        + (there.isEmpty() ? "" : "; " + there + more));
    }

    /** Candles of funding are of a period. */
    private static String withPeriod(String symbol) {
        String name = Instrument.symbolOf(symbol);
        return name != null && name.startsWith("f") ? symbol + ":p30" : symbol;
    }

    /** The words behind a kind of channel, the time frame first, as a channel is named. */
    static List<String> inOrder(List<String> words) {
        if (words.size() != 2) {
            return words;
        }
        boolean isFirst = !frameOf(words.get(0)).isEmpty();
        String frame = frameOf(words.get(isFirst ? 0 : 1));
        return frame.isEmpty() ? words : List.of(frame, words.get(isFirst ? 1 : 0));
    }
}
