package io.hayate.engine;

import io.hayate.event.TrafficTap;
import io.hayate.session.SessionRole;
import io.hayate.session.TransportFactory;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/**
 * A transport whose connections and incoming texts are told to a {@link TrafficTap} before they are used.
 * What leaves is told by those who send it, as they know what of it is secret. Loop thread; allocates
 * nothing.
 */
final class TappedTransport implements Transport {
    private final Transport transport;
    private final SessionRole role;
    private final TrafficTap tap;
    private final NanoClock clock;
    private final Listening listening = new Listening();

    private TappedTransport(
            Transport transport, SessionRole role, TrafficTap tap, NanoClock clock) {
        this.transport = transport;
        this.role = role;
        this.tap = tap;
        this.clock = clock;
    }

    /** Makes transports that are tapped; where nobody listens, those of the factory itself. */
    static TransportFactory of(TransportFactory factory, TrafficTap tap, NanoClock clock) {
        return tap.equals(TrafficTap.NONE)
                ? factory
                : role -> new TappedTransport(factory.create(role), role, tap, clock);
    }

    @Override
    public void connect(FrameListener listener) {
        listening.listener = listener;
        listening.isDeclined = false;
        transport.connect(listening);
    }

    @Override
    public void onGood() {
        transport.onGood();
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public boolean isWritable() {
        return transport.isWritable();
    }

    @Override
    public boolean sendText(DirectBuffer text, int offset, int length) {
        return transport.sendText(text, offset, length);
    }

    @Override
    public boolean sendFrame(DirectBuffer frame, int offset, int length) {
        return transport.sendFrame(frame, offset, length);
    }

    @Override
    public long lookedTimeNs() {
        return transport.lookedTimeNs();
    }

    @Override
    public long receiveTimeNs() {
        return transport.receiveTimeNs();
    }

    @Override
    public long seenUntilNs() {
        return transport.seenUntilNs();
    }

    @Override
    public void resume() {
        transport.resume();
    }

    @Override
    public void close(int code, String reason) {
        transport.close(code, reason);
    }

    /** Tells the tap, then who listens. */
    private final class Listening implements FrameListener {
        private FrameListener listener;
        private boolean isDeclined; // the next text was told already

        @Override
        public void onConnected() {
            tap.onOpen(role.connection(), role.isPublic(), transport.receiveTimeNs());
            listener.onConnected();
        }

        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
            if (isDeclined) {
                tap.onNumber(TrafficTap.READ_ON, role.connection(), clock.nanoTime());
            } else {
                long lookedNs = transport.lookedTimeNs();
                tap.onTextIn(role.connection(), buffer, offset, length, lookedNs, receiveTimeNs);
            }
            isDeclined = !listener.onText(buffer, offset, length, receiveTimeNs);
            return !isDeclined;
        }

        @Override
        public void onReadEnd() {
            listener.onReadEnd();
        }

        @Override
        public void onDisconnected(DisconnectCause cause, String detail) {
            tap.onClosed(role.connection(), cause.name(), detail, clock.nanoTime());
            listener.onDisconnected(cause, detail);
        }
    }
}
