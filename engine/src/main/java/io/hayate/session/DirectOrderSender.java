package io.hayate.session;

import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;

/** Writes orders straight to the socket: for a strategy that runs on the loop itself. */
public final class DirectOrderSender implements OrderSender {
    private final Session session;
    private final Transport transport;

    /** A sender on the session on which orders leave. */
    public DirectOrderSender(Session session) {
        this.session = session;
        transport = session.transport();
    }

    @Override
    public boolean send(
            long connection, long clientOrderId, DirectBuffer text, int offset, int length) {
        return session.mayLeave(connection, clientOrderId)
                && transport.isWritable()
                && transport.sendText(text, offset, length);
    }
}
