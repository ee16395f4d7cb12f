package io.hayate.session;

import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What the session wants to hear, and on which channel it comes. Loop thread; finding a channel
 * allocates nothing.
 */
final class Subscriptions {
    private final List<Subscription> all = new ArrayList<>();
    private final Long2ObjectHashMap<Subscription> byChannelId = new Long2ObjectHashMap<>();

    /** One more channel that is wanted; asked for by the next subscribe. */
    Subscription add(MarketChannel channel) {
        Subscription subscription = new Subscription(channel.kind(), channel.instrument());
        all.add(subscription);
        return subscription;
    }

    /** Takes a channel out; frames of it that still come are unknown. */
    void remove(Subscription subscription) {
        byChannelId.remove(subscription.channelId());
        all.remove(subscription);
    }

    /** The subscription of a channel, or null. */
    Subscription find(MarketChannel channel) {
        for (Subscription subscription : all) {
            if (subscription.channel() == channel.kind()
                    && subscription.instrument().equals(channel.instrument())) {
                return subscription;
            }
        }
        return null;
    }

    int size() {
        return all.size();
    }

    Subscription get(int index) {
        return all.get(index);
    }

    /** The connection is gone: no channel has an id any more. */
    void reset() {
        byChannelId.clear();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).reset();
        }
    }

    /** The subscription that the venue gave this channel, or null. */
    Subscription byChannelId(long channelId) {
        return byChannelId.get(channelId);
    }

    /** The subscription to this channel and symbol, with or without its prefix, or null. */
    Subscription find(String channel, String symbol) {
        for (Subscription subscription : all) {
            String ours = subscription.instrument().symbol();
            if (subscription.channel().wireName().equals(channel)
                    && (ours.equals(symbol) || ours.substring(1).equals(symbol))) {
                return subscription;
            }
        }
        return null;
    }

    void onSubscribed(Subscription subscription, long channelId, long nowNs) {
        byChannelId.remove(subscription.channelId()); // it may have had another: once is enough
        byChannelId.put(channelId, subscription);
        subscription.onSubscribed(channelId, nowNs);
    }

    void onUnsubscribed(long channelId) {
        Subscription subscription = byChannelId.remove(channelId);
        if (subscription != null) {
            subscription.reset();
        }
    }

    boolean isEveryAnswered() {
        for (Subscription subscription : all) {
            if (!subscription.isAnswered()) {
                return false;
            }
        }
        return true;
    }

    boolean isAnySubscribed() {
        return !byChannelId.isEmpty();
    }

    /** How many have a channel. */
    int subscribed() {
        return byChannelId.size();
    }

    /** The first that waits for its answer, or null: for messages. */
    Subscription firstUnanswered() {
        return all.stream().filter(s -> !s.isAnswered()).findFirst().orElse(null);
    }

    /** The first channel that fell silent, or null. Allocates nothing. */
    Subscription firstSilent(long nowNs, long timeoutNs) {
        for (int i = 0; i < all.size(); i++) {
            Subscription subscription = all.get(i);
            if (subscription.isSilent(nowNs, timeoutNs)) {
                return subscription;
            }
        }
        return null;
    }
}
