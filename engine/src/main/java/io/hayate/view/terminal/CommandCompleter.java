package io.hayate.view.terminal;

import io.hayate.view.command.ChannelCompletion;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.OrderCompletion;
import io.hayate.view.command.Symbols;
import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers commands as the first word, and behind it what the command takes. Console thread. */
final class CommandCompleter implements Completer {
    private static final List<String> ON_OFF = List.of("on", "off");

    private static final List<String> STRATEGY_DEEDS = List.of("stop", "start", "set");

    private final Symbols symbols;
    private final ChannelCompletion channels;
    private final OrderCompletion orders;

    CommandCompleter(Symbols symbols, KnownChannels known) {
        this.symbols = symbols;
        this.channels = new ChannelCompletion(symbols, known);
        this.orders = new OrderCompletion(symbols);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        try {
            offer(line, candidates);
        } catch (RuntimeException | OutOfMemoryError e) {
            candidates.clear(); // a Tab without an offer, and the line as it was typed
        }
    }

    private void offer(ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            add(CommandParser.VERBS, candidates);
            add(symbols.names(), candidates);
            return;
        }
        List<String> before = line.words().subList(1, line.wordIndex());
        String verb = line.words().get(0).toLowerCase(Locale.ROOT);
        List<String> offered = behind(verb, before);
        boolean isOrder = verb.equals("buy") || verb.equals("sell");
        add(isOrder ? beginning(offered, line.word()) : offered, candidates);
    }

    /** Words that begin as typed: an order's symbol is completed, and nothing typed is replaced. */
    private static List<String> beginning(List<String> words, String typed) {
        return words.stream()
                .filter(word -> word.regionMatches(true, 0, typed, 0, typed.length()))
                .toList();
    }

    private List<String> behind(String verb, List<String> before) {
        return switch (verb) {
            case "buy", "sell" -> orders.order(before);
            case "update" -> orders.update(before);
            case "cancel" -> orders.cancel(before);
            case "show" -> before.isEmpty() ? symbols.names() : List.of();
            case "strategy" -> before.size() == 1 ? STRATEGY_DEEDS : List.of();
            case "trace" -> before.isEmpty() ? ON_OFF : List.of();
            case "book" -> channels.book(before);
            case "trades" -> channels.trades(before);
            case "candles" -> channels.candles(before);
            case "channels" -> channels.channels(before);
            case "subscribe" -> channels.subscribe(before);
            case "unsubscribe" -> channels.unsubscribe(before);
            default -> List.of(); // nothing follows
        };
    }

    /** Adds words in their order, which is not that of letters: 1m, 5m, 15m. */
    private static void add(List<String> words, List<Candidate> candidates) {
        for (String word : words) {
            int place = candidates.size() + 1;
            candidates.add(new Candidate(word, word, null, null, null, null, true, place));
        }
    }
}
