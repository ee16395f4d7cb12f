package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * One channel of the venue: who listens to it, and what they are told. Two requests for the same
 * thing meet in the same feed. Venue thread.
 */
public abstract class Feed {
    private static final int BYTES = 2_048; // itself, the text of a row, a few subscribers

    private final ChannelSpec spec;
    private final List<Subscriber> subscribers = new ArrayList<>();

    Feed(ChannelSpec spec) {
        this.spec = spec;
    }

    /** What is subscribed; the answer to {@code subscribe} tells it. */
    public ChannelSpec spec() {
        return spec;
    }

    boolean isWatched() {
        return !subscribers.isEmpty();
    }

    /** Those who listen, in the order of their requests. */
    List<Subscriber> subscribers() {
        return subscribers;
    }

    /** Adds a subscriber, whose answer is on its way, and sends it what stands. */
    public final void add(Subscriber subscriber) {
        boolean first = subscribers.isEmpty();
        beforeAdd();
        subscribers.add(subscriber);
        sendSnapshot(subscriber);
        if (first) {
            onWatched();
        }
    }

    /** Sends this one no more. */
    public final void remove(Subscriber subscriber) {
        if (subscribers.remove(subscriber) && subscribers.isEmpty()) {
            onUnwatched();
        }
    }

    /** Tells a new subscriber what stands, by {@link Subscriber#snapshot}. */
    public abstract void sendSnapshot(Subscriber subscriber);

    /** The market of this feed has made a step. */
    void onStep() {}

    /** As {@link #onStep}; its ticker is this row. */
    void onStep(JsonText row) {
        onStep();
    }

    /** A subscriber is about to be added: the time to send what is due to the others. */
    void beforeAdd() {}

    /** About the memory that it takes, in bytes. */
    int bytes() {
        return BYTES;
    }

    /** It is listened to no more and leaves those whom it listens to; it will not be used again. */
    void end() {}

    /** The first subscriber has come. */
    void onWatched() {}

    /** The last subscriber has gone. */
    void onUnwatched() {}
}
