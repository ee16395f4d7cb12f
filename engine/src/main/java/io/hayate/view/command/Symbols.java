package io.hayate.view.command;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The instruments that are subscribed, as a person names them: those from the start first, in order of
 * display, then those of channels that came later. Any thread.
 */
public final class Symbols {
    private static final int NAMED_MAX = 8;

    private final List<Instrument> fromStart;
    private final MarketChannels channels;

    /** Those that are registered now, and those of channels to come: others come from the account. */
    public Symbols(Instruments instruments, MarketChannels channels) {
        this.channels = channels;
        fromStart = IntStream.range(0, instruments.count()).mapToObj(instruments::get).toList();
    }

    private List<Instrument> all() {
        Set<Instrument> all = new LinkedHashSet<>(fromStart);
        IntStream.range(0, channels.count())
                .mapToObj(id -> channels.get(id).instrument())
                .filter(Objects::nonNull)
                .forEach(all::add);
        return List.copyOf(all);
    }

    public List<String> names() {
        return all().stream().map(Instrument::displayName).toList();
    }

    /** The first one, or null when there is none. */
    Instrument first() {
        List<Instrument> all = all();
        return all.isEmpty() ? null : all.get(0);
    }

    /** The one meant, or null. */
    Instrument find(String typed) {
        String symbol = Instrument.symbolOf(typed);
        for (Instrument instrument : all()) {
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

    /** Why no order can be for this symbol, and what to do; never another symbol in its place. */
    static String noneForOrder(String typed) {
        String symbol = Instrument.symbolOf(typed);
        if (symbol == null) {
            return typed + " is no symbol; one is such as BTCUSD or DOGE:USD";
        }
        String name = new Instrument(Instrument.NONE, symbol).displayName();
        return typed + " is not subscribed, so nothing was ordered; try: subscribe ticker " + name;
    }

    private String list() {
        List<String> names = names();
        if (names.isEmpty()) {
            return "none is";
        }
        String named = names.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
        int more = names.size() - NAMED_MAX;
        return "subscribed: " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
