package io.hayate.venue.exchange;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.FrameFault;
import io.hayate.venue.SnapshotFault;
import io.hayate.venue.fault.DataFaults;
import io.hayate.venue.fault.RowEdit;
import io.hayate.venue.feed.BookFeed;
import io.hayate.venue.feed.Feed;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.session.ClientChannel;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.session.VenueSessions;
import io.hayate.venue.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes the venue do wrong with market data. Any thread; each call has taken effect when it returns.
 * What is set holds, for all connections, until it is set back.
 */
public final class DataControls {
    private static final BiConsumer<BookFeed, JsonText> AS_IT_IS = BookFeed::writeBook;

    private final Consumer<Runnable> venueThread;
    private final DataFaults faults;
    private final VenueSessions sessions;
    private final Feeds feeds;

    DataControls(
            Consumer<Runnable> venueThread,
            DataFaults faults,
            VenueSessions sessions,
            Feeds feeds) {
        this.venueThread = venueThread;
        this.faults = faults;
        this.sessions = sessions;
        this.feeds = feeds;
    }

    /**
     * Lets every n-th frame of this kind of channel go wrong; heartbeats never do.
     *
     * @param channel null for all public ones; {@link Channel#ACCOUNT} for those of the account
     * @param everyNth 1 for each; 0 to let them be
     */
    public void frames(FrameFault fault, Channel channel, int everyNth) {
        venueThread.accept(() -> faults.frames(fault, channel, everyNth));
    }

    /** Frames that a fault of {@link #frames} has hit so far. */
    public long faultsMade() {
        return faults.made();
    }

    /** Lets something go wrong with the snapshots of subscriptions to come. */
    public void snapshots(Channel channel, SnapshotFault fault) {
        venueThread.accept(() -> faults.snapshots(channel, fault));
    }

    /** Sends a snapshot to all that listen to this kind of channel, now. */
    public void sendSnapshots(Channel channel) {
        each(
                session -> {
                    for (ClientChannel subscription : session.subscriptions().all()) {
                        if (subscription.feed().spec().channel() == channel) {
                            subscription.feed().sendSnapshot(subscription);
                        }
                    }
                });
    }

    /** Lets the rows of this kind of channel have so many elements more; 0 to let them be. */
    public void growRows(Channel channel, int more) {
        venueThread.accept(() -> faults.edit(channel, edit(-1, "null", more)));
    }

    /**
     * Puts something else into each row of this kind of channel.
     *
     * @param index of the element, from 0; negative to let rows be
     * @param json such as {@code null} or {@code 1.7e-7}
     */
    public void replaceElement(Channel channel, int index, String json) {
        venueThread.accept(() -> faults.edit(channel, edit(index, json, 0)));
    }

    private static RowEdit edit(int index, String json, int more) {
        return index < 0 && more == 0 ? null : new RowEdit(index, json, more);
    }

    /** Sends no data of this kind of channel, while heartbeats go on; no number is left out. */
    public void mute(Channel channel, boolean silent) {
        venueThread.accept(() -> faults.mute(channel, silent));
    }

    /** Sends a heartbeat of each new channel before its {@code subscribed}. */
    public void heartbeatBeforeSubscribed(boolean first) {
        venueThread.accept(() -> faults.heartbeatFirst(first));
    }

    /** Sends so many snapshots of a channel after its {@code unsubscribed}. */
    public void lateFrames(int count) {
        venueThread.accept(() -> faults.lateFrames(count));
    }

    /**
     * Refuses the next so many subscriptions.
     *
     * @param code 10300, 10301 or 10305
     */
    public void refuseSubscriptions(int count, int code) {
        venueThread.accept(() -> faults.refuse(count, code));
    }

    /** Sends {@code [CHAN, BODY]} to every connection, with its number where they are on. */
    public void sendData(long channelId, String body) {
        JsonText json = new JsonText().json(body.getBytes(StandardCharsets.UTF_8));
        each(session -> session.writer().data(Channel.ACCOUNT, channelId, json));
    }

    /**
     * The rows of a book channel that a client holds which missed nothing, as a snapshot has them; while
     * nobody listens to it, those that a snapshot would have.
     */
    public String bookTold(ChannelSpec spec) {
        return rows(spec, BookFeed::writeTold);
    }

    /** As {@link #bookTold}, of the book as it is: it may have moved since it was told. */
    public String book(ChannelSpec spec) {
        return rows(spec, AS_IT_IS);
    }

    private String rows(ChannelSpec spec, BiConsumer<BookFeed, JsonText> writer) {
        JsonText out = new JsonText();
        venueThread.accept(
                () -> {
                    boolean isTold = feeds.find(spec) != null;
                    BookFeed feed = (BookFeed) feeds.findOrMake(spec);
                    (isTold ? writer : AS_IT_IS).accept(feed, out);
                    feeds.release(feed);
                });
        return new String(out.bytes(), 0, out.length(), StandardCharsets.US_ASCII);
    }

    /**
     * Drops the connections that listen to a channel, without a closing handshake.
     *
     * @return how many
     */
    public int dropListeners(ChannelSpec spec) {
        int[] dropped = {0};
        each(
                session -> {
                    Feed feed = feeds.find(spec);
                    if (feed != null && session.subscriptions().find(feed) != null) {
                        session.drop();
                        dropped[0]++;
                    }
                });
        return dropped[0];
    }

    private void each(Consumer<VenueSession> action) {
        venueThread.accept(() -> sessions.present().forEach(action));
    }
}
