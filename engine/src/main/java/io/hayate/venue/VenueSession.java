package io.hayate.venue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/**
 * One connection: reads what the client sends, gives it to those who answer, beats, and cleans up.
 * Venue thread.
 */
final class VenueSession {
    /** The close code for a client that does what this venue does not bear. */
    static final int POLICY = 1_008;

    private static final int FAREWELL_MS = 2_000; // for a client that reads on

    private final Exchange exchange;
    private final Channel channel;
    private final long number;
    private final FrameWriter writer;
    private final Subscriptions subscriptions;
    private final ControlRequests control;
    private Membership membership;
    private final Timeline.Timer heartbeat;
    private final Timeline.Timer idleCheck;
    private final Timeline.Timer farewell;
    private final long openedNs;
    private long lastReadNs;
    private long lastWritableNs;
    private int authFailures;
    private boolean ended;

    VenueSession(Exchange exchange, Channel channel, VenueLoop loop) {
        this.exchange = exchange;
        this.channel = channel;
        IntPredicate room = bytes -> exchange.backlogs().hasRoom(this, bytes);
        writer =
                new FrameWriter(
                        channel,
                        exchange.faults(),
                        exchange.traffic(),
                        exchange.epochClock(),
                        room,
                        loop);
        number = exchange.ids().nextConnection();
        subscriptions = new Subscriptions(exchange.ids().channelIds(number), exchange.feeds());
        control = new ControlRequests(exchange, this);
        Timeline timeline = exchange.timeline();
        heartbeat = timeline.timer(this::beat);
        idleCheck = timeline.timer(this::checkIdle);
        farewell = timeline.timer(channel::close);
        openedNs = timeline.nanoTime();
        lastReadNs = openedNs;
        lastWritableNs = openedNs;
    }

    /** Which connection of this venue it is, from 1. */
    long number() {
        return number;
    }

    Channel channel() {
        return channel;
    }

    FaultPlan faults() {
        return exchange.faults();
    }

    FrameWriter writer() {
        return writer;
    }

    Subscriptions subscriptions() {
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

    void open() {
        exchange.news().connected(this);
        int heartbeatMs = exchange.config().heartbeatMs();
        if (heartbeatMs > 0) {
            heartbeat.everyMs(heartbeatMs);
        }
        idleCheck.everyMs(Math.max(1, exchange.config().idleTimeoutMs() / 4));
        FaultPlan faults = exchange.faults();
        JsonText info = new JsonText().openObject().key("event").text("info");
        info.key("version").whole(faults.infoVersion());
        info.key("serverId").text(exchange.ids().uuid("server").toString());
        info.key("platform").openObject().key("status").whole(faults.platformStatus());
        writer.event(info.closeObject().closeObject());
    }

    private void beat() {
        for (long channelId : subscriptions.channelIds()) {
            writer.heartbeat(channelId);
        }
        if (membership != null) {
            writer.heartbeat(0);
        }
    }

    private void checkIdle() {
        long nowNs = exchange.timeline().nanoTime();
        int timeoutMs = exchange.config().idleTimeoutMs();
        if (channel.isWritable()) {
            lastWritableNs = nowNs;
        } else if (TimeUnit.NANOSECONDS.toMillis(nowNs - lastWritableNs) >= timeoutMs) {
            end(POLICY, "slow consumer: you do not read");
            return;
        }
        long silentMs = TimeUnit.NANOSECONDS.toMillis(nowNs - lastReadNs);
        if (channelCount() == 0 && silentMs >= timeoutMs) {
            drop();
        }
    }

    /** Any bytes have come. */
    void onRead() {
        lastReadNs = exchange.timeline().nanoTime();
    }

    /** A whole text has come; what is no JSON object or account input stays without answer. */
    void onText(String text) {
        if (ended) {
            return;
        }
        exchange.traffic().received(text);
        Object value;
        try {
            value = JsonReader.read(text);
        } catch (IOException e) {
            return;
        }
        Fields request = Fields.of(value);
        if (request != null) {
            control.onEvent(request);
        } else if (value instanceof List<?> input) {
            onInput(input);
        }
    }

    private void onInput(List<?> input) {
        boolean account = !input.isEmpty() && Fields.whole(input.get(0)) == 0;
        if (!account) {
            return;
        }
        if (membership == null) {
            writer.event(ErrorAnswer.of("auth: invalid", ErrorAnswer.AUTHENTICATION));
        } else if (input.size() >= 4 && input.get(1) instanceof String type) {
            exchange.inputs().onInput(this, type, input.get(3));
        }
    }

    /** Ends the connection without a closing handshake. */
    @SuppressWarnings("FutureReturnValueIgnored") // the session hears of it when it is closed
    void drop() {
        writer.mute();
        channel.close();
    }

    /** It is in its account. */
    void onAuthenticated() {
        exchange.news().authenticated(this);
    }

    /** A try to authenticate has failed; many of them end the connection. */
    void onAuthFailure(String reason) {
        exchange.news().authenticationRefused(this, reason);
        if (++authFailures == VenueLimits.AUTH_FAILURES_MAX) {
            end(POLICY, "too many failed tries to authenticate");
        }
    }

    /** False once it was ended: nothing more is read of it or written to it. */
    boolean isOpen() {
        return !ended;
    }

    /** Ends the connection with a word, which a client that reads on within a moment still gets. */
    @SuppressWarnings("FutureReturnValueIgnored") // the session hears of it when it is closed
    void end(int code, String reason) {
        if (ended) {
            return;
        }
        writer.run(); // what was written before goes before, where there is room for it
        if (ended) {
            return;
        }
        exchange.news().ended(this, reason);
        ended = true;
        writer.mute();
        leave();
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason))
                .addListener(ChannelFutureListener.CLOSE);
        farewell.afterMs(FAREWELL_MS);
    }

    /** The connection is gone. */
    void onClosed() {
        exchange.news().left(this, exchange.timeline().nanoTime() - openedNs);
        ended = true;
        farewell.cancel();
        leave();
    }

    /** Ends all that it has asked for; a second time it does nothing. */
    private void leave() {
        heartbeat.cancel();
        idleCheck.cancel();
        subscriptions.removeAll();
        if (membership != null) {
            exchange.inputs().onSessionClosed(this);
            membership = null;
        }
    }
}
