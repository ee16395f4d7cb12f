package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.venue.account.AccountClient;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.wire.JsonText;
import java.util.concurrent.TimeUnit;

/** One connection: what it listens to, the account it is in, its heartbeats and its silence. */
public final class VenueSession implements AccountClient {
    /** The close code for a client that does what this venue does not bear. */
    public static final int POLICY = 1_008;

    private static final int FAREWELL_MS = 2_000; // for a client that reads on

    /** Ends connections that are to go. */
    interface Keeper {
        /** Ends the connection with a word, which a client that reads on still gets. */
        void end(VenueSession session, int code, String reason);
    }

    private final long number;
    private final String address;
    private final FrameWriter writer;
    private final ClientChannels subscriptions;
    private final Timeline timeline;
    private final Timeline.Timer heartbeat;
    private final Timeline.Timer idleCheck;
    private final Timeline.Timer farewell;
    private final long openedNs;
    private int idleTimeoutMs;
    private Membership membership;
    private long lastReadNs;
    private long lastRoomNs;
    private int authFailures;
    private boolean ended;

    /**
     * A connection that has shaken hands.
     *
     * @param number which connection of this venue it is, from 1
     * @param address where it comes from, for people
     */
    VenueSession(
            long number,
            String address,
            FrameWriter writer,
            ClientChannels subscriptions,
            Timeline timeline,
            Keeper keeper) {
        this.number = number;
        this.address = address;
        this.writer = writer;
        this.subscriptions = subscriptions;
        this.timeline = timeline;
        heartbeat = timeline.timer(this::beat);
        idleCheck = timeline.timer(() -> checkIdle(keeper));
        farewell = timeline.timer(writer.exit()::drop);
        openedNs = timeline.nanoTime();
        lastReadNs = openedNs;
        lastRoomNs = openedNs;
    }

    @Override
    public long number() {
        return number;
    }

    String address() {
        return address;
    }

    /** How long it has been there. */
    long ageNs() {
        return timeline.nanoTime() - openedNs;
    }

    /** Writes its frames. */
    public FrameWriter writer() {
        return writer;
    }

    /** The channels that it listens to. */
    public ClientChannels subscriptions() {
        return subscriptions;
    }

    /** The account's side of this connection, or null before {@code auth}. */
    Membership membership() {
        return membership;
    }

    void membership(Membership value) {
        membership = value;
    }

    /** Channels in use, that of the account included. */
    int channelCount() {
        return subscriptions.count() + (membership == null ? 0 : 1);
    }

    /**
     * Begins to beat and to look for silence.
     *
     * @param heartbeatMs between heartbeats; 0 never beats
     * @param silenceMs without channels and frames, or without reading, after which it is ended
     */
    void start(int heartbeatMs, int silenceMs) {
        idleTimeoutMs = silenceMs;
        if (heartbeatMs > 0) {
            heartbeat.everyMs(heartbeatMs);
        }
        idleCheck.everyMs(Math.max(1, silenceMs / 4));
    }

    private void beat() {
        subscriptions.beat();
        if (membership != null) {
            writer.heartbeat(Channel.ACCOUNT, null, 0);
        }
    }

    private void checkIdle(Keeper keeper) {
        long nowNs = timeline.nanoTime();
        if (writer.hasRoom()) {
            lastRoomNs = nowNs;
        } else if (TimeUnit.NANOSECONDS.toMillis(nowNs - lastRoomNs) >= idleTimeoutMs) {
            keeper.end(this, POLICY, "slow consumer: you do not read");
            return;
        }
        long silentMs = TimeUnit.NANOSECONDS.toMillis(nowNs - lastReadNs);
        if (channelCount() == 0 && silentMs >= idleTimeoutMs) {
            drop();
        }
    }

    /** Any bytes have come. */
    public void onRead() {
        lastReadNs = timeline.nanoTime();
    }

    @Override
    public String account() {
        return writer.exit().account();
    }

    @Override
    public void account(String type, JsonText body, long accountSequence) {
        writer.account(type, body, accountSequence);
    }

    @Override
    public void notification(Notification answer, long accountSequence) {
        writer.notification(answer, accountSequence);
    }

    @Override
    public void mute() {
        writer.exit().mute();
    }

    @Override
    public void drop() {
        writer.exit().drop();
    }

    /** A try to authenticate has failed. */
    void onAuthFailure() {
        authFailures++;
    }

    /** Failed tries to authenticate. */
    public int authFailures() {
        return authFailures;
    }

    /** False once it was ended: nothing more is read of it or written to it. */
    boolean isOpen() {
        return !ended;
    }

    /** Says goodbye; a client that does not go by itself is dropped a moment later. */
    void end(int code, String reason) {
        ended = true;
        stop();
        writer.exit().close(code, reason);
        farewell.afterMs(FAREWELL_MS);
    }

    /** The connection is gone. */
    void onLeft() {
        ended = true;
        farewell.cancel();
        stop();
    }

    /** Ends all that it has asked for; a second time it does nothing. */
    private void stop() {
        heartbeat.cancel();
        idleCheck.cancel();
        writer.stop();
        subscriptions.removeAll();
    }
}
