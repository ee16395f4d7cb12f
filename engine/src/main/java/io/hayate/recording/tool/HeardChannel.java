package io.hayate.recording.tool;

import io.hayate.model.MarketChannel;

/** A channel as it was subscribed on a connection. */
final class HeardChannel {
    private final MarketChannel channel;
    private final ChannelSums sums;
    private final byte[] subscribed;
    private final BookTexts book;
    private boolean hasData;

    /**
     * A channel without data yet.
     *
     * @param subscribed the frame that said so
     */
    HeardChannel(MarketChannel channel, ChannelSums sums, byte[] subscribed, BookTexts book) {
        this.channel = channel;
        this.sums = sums;
        this.subscribed = subscribed;
        this.book = book;
    }

    MarketChannel channel() {
        return channel;
    }

    ChannelSums sums() {
        return sums;
    }

    byte[] subscribed() {
        return subscribed;
    }

    /** Null where it is the channel of no book. */
    BookTexts book() {
        return book;
    }

    boolean hasData() {
        return hasData;
    }

    void onData() {
        hasData = true;
    }
}
