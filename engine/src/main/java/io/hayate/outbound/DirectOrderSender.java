package io.hayate.outbound;

import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;

/** Writes orders straight to the socket: for a strategy that runs on the loop itself. */
public final class DirectOrderSender implements OrderSender {
    private final OrderConnection connection;
    private final Transport transport;

    /** Of the connection on which orders leave. */
    public DirectOrderSender(OrderConnection orderConnection) {
        connection = orderConnection;
        transport = orderConnection.transport();
    }

    @Override
    public boolean send(
            long number, long clientOrderId, DirectBuffer text, int offset, int length) {
        return connection.mayLeave(number, clientOrderId)
                && transport.isWritable()
                && transport.sendText(text, offset, length);
    }
}
