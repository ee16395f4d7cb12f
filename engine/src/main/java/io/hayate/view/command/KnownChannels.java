package io.hayate.view.command;

import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The channels that are subscribed now, whoever asked for them. Any thread.
 *
 * @param channels those that were ever asked for
 * @param statistics tells which of them are wanted still
 */
public record KnownChannels(MarketChannels channels, ChannelStatistics statistics) {
    /** What a person wants to see if it is not said: the finest book with most levels first. */
    private static final Comparator<MarketChannel> BEST =
            Comparator.comparing(MarketChannel::spec, KnownChannels::compare);

    boolean isSubscribed(MarketChannel channel) {
        return channel != null && ChannelHealth.isWanted(statistics, channel.id());
    }

    /** All that are subscribed, in the order in which they were first asked for. */
    List<MarketChannel> subscribed() {
        List<MarketChannel> found = new ArrayList<>();
        for (int id = 0; id < channels.count(); id++) {
            if (isSubscribed(channels.get(id))) {
                found.add(channels.get(id));
            }
        }
        return found;
    }

    /** All that are subscribed no more, or that the venue refused. */
    List<MarketChannel> ended() {
        List<MarketChannel> found = new ArrayList<>();
        for (int id = 0; id < channels.count(); id++) {
            if (!isSubscribed(channels.get(id))) {
                found.add(channels.get(id));
            }
        }
        return found;
    }

    /** Those of a kind that are subscribed, in the order in which they were first asked for. */
    List<MarketChannel> find(Channel kind, Predicate<ChannelSpec> isMeant) {
        return subscribed().stream()
                .filter(channel -> channel.kind() == kind)
                .filter(channel -> isMeant.test(channel.spec()))
                .toList();
    }

    /** As {@link #find}, the best one first. */
    List<MarketChannel> findBest(Channel kind, Predicate<ChannelSpec> isMeant) {
        return find(kind, isMeant).stream().sorted(BEST).toList();
    }

    /** A pair that is traded here, for a line to type. */
    String exampleOfPair() {
        return subscribed().stream()
                .map(MarketChannel::spec)
                .map(ChannelSpec::symbol)
                .filter(symbol -> symbol.startsWith("t"))
                .findFirst()
                .map(symbol -> symbol.substring(1))
                .orElse("BTCUSD");
    }

    private static int compare(ChannelSpec a, ChannelSpec b) {
        return Comparator.comparing(
                        ChannelSpec::precision, Comparator.nullsFirst(BookPrecision::compareTo))
                .thenComparingInt(spec -> -spec.length())
                .thenComparing(ChannelSpec::frequency)
                .thenComparingInt(spec -> ChannelSpec.TIME_FRAMES.indexOf(spec.timeFrame()))
                .compare(a, b);
    }
}
