package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where strategies of the user are rehearsed: the instruments and channels of the run, at the embedded
 * exchange. Its prices wander, and are now and then far off, one ticker, print or candle high and another
 * low, so that a strategy that waits for some price, whatever that is, has it.
 */
final class InventedMarket {
    private static final int CHANNELS_MAX = 64; // each symbol's book takes 112 KiB of memory
    private static final int OTHERS_MAX = 64; // channels that strategies subscribe themselves
    private static final List<ChannelSpec> USUAL =
            List.of(ChannelSpec.ticker(RehearsedChannels.MARKET));
    private static final String HIGH = "1000000000"; // more than any price
    private static final String LOW = "0.00000001"; // less than any
    private static final int HIGH_EVERY = 16; // frames of a kind
    private static final int LOW_EVERY = 37;

    private InventedMarket() {}

    /** Those that are rehearsed: the first of them where they are very many. */
    static List<ChannelSpec> channels(List<ChannelSpec> configured) {
        return configured.subList(0, Math.min(configured.size(), CHANNELS_MAX));
    }

    /** How many channels a connection may have. */
    static int subscriptionsMax(List<ChannelSpec> channels) {
        return channels.size() + OTHERS_MAX;
    }

    /** The exchange with these channels. It lists what it always does, too. */
    static VenueConfig config(List<ChannelSpec> channels) {
        VenueConfig own = RehearsalVenue.config(channels.isEmpty() ? USUAL : channels);
        Set<String> symbols = new LinkedHashSet<>(own.symbols());
        symbols.addAll(VenueConfig.DEFAULTS.symbols());
        return own.withSymbols(List.copyOf(symbols))
                .withSubscriptionsMax(subscriptionsMax(channels))
                .withFaults(FaultConfig.NONE.with(farOff()));
    }

    private static List<FaultRule> farOff() {
        List<FaultRule> rules = new ArrayList<>();
        Stream.of("ticker index=0", "ticker index=2", "ticker index=6") // bid, ask and last
                .forEach(place -> add(rules, place));
        add(rules, "trades index=3");
        add(rules, "candles index=2"); // the close
        return rules;
    }

    private static void add(List<FaultRule> rules, String place) {
        String rule = "replaced channel=" + place;
        rules.add(FaultRuleParser.parse(rule + " value=" + HIGH + " every=" + HIGH_EVERY));
        rules.add(FaultRuleParser.parse(rule + " value=" + LOW + " every=" + LOW_EVERY));
    }
}
