package io.hayate.strategy;

import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.model.Channel;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the channels of an instrument. Strategy thread; allocates when it takes up a channel that
 * another thread has registered since it looked last.
 */
final class ChannelIndex {
    private static final String[] NO_TIME_FRAMES = {};

    private final MarketChannels channels;
    private final SharedReads reads;
    private final Consumer<MarketChannel> onNew;
    private final int[] first = new int[Instruments.COUNT_MAX]; // of an instrument
    private final int[] last = new int[Instruments.COUNT_MAX];
    private final int[] next = new int[MarketChannels.COUNT_MAX]; // of the same instrument
    private String[] timeFrames = NO_TIME_FRAMES;
    private int known;

    /**
     * An index that has seen no channel yet.
     *
     * @param reads by which it reads how many there are, as any thread adds some
     * @param onNew told of each, once, before it can be found
     */
    ChannelIndex(MarketChannels channels, SharedReads reads, Consumer<MarketChannel> onNew) {
        this.reads = reads;
        this.channels = channels;
        this.onNew = onNew;
        Arrays.fill(first, MarketChannel.NONE);
        Arrays.fill(next, MarketChannel.NONE);
    }

    /** Channels taken up. */
    int count() {
        int read = (int) reads.read(SharedValue.CHANNELS, channels.count());
        read = Math.min(read, channels.count()); // in a replay some may be added meanwhile, or lack
        if (known < read) {
            takeUp(read);
        }
        return known;
    }

    private void takeUp(int count) {
        timeFrames = Arrays.copyOf(timeFrames, count);
        while (known < count) {
            MarketChannel channel = channels.get(known);
            onNew.accept(channel);
            timeFrames[known] = channel.spec().timeFrame();
            if (channel.instrumentId() != Instrument.NONE) {
                link(channel.instrumentId(), channel.id());
            }
            known++;
        }
    }

    private void link(int instrumentId, int id) {
        if (first[instrumentId] == MarketChannel.NONE) {
            first[instrumentId] = id;
        } else {
            next[last[instrumentId]] = id;
        }
        last[instrumentId] = id;
    }

    /** The channel with this number, taken up; null when there is none. */
    MarketChannel get(int id) {
        return id < count() ? channels.get(id) : null;
    }

    /** The instrument's first channel of this kind; of a book the raw one last. Or null. */
    MarketChannel find(int instrumentId, Channel kind) {
        MarketChannel raw = null;
        for (MarketChannel each = head(instrumentId); each != null; each = after(each)) {
            if (each.kind() == kind && !each.spec().isRaw()) {
                return each;
            }
            raw = raw == null && each.kind() == kind ? each : raw;
        }
        return raw;
    }

    /** The instrument's candles of that interval, or null. */
    MarketChannel candles(int instrumentId, String timeFrame) {
        MarketChannel each = head(instrumentId);
        while (each != null && !timeFrames[each.id()].equals(timeFrame)) {
            each = after(each);
        }
        return each;
    }

    /** The first channel of an instrument, or null. */
    MarketChannel head(int instrumentId) {
        return count() == 0 ? null : channels.get(first[instrumentId]);
    }

    /** The next of the same instrument, or null. */
    MarketChannel after(MarketChannel channel) {
        return channels.get(next[channel.id()]);
    }
}
