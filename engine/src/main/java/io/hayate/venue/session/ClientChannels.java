package io.hayate.venue.session;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Random64;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.feed.Feed;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.rule.FaultScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The channels of one connection, by the id that the venue gave them. */
public final class ClientChannels {
    private static final int FIRST_ID_MIN = 10_000;
    private static final int FIRST_ID_SPREAD = 200_000;
    private static final int STEP_MAX = 900;

    private final Map<Long, ClientChannel> byChannelId = new LinkedHashMap<>();
    private final Random64 random;
    private final Feeds feeds;
    private final FrameWriter writer;
    private final FaultPlan faults;
    private long lastId;

    /**
     * No channels yet.
     *
     * @param random gives their ids
     */
    ClientChannels(Random64 random, Feeds feeds, FrameWriter writer, FaultPlan faults) {
        this.random = random;
        this.feeds = feeds;
        this.writer = writer;
        this.faults = faults;
        lastId = (long) FIRST_ID_MIN + random.below(FIRST_ID_SPREAD);
    }

    int count() {
        return byChannelId.size();
    }

    /** Lets each of them beat. */
    void beat() {
        byChannelId.values().forEach(ClientChannel::heartbeat);
    }

    /** All of them; a copy. */
    public List<ClientChannel> all() {
        return List.copyOf(byChannelId.values());
    }

    /** Sends a snapshot of each channel that this covers. */
    public void sendSnapshots(FaultScope scope) {
        for (ClientChannel channel : all()) {
            ChannelSpec spec = channel.feed().spec();
            boolean named = scope.symbol().isEmpty() || scope.symbol().equals(spec.symbol());
            if (named && scope.channels().contains(spec.channel())) {
                channel.feed().sendSnapshot(channel);
            }
        }
    }

    /** The channel of this id, or null. */
    ClientChannel get(long channelId) {
        return byChannelId.get(channelId);
    }

    /** The subscription of this feed, or null. */
    public ClientChannel find(Feed feed) {
        for (ClientChannel subscription : byChannelId.values()) {
            if (subscription.feed().equals(feed)) {
                return subscription;
            }
        }
        return null;
    }

    /** Gives out a channel id; nothing is sent yet. */
    ClientChannel add(Feed feed) {
        lastId += 1 + random.below(STEP_MAX);
        ClientChannel subscription = new ClientChannel(lastId, feed, writer, faults);
        byChannelId.put(lastId, subscription);
        return subscription;
    }

    /** Ends this channel; false when there is none of this id. */
    boolean remove(long channelId) {
        ClientChannel subscription = byChannelId.remove(channelId);
        if (subscription == null) {
            return false;
        }
        subscription.feed().remove(subscription);
        feeds.release(subscription.feed());
        return true;
    }

    void removeAll() {
        new ArrayList<>(byChannelId.keySet()).forEach(this::remove);
    }
}
