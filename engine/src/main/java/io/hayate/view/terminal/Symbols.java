package io.hayate.view.terminal;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The instruments that are subscribed, as a person names them. Any thread. */
final class Symbols {
    private static final int NAMED_MAX = 8;

    private final List<Instrument> subscribed;

    /** Those that are registered now: later ones come from the account, not from a subscription. */
    Symbols(Instruments instruments) {
        subscribed = IntStream.range(0, instruments.count()).mapToObj(instruments::get).toList();
    }

    List<String> names() {
        return subscribed.stream().map(Instrument::displayName).toList();
    }

    /** The first one, or null when there is none. */
    Instrument first() {
        return subscribed.isEmpty() ? null : subscribed.get(0);
    }

    /** The one meant, or null. */
    Instrument find(String typed) {
        String symbol = Instrument.symbolOf(typed);
        for (Instrument instrument : subscribed) {
            if (instrument.symbol().equals(symbol)
                    || instrument.displayName().equalsIgnoreCase(typed)) {
                return instrument;
            }
        }
        return null;
    }

    /** Why a symbol was not found, with the nearest and those that there are. */
    String unknown(String typed) {
        String nearest = Nearest.of(typed, names());
        String hint = nearest == null ? "" : " - did you mean " + nearest + "?";
        return typed + " is not subscribed" + hint + " (" + list() + ")";
    }

    private String list() {
        if (subscribed.isEmpty()) {
            return "none is";
        }
        String named = names().stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
        int more = subscribed.size() - NAMED_MAX;
        return "subscribed: " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
