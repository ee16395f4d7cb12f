package io.hayate.venue.exchange;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.SnapshotFault;
import io.hayate.venue.feed.BookFeed;
import io.hayate.venue.feed.Feed;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import io.hayate.venue.rule.FaultScope;
import io.hayate.venue.rule.FaultWhen;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.session.VenueSessions;
import io.hayate.venue.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes the venue do wrong with market data. Any thread; each call has taken effect when it returns.
 * What is set holds, for all connections, until it is set back.
 */
public final class DataControls {
    private static final BiConsumer<BookFeed, JsonText> AS_IT_IS = BookFeed::writeBook;

    private final Consumer<Runnable> venueThread;
    private final FaultControls faults;
    private final VenueSessions sessions;
    private final Feeds feeds;

    DataControls(
            Consumer<Runnable> venueThread,
            FaultControls faults,
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
        List<String> types = fault == FrameFault.WRONG_CHECKSUM ? List.of("cs") : List.of();
        FaultRule rule =
                FaultRule.of(
                        FaultConfig.kind(fault),
                        FaultWhen.every(Math.max(1, everyNth)),
                        channel == null
                                ? FaultScope.of(FaultScope.PUBLIC, types)
                                : FaultScope.of(channel, types));
        faults.set("frames " + fault + " " + channel, everyNth == 0 ? null : rule);
    }

    /** Frames that a fault of {@link #frames} has hit so far. */
    public long faultsMade() {
        return faults.framesMade();
    }

    /** Lets something go wrong with the snapshots of subscriptions to come. */
    public void snapshots(Channel channel, SnapshotFault fault) {
        String word =
                switch (fault) {
                    case NONE -> null;
                    case MISSING -> "no-snapshot";
                    case EMPTY -> "empty-snapshot";
                    case TWICE -> "second-snapshot";
                };
        set("snapshot", channel, word);
    }

    /** Sends a snapshot to all that listen to this kind of channel, now. */
    public void sendSnapshots(Channel channel) {
        FaultScope scope = FaultScope.of(channel, List.of());
        each(session -> session.subscriptions().sendSnapshots(scope));
    }

    /** Lets the rows of this kind of channel have so many elements more; 0 to let them be. */
    public void growRows(Channel channel, int more) {
        set("rows", channel, more == 0 ? null : "grown more=" + more);
    }

    /**
     * Puts something else into each row of this kind of channel.
     *
     * @param index of the element, from 0; negative to let rows be
     * @param json such as {@code null} or {@code 1.7e-7}
     */
    public void replaceElement(Channel channel, int index, String json) {
        String quoted = json.replace("\\", "\\\\").replace("\"", "\\\"");
        set(
                "rows",
                channel,
                index < 0 ? null : "replaced index=" + index + " value=\"" + quoted + "\"");
    }

    /** Puts this rule, of a kind of channel, into its slot; null for none. */
    private void set(String slot, Channel channel, String rule) {
        String channels = " channel=" + channel.wireName();
        faults.set(
                slot + " " + channel, rule == null ? null : FaultRuleParser.parse(rule + channels));
    }

    /** Sends no data of this kind of channel, while heartbeats go on; no number is left out. */
    public void mute(Channel channel, boolean silent) {
        set("muted", channel, silent ? "muted" : null);
    }

    /** Sends a heartbeat of each new channel before its {@code subscribed}. */
    public void heartbeatBeforeSubscribed(boolean first) {
        faults.set("heartbeat", first ? FaultRuleParser.parse("heartbeat-first") : null);
    }

    /** Sends so many snapshots of a channel after its {@code unsubscribed}. */
    public void lateFrames(int count) {
        faults.set("late", count == 0 ? null : FaultRuleParser.parse("late-data count=" + count));
    }

    /**
     * Refuses the next so many subscriptions.
     *
     * @param code 10300, 10301 or 10305
     */
    public void refuseSubscriptions(int count, int code) {
        String rule = "subscribe-refused code=" + code + " times=" + count;
        faults.set("subscriptions", count == 0 ? null : FaultRuleParser.parse(rule));
    }

    /** Sends {@code [CHAN, BODY]} to every connection, with its number where they are on. */
    public void sendData(long channelId, String body) {
        JsonText json = new JsonText().json(body.getBytes(StandardCharsets.UTF_8));
        each(session -> session.writer().data(Channel.ACCOUNT, null, channelId, json));
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
