package io.hayate.rehearsal;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses what is subscribed in a rehearsal: the first of the tickers that are configured, that of the
 * market in which it trades, and of all else one channel of each form, as one is decoded and kept like
 * another.
 */
final class RehearsedChannels {
    /** Where orders are rehearsed, whatever is configured. */
    static final String MARKET = "tBTCUSD";

    /** The perpetual whose state is told, and in which positions are liquidated. */
    static final String DERIVATIVE = "tBTCF0:USTF0";

    private static final String FUNDING = "fUSD";
    private static final int LEVELS = 25; // a side of a book: as many as a checksum takes

    /** One channel of each form that there is. */
    private static final List<ChannelSpec> ALL_FORMS =
            List.of(
                    ChannelSpec.ticker(FUNDING),
                    ChannelSpec.trades(MARKET),
                    ChannelSpec.trades(FUNDING),
                    ChannelSpec.book(MARKET),
                    ChannelSpec.book(MARKET, BookPrecision.R0, "F0", LEVELS),
                    ChannelSpec.book(FUNDING),
                    ChannelSpec.book(FUNDING, BookPrecision.R0, "F0", LEVELS),
                    ChannelSpec.candles("1m", MARKET),
                    ChannelSpec.derivative(DERIVATIVE),
                    ChannelSpec.LIQUIDATIONS);

    private RehearsedChannels() {}

    /** What is configured, of each form once. */
    static List<ChannelSpec> of(List<ChannelSpec> configured) {
        return chosen(configured, List.of());
    }

    /** The same, and each form that is not configured: it may be subscribed later. */
    static List<ChannelSpec> ofAllForms(List<ChannelSpec> configured) {
        return chosen(configured, ALL_FORMS);
    }

    private static List<ChannelSpec> chosen(List<ChannelSpec> configured, List<ChannelSpec> more) {
        List<ChannelSpec> all = new ArrayList<>(configured);
        all.addAll(more);
        Map<Form, ChannelSpec> others = new LinkedHashMap<>();
        for (ChannelSpec spec : all) {
            if (spec.channel() != Channel.TICKER) {
                others.putIfAbsent(
                        Form.of(spec), spec.channel() == Channel.BOOK ? ofLevels(spec) : spec);
            }
        }
        List<ChannelSpec> chosen = new ArrayList<>(tickers(all));
        chosen.addAll(others.values());
        return chosen;
    }

    private static Set<ChannelSpec> tickers(List<ChannelSpec> all) {
        Set<ChannelSpec> tickers = new LinkedHashSet<>();
        tickers.add(ChannelSpec.ticker(MARKET));
        Stream.of(true, false)
                .flatMap(funding -> all.stream().filter(spec -> isTicker(spec, funding)).limit(1))
                .forEach(tickers::add);
        return tickers;
    }

    private static boolean isTicker(ChannelSpec spec, boolean funding) {
        return spec.channel() == Channel.TICKER
                && isFunding(spec) == funding
                && !spec.symbol().equals(MARKET);
    }

    private static ChannelSpec ofLevels(ChannelSpec book) {
        return ChannelSpec.book(book.symbol(), book.precision(), "F0", LEVELS);
    }

    private static boolean isFunding(ChannelSpec spec) {
        return spec.symbol().startsWith("f");
    }

    /** What the exchange must list so that all of them can be subscribed. */
    static List<String> symbolsOf(List<ChannelSpec> specs) {
        Set<String> symbols = new LinkedHashSet<>();
        for (ChannelSpec spec : specs) {
            symbols.add(spec.symbol().isEmpty() ? DERIVATIVE : spec.symbol());
        }
        return List.copyOf(symbols);
    }

    /** What makes two channels differ on their way. */
    private record Form(Channel channel, boolean isFunding, boolean isRaw, boolean isOfAll) {
        static Form of(ChannelSpec spec) {
            return new Form(
                    spec.channel(),
                    RehearsedChannels.isFunding(spec),
                    spec.isRaw(),
                    spec.symbol().isEmpty());
        }
    }
}
