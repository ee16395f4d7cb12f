package io.hayate.paper;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The channels that matching needs beside those that are asked for: trades and a fine book of each pair. */
public final class PaperChannels {
    private static final int LEVELS = 100;
    private static final String AS_IT_CHANGES = "F0";

    private PaperChannels() {}

    /** All that is asked for, and what is missing of the pairs whose ticker, book or trades are heard. */
    public static List<ChannelSpec> of(List<ChannelSpec> asked) {
        Set<ChannelSpec> all = new LinkedHashSet<>(asked);
        for (String symbol : pairs(asked)) {
            all.add(ChannelSpec.trades(symbol));
            if (asked.stream().noneMatch(spec -> isBookOf(spec, symbol))) {
                all.add(ChannelSpec.book(symbol, BookPrecision.P0, AS_IT_CHANGES, LEVELS));
            }
        }
        return new ArrayList<>(all);
    }

    /** The pairs that paper orders can be for, in the order in which they are asked for. */
    static Set<String> pairs(List<ChannelSpec> asked) {
        Set<String> pairs = new LinkedHashSet<>();
        for (ChannelSpec spec : asked) {
            boolean isPriced =
                    switch (spec.channel()) {
                        case TICKER, TRADES, BOOK -> true;
                        default -> false;
                    };
            if (isPriced && isPair(spec.symbol())) {
                pairs.add(spec.symbol());
            }
        }
        return pairs;
    }

    /** True for what is bought and sold for a currency, without margin. */
    static boolean isPair(String symbol) {
        Instrument instrument = new Instrument(0, symbol);
        return !instrument.isFunding() && !instrument.isDerivative();
    }

    /** Single orders, or the finest levels, as they change, more than the best alone. */
    private static boolean isBookOf(ChannelSpec spec, String symbol) {
        return spec.channel() == Channel.BOOK
                && spec.symbol().equals(symbol)
                && (spec.isRaw() || spec.precision() == BookPrecision.P0)
                && spec.frequency().equals(AS_IT_CHANGES)
                && spec.length() >= 25;
    }
}
