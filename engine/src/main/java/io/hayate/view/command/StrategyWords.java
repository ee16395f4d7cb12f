package io.hayate.view.command;

import io.hayate.model.Instrument;
import java.util.List;
import java.util.Locale;

/** Reads what is asked of a strategy: {@code strategy fast stop}, {@code strategy fast set slow=30}. */
final class StrategyWords {
    private static final String HELP =
            "strategy takes a name and stop, start or set: strategy NAME set slow=30";

    private StrategyWords() {}

    /** What these words ask, {@code strategy} first: the text is the name, the deed and what it takes. */
    static Request parse(List<String> words) {
        if (words.size() < 3) {
            return Request.wrong(HELP);
        }
        String deed = words.get(2).toLowerCase(Locale.ROOT);
        List<String> rest = words.subList(3, words.size());
        return switch (deed) {
            case "stop", "start" ->
                    rest.isEmpty()
                            ? request(words.get(1), deed, rest)
                            : Request.wrong(deed + " takes no " + rest.get(0));
            case "set" -> set(words.get(1), rest);
            default -> Request.wrong(HELP);
        };
    }

    private static Request set(String name, List<String> rest) {
        boolean isPairs = rest.stream().allMatch(word -> word.indexOf('=') > 0);
        return rest.isEmpty() || !isPairs
                ? Request.wrong("set takes parameters as KEY=VALUE; KEY= sets one back: slow=30")
                : request(name, "set", rest);
    }

    private static Request request(String name, String deed, List<String> rest) {
        String text = name + " " + deed + (rest.isEmpty() ? "" : " " + String.join(" ", rest));
        return new Request(Request.Kind.STRATEGY, null, Instrument.NONE, 0, text);
    }
}
