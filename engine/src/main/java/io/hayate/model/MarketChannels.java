package io.hayate.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Every channel of market data that this process has asked for, by number and by what was asked.
 *
 * <p>Any thread registers, allocating; any thread reads by number, without waiting.
 */
public final class MarketChannels {
    /** Bound on the number of channels. */
    public static final int COUNT_MAX = 4_096;

    private final MarketChannel[] byId = new MarketChannel[COUNT_MAX];
    private final Map<ChannelSpec, MarketChannel> bySpec = new HashMap<>();
    private final Predicate<MarketChannel> onNew;
    private volatile int count;

    public MarketChannels() {
        this(channel -> true);
    }

    /**
     * @param onNew given each new channel on the thread that registers it, before others see it; false
     *     when there is no memory for it
     */
    public MarketChannels(Predicate<MarketChannel> onNew) {
        this.onNew = onNew;
    }

    /** The channel of this spec, numbered now if it is new; null when there are too many, or there is no memory. */
    public synchronized MarketChannel register(ChannelSpec spec, Instruments instruments) {
        MarketChannel known = bySpec.get(spec);
        int id = count;
        if (known != null || id == COUNT_MAX) {
            return known;
        }
        Instrument instrument =
                spec.symbol().isEmpty()
                        ? null
                        : instruments.get(instruments.register(spec.symbol()));
        MarketChannel channel = new MarketChannel(id, spec, instrument);
        if (!onNew.test(channel)) {
            return null;
        }
        byId[id] = channel;
        bySpec.put(spec, channel);
        count = id + 1;
        return channel;
    }

    /** The channel of this spec, or null when it was never registered. */
    public synchronized MarketChannel find(ChannelSpec spec) {
        return bySpec.get(spec);
    }

    /** Channels that were registered so far; any thread. */
    public int count() {
        return count;
    }

    /** The channel with this number; null for {@link MarketChannel#NONE} and any not given out. */
    public MarketChannel get(int id) {
        return id >= 0 && id < count ? byId[id] : null; // the volatile read makes the entry visible
    }
}
