package io.hayate.view.command;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What may stand next where a channel is named, by what stands before it. Of words that end or show a
 * channel those come that are subscribed. Console thread.
 */
public final class ChannelCompletion {
    private static final List<String> KINDS =
            List.of("ticker", "trades", "book", "candles", "status");
    private static final List<List<String>> BOOK_WORDS =
            List.of(
                    Arrays.stream(BookPrecision.values()).map(BookPrecision::name).toList(),
                    List.of("F0", "F1"),
                    ChannelSpec.BOOK_LENGTHS.stream().sorted().map(String::valueOf).toList());
    private static final String OFF = "off";
    private static final String PERPETUAL = "F0:";

    private final Symbols symbols;
    private final KnownChannels known;

    public ChannelCompletion(Symbols symbols, KnownChannels known) {
        this.symbols = symbols;
        this.known = known;
    }

    /** Behind {@code subscribe}: also what ended or was refused, to ask for it again. */
    public List<String> subscribe(List<String> before) {
        Stream<String> again = next(known.ended(), before).stream();
        return Stream.concat(fresh(before).stream(), again).distinct().toList();
    }

    private List<String> fresh(List<String> before) {
        if (before.isEmpty()) {
            return KINDS;
        }
        boolean isSecond = before.size() == 1;
        return switch (before.get(0).toLowerCase(Locale.ROOT)) {
            case "ticker", "trades" -> isSecond ? symbols.names() : List.of();
            case "book" -> isSecond ? symbols.names() : bookWords(before.subList(2, before.size()));
            case "candles" -> {
                List<String> symbolsThen = before.size() == 2 ? symbols.names() : List.of();
                yield isSecond ? ChannelSpec.TIME_FRAMES : symbolsThen;
            }
            case "status" -> isSecond ? statuses() : List.of();
            default -> List.of();
        };
    }

    /** Precisions, frequencies and lengths of which none is given yet. */
    private static List<String> bookWords(List<String> given) {
        List<String> upper = given.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        return BOOK_WORDS.stream()
                .filter(words -> words.stream().noneMatch(upper::contains))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> statuses() {
        Stream<String> perpetuals =
                symbols.names().stream().filter(name -> name.contains(PERPETUAL));
        return Stream.concat(perpetuals, Stream.of("liquidations")).toList();
    }

    /** Behind {@code unsubscribe}: the next word of each channel that begins so. */
    public List<String> unsubscribe(List<String> before) {
        return next(known.subscribed(), before);
    }

    /** The next word of each channel that begins so. */
    private static List<String> next(List<MarketChannel> channels, List<String> before) {
        return channels.stream()
                .map(ChannelCompletion::words)
                .filter(words -> words.size() > before.size() && startsWith(words, before))
                .map(words -> words.get(before.size()))
                .distinct()
                .toList();
    }

    private static List<String> words(MarketChannel channel) {
        return List.of(channel.displayName().split(" ", -1));
    }

    private static boolean startsWith(List<String> words, List<String> before) {
        for (int i = 0; i < before.size(); i++) {
            if (!words.get(i).equalsIgnoreCase(before.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Behind {@code book}. */
    public List<String> book(List<String> before) {
        if (before.isEmpty()) {
            return and(symbolsOf(Channel.BOOK), OFF);
        }
        List<String> all = bookWords(before.subList(1, before.size()));
        List<String> there = new ArrayList<>();
        for (MarketChannel channel : known.subscribed()) {
            List<String> words = words(channel);
            if (channel.kind() == Channel.BOOK && before.stream().allMatch(w -> has(words, w))) {
                there.addAll(words);
            }
        }
        return all.stream().filter(there::contains).toList();
    }

    private static boolean has(List<String> words, String typed) {
        return words.stream().anyMatch(typed::equalsIgnoreCase);
    }

    /** Behind {@code trades}. */
    public List<String> trades(List<String> before) {
        return before.isEmpty() ? symbolsOf(Channel.TRADES) : List.of();
    }

    /** Behind {@code candles}: symbol and time frame, in any order. */
    public List<String> candles(List<String> before) {
        if (before.isEmpty()) {
            return and(candleNames(""), OFF);
        }
        String first = before.get(0);
        if (before.size() > 1 || first.equalsIgnoreCase(OFF)) {
            return List.of();
        }
        String typed = CandleWords.frameOf(first);
        if (!typed.isEmpty()) {
            return candleNames(typed);
        }
        List<String> there =
                known.subscribed().stream()
                        .filter(channel -> channel.kind() == Channel.CANDLES)
                        .map(ChannelCompletion::words)
                        .filter(words -> has(words, first))
                        .map(words -> words.get(1))
                        .toList();
        return ChannelSpec.TIME_FRAMES.stream()
                .filter(frame -> there.isEmpty() || there.contains(frame))
                .toList();
    }

    /** Symbols of candles, of funding with the period: those subscribed; all where there is none. */
    private List<String> candleNames(String frame) {
        List<String> names =
                known
                        .find(
                                Channel.CANDLES,
                                spec -> frame.isEmpty() || spec.timeFrame().equals(frame))
                        .stream()
                        .map(channel -> words(channel).get(2))
                        .distinct()
                        .toList();
        return names.isEmpty() ? symbolsOf(Channel.CANDLES) : names;
    }

    /** Behind {@code channels}. */
    public List<String> channels(List<String> before) {
        return before.isEmpty()
                ? Stream.concat(KINDS.stream(), symbols.names().stream()).toList()
                : List.of();
    }

    /** Symbols of which such a channel is subscribed; all where there is none. */
    private List<String> symbolsOf(Channel kind) {
        List<String> names =
                known.subscribed().stream()
                        .filter(channel -> channel.kind() == kind && channel.instrument() != null)
                        .map(channel -> channel.instrument().displayName())
                        .distinct()
                        .toList();
        return names.isEmpty() ? symbols.names() : names;
    }

    private static List<String> and(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toList();
    }
}
