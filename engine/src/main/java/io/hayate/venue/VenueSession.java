package io.hayate.venue;

import io.netty.channel.Channel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One connection: reads what the client sends, gives it to those who answer, beats, and cleans up.
 * Venue thread.
 */
final class VenueSession {
    private static final int BACKLOG_FACTOR = 4;

    private final Exchange exchange;
    private final Channel channel;
    private final FrameWriter writer;
    private final Subscriptions subscriptions;
    private final ControlRequests control;
    private Membership membership;
    private Future<?> heartbeat;
    private Future<?> idleCheck;
    private long lastReadNs = System.nanoTime();

    VenueSession(Exchange exchange, Channel channel) {
        this.exchange = exchange;
        this.channel = channel;
        long backlogBytesMax = (long) BACKLOG_FACTOR * exchange.config().outboundBytesMax();
        writer = new FrameWriter(channel, exchange.faults(), exchange.traffic(), backlogBytesMax);
        subscriptions = new Subscriptions(exchange.ids().nextConnection());
        control = new ControlRequests(exchange, this);
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
        int heartbeatMs = exchange.config().heartbeatMs();
        if (heartbeatMs > 0) {
            heartbeat = every(heartbeatMs, this::beat);
        }
        idleCheck = every(Math.max(1, exchange.config().idleTimeoutMs() / 4), this::checkIdle);
        FaultPlan faults = exchange.faults();
        JsonText info = new JsonText().openObject().key("event").text("info");
        info.key("version").whole(faults.infoVersion());
        info.key("serverId").text(exchange.ids().uuid("server").toString());
        info.key("platform").openObject().key("status").whole(faults.platformStatus());
        writer.event(info.closeObject().closeObject());
    }

    private Future<?> every(int periodMs, Runnable task) {
        return channel.eventLoop()
                .scheduleAtFixedRate(task, periodMs, periodMs, TimeUnit.MILLISECONDS);
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
        long silentMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastReadNs);
        if (channelCount() == 0 && silentMs >= exchange.config().idleTimeoutMs()) {
            drop();
        }
    }

    /** Any bytes have come. */
    void onRead() {
        lastReadNs = System.nanoTime();
    }

    /** A whole text has come; what is no JSON object or account input stays without answer. */
    void onText(String text) {
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

    void onClosed() {
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
        idleCheck.cancel(false);
        subscriptions.removeAll();
        if (membership != null) {
            exchange.inputs().onSessionClosed(this);
        }
    }
}
