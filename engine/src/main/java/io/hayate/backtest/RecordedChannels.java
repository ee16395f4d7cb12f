package io.hayate.backtest;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import io.hayate.venue.mirror.MirrorListing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which channels a strategy is given: of those that it wants the ones whose pair was recorded. */
final class RecordedChannels {
    private static final int NAMED_MAX = 8;

    private final Set<String> recorded = new LinkedHashSet<>();

    RecordedChannels(List<MirrorListing> listings) {
        listings.forEach(listing -> recorded.add(listing.symbol()));
    }

    /**
     * Those of the settings that can be given; where none can, the tickers of all pairs.
     *
     * @param wanted of the settings
     * @param asked symbols of the command line; null for none
     */
    List<ChannelSpec> of(List<ChannelSpec> wanted, List<String> asked) {
        if (asked != null) {
            checkAll(wanted);
        }
        List<ChannelSpec> given = new ArrayList<>();
        for (ChannelSpec spec : wanted) {
            if (recorded.contains(spec.symbol())) {
                given.add(spec);
            }
        }
        boolean hasTicker = given.stream().anyMatch(spec -> spec.channel() == Channel.TICKER);
        if (!hasTicker) {
            int at = 0;
            for (String symbol : recorded) {
                given.add(at++, ChannelSpec.ticker(symbol));
            }
        }
        return given;
    }

    private void checkAll(List<ChannelSpec> wanted) {
        for (ChannelSpec spec : wanted) {
            if (spec.channel() == Channel.TICKER && !recorded.contains(spec.symbol())) {
                throw new ConfigException(
                        "--symbol must be one of the recording's, "
                                + names()
                                + ": was "
                                + spec.symbol());
            }
        }
    }

    private String names() {
        List<String> all = List.copyOf(recorded);
        String first = String.join(", ", all.subList(0, Math.min(NAMED_MAX, all.size())));
        return all.size() <= NAMED_MAX
                ? first
                : first + " and " + (all.size() - NAMED_MAX) + " more";
    }
}
