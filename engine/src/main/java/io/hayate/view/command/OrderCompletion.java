package io.hayate.view.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What may stand next where an order, an update or a cancel is typed. Console thread. */
public final class OrderCompletion {
    private static final List<String> WITH_VALUE =
            List.of(
                    "limit",
                    "stop",
                    "trailing",
                    "ioc",
                    "fok",
                    "oco",
                    "group",
                    "expires",
                    "price",
                    "amount",
                    "by");

    private final Symbols symbols;

    public OrderCompletion(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Behind {@code buy} or {@code sell}: a symbol, then the terms that are not there yet. */
    public List<String> order(List<String> before) {
        if (before.size() < 2) {
            return symbols.names();
        }
        List<String> terms = before.subList(2, before.size());
        return lacksValue(terms) ? List.of() : unused(OrderTermWords.OF_ORDER, terms);
    }

    /** Behind {@code update}: nothing for the number, then what may change. */
    public List<String> update(List<String> before) {
        if (before.isEmpty()) {
            return List.of();
        }
        List<String> terms = before.subList(1, before.size());
        return lacksValue(terms) ? List.of() : unused(OrderTermWords.OF_UPDATE, terms);
    }

    /** Behind {@code cancel}. */
    public List<String> cancel(List<String> before) {
        return before.isEmpty() ? Stream.of("all", "group").toList() : List.of();
    }

    private static boolean lacksValue(List<String> terms) {
        return !terms.isEmpty() && WITH_VALUE.contains(lower(terms.get(terms.size() - 1)));
    }

    /** A limit may stand behind a stop; each other word stands once. */
    private static List<String> unused(List<String> words, List<String> terms) {
        List<String> used = terms.stream().map(OrderCompletion::lower).toList();
        return words.stream().filter(word -> !used.contains(word)).toList();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
