package io.hayate.intake;

import io.hayate.codec.ControlMessage;
import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What is to be heard on one connection, and on which of the venue's numbers it comes. Loop thread;
 * finding a channel allocates nothing.
 */
public final class Subscriptions {
    private final List<Subscription> all = new ArrayList<>();
    private final Long2ObjectHashMap<Subscription> byVenueId = new Long2ObjectHashMap<>();
    private final OldChannels old = new OldChannels();

    /** Adds a channel, which is then wanted. */
    public Subscription add(MarketChannel channel) {
        Subscription subscription = new Subscription(channel);
        all.add(subscription);
        return subscription;
    }

    /** Takes a channel out; frames of it that still come are nothing new. */
    public void remove(Subscription subscription) {
        leave(subscription);
        all.remove(subscription);
    }

    public int size() {
        return all.size();
    }

    public Subscription get(int index) {
        return all.get(index);
    }

    /** The connection is gone, or new: no channel has a number, and all are wanted. */
    public void reset(long nowNs) {
        byVenueId.clear();
        old.clear();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).enter(Subscription.Phase.WANTED, nowNs);
            all.get(i).forgetAnswers();
        }
    }

    /** The subscription that the venue gave this number, or null. */
    public Subscription byVenueId(long venueId) {
        return byVenueId.get(venueId);
    }

    /** True for the number of a channel that we have left, or never wanted. */
    public boolean hasLeft(long venueId) {
        return old.contains(venueId);
    }

    /** The subscription that the venue's answer is about, or null. */
    public Subscription find(ControlMessage message) {
        for (Subscription subscription : all) {
            if (message.isAbout(subscription.channel().spec())) {
                return subscription;
            }
        }
        return null;
    }

    /** The subscription of a channel, or null. */
    public Subscription find(MarketChannel channel) {
        for (Subscription subscription : all) {
            if (subscription.channel().equals(channel)) {
                return subscription;
            }
        }
        return null;
    }

    /** The venue gave a subscription this number. */
    public void open(Subscription subscription, long venueId, boolean isAdopted, long nowNs) {
        if (subscription.venueId() != venueId) {
            leave(subscription); // it may have had another: once is enough
        }
        byVenueId.put(venueId, subscription);
        subscription.open(venueId, isAdopted, nowNs);
    }

    /** Its frames no longer count. Returns the number that it had, or NO_CHANNEL. */
    public long leave(Subscription subscription) {
        long venueId = subscription.venueId();
        if (venueId != Subscription.NO_CHANNEL) {
            byVenueId.remove(venueId);
            old.add(venueId);
        }
        return venueId;
    }

    /** A channel that nobody wants. */
    public void ignore(long venueId) {
        old.add(venueId);
    }

    /**
     * The venue has ended this number. Returns the subscription that it was of, where we had not asked
     * for that; else null.
     */
    public Subscription onEnded(long venueId) {
        boolean asked = old.onEnded(venueId);
        Subscription subscription = byVenueId.get(venueId);
        if (subscription == null || (asked && !subscription.isAdopted())) {
            return null; // the answer belongs to an earlier one with the same number
        }
        byVenueId.remove(venueId);
        ignore(venueId);
        return subscription;
    }

    public boolean isEveryAnswered() {
        for (Subscription subscription : all) {
            if (!subscription.isAnswered()) {
                return false;
            }
        }
        return true;
    }

    /** How many the venue sends. */
    public int subscribed() {
        return byVenueId.size();
    }

    /** The first that waits for its answer, or null: for messages. */
    public Subscription firstUnanswered() {
        return all.stream().filter(s -> !s.isAnswered()).findFirst().orElse(null);
    }

    /** The first channel that fell silent, or null. Allocates nothing. */
    public Subscription firstSilent(long nowNs, long timeoutNs) {
        for (int i = 0; i < all.size(); i++) {
            Subscription subscription = all.get(i);
            if (subscription.isSilent(nowNs, timeoutNs)) {
                return subscription;
            }
        }
        return null;
    }
}
