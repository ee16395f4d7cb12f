package io.hayate.rehearsal;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses what a rehearsal plays: the first of the tickers that are configured, at least one of a
 * market, and of all else one channel of each form, as one is decoded and kept like another.
 */
final class StageCast {
    /** Levels of a side of a book: as many as a checksum takes. */
    static final int LEVELS_MAX = 25;

    private static final int TICKERS_MAX = 24;
    private static final String MARKET = "tBTCUSD";
    private static final String FUNDING = "fUSD";

    /** One channel of each form that there is. */
    private static final List<ChannelSpec> ALL_FORMS =
            List.of(
                    ChannelSpec.ticker(FUNDING),
                    ChannelSpec.trades(MARKET),
                    ChannelSpec.trades(FUNDING),
                    ChannelSpec.book(MARKET),
                    ChannelSpec.book(MARKET, BookPrecision.R0, "F0", LEVELS_MAX),
                    ChannelSpec.book(FUNDING),
                    ChannelSpec.book(FUNDING, BookPrecision.R0, "F0", LEVELS_MAX),
                    ChannelSpec.candles("1m", MARKET),
                    ChannelSpec.derivative("tBTCF0:USTF0"),
                    ChannelSpec.LIQUIDATIONS);

    private StageCast() {}

    /** What is configured, of each form once. */
    static List<ChannelSpec> of(List<ChannelSpec> configured) {
        return cast(configured, List.of());
    }

    /** The same, and each form that is not configured: it may be subscribed later. */
    static List<ChannelSpec> ofAllForms(List<ChannelSpec> configured) {
        return cast(configured, ALL_FORMS);
    }

    private static List<ChannelSpec> cast(List<ChannelSpec> configured, List<ChannelSpec> more) {
        List<ChannelSpec> all = new ArrayList<>(configured);
        all.addAll(more);
        Map<Form, ChannelSpec> others = new LinkedHashMap<>();
        for (ChannelSpec spec : all) {
            if (spec.channel() != Channel.TICKER) {
                others.putIfAbsent(
                        Form.of(spec), spec.channel() == Channel.BOOK ? ofLevels(spec) : spec);
            }
        }
        List<ChannelSpec> cast = new ArrayList<>(tickers(all));
        cast.addAll(others.values());
        return cast;
    }

    private static List<ChannelSpec> tickers(List<ChannelSpec> all) {
        List<ChannelSpec> tickers =
                all.stream()
                        .filter(spec -> spec.channel() == Channel.TICKER)
                        .distinct()
                        .limit(TICKERS_MAX)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (tickers.stream().allMatch(StageCast::isFunding)) {
            tickers.add(ChannelSpec.ticker(MARKET)); // orders are rehearsed in any case
        }
        return tickers;
    }

    private static ChannelSpec ofLevels(ChannelSpec book) {
        return ChannelSpec.book(book.symbol(), book.precision(), "F0", LEVELS_MAX);
    }

    static boolean isFunding(ChannelSpec spec) {
        return spec.symbol().startsWith("f");
    }

    /** What makes two channels differ on their way. */
    private record Form(Channel channel, boolean isFunding, boolean isRaw, boolean isOfAll) {
        static Form of(ChannelSpec spec) {
            return new Form(
                    spec.channel(),
                    StageCast.isFunding(spec),
                    spec.isRaw(),
                    spec.symbol().isEmpty());
        }
    }
}
