package io.hayate.venue.exchange;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.mirror.FillAccount;
import io.hayate.venue.mirror.MirrorCounts;
import io.hayate.venue.mirror.MirrorFeed;
import org.agrona.DirectBuffer;

/**
 * The inputs that move the markets of an exchange that follows another one: what that sends on its
 * public connections, each by a number of its own. An input happens at the time that the exchange was
 * told last. Venue thread.
 */
public final class MirrorInputs {
    private final MirrorFeed feed;
    private final FillAccount fills;
    private final Timeline timeline;

    MirrorInputs(MirrorFeed feed, FillAccount fills, Timeline timeline) {
        this.feed = feed;
        this.fills = fills;
        this.timeline = timeline;
    }

    /** A connection was made. */
    public void onOpen(int connection) {
        feed.onOpen(connection);
        timeline.runDue();
    }

    /** A whole text has come; the bytes are read before this returns. */
    public void onText(int connection, DirectBuffer buffer, int offset, int length) {
        feed.onText(connection, buffer, offset, length);
        timeline.runDue();
    }

    /** A connection has ended: orders for what it told of are refused until another tells of it. */
    public void onClosed(int connection) {
        feed.onClosed(connection);
        timeline.runDue();
    }

    /** How often it has met what. */
    public MirrorCounts counts() {
        return feed.counts();
    }

    /** How clients' resting orders were filled. */
    public FillAccount fills() {
        return fills;
    }
}
