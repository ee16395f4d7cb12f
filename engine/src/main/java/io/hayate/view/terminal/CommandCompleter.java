package io.hayate.view.terminal;

import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers commands as the first word, and behind it what the command takes. Console thread. */
final class CommandCompleter implements Completer {
    private static final List<String> KINDS =
            List.of("ticker", "trades", "book", "candles", "status");

    private final List<String> symbols;

    CommandCompleter(Symbols symbols) {
        this.symbols = symbols.names();
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            add(CommandParser.VERBS, candidates);
            add(symbols, candidates);
            return;
        }
        switch (line.words().get(0).toLowerCase(Locale.ROOT)) {
            case "buy", "sell", "show", "book", "trades", "candles" -> add(symbols, candidates);
            case "trace" -> add(List.of("on", "off"), candidates);
            case "subscribe", "unsubscribe" ->
                    add(line.wordIndex() == 1 ? KINDS : symbols, candidates);
            default -> {} // nothing follows
        }
    }

    private static void add(List<String> words, List<Candidate> candidates) {
        words.forEach(word -> candidates.add(new Candidate(word)));
    }
}
