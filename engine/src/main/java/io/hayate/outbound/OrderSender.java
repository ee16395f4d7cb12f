package io.hayate.outbound;

import org.agrona.DirectBuffer;

/** The way from the strategy thread to the socket: straight on it, or by a queue to the loop. */
@FunctionalInterface
public interface OrderSender {
    /**
     * Sends one text message on the connection that the deciding thread knows.
     *
     * @param connection number of that connection; on any other the message must not leave
     * @param clientOrderId the order that the message is about; 0 for none
     * @param text copied before this returns
     * @return false when there is no room now, and nothing was sent
     */
    boolean send(long connection, long clientOrderId, DirectBuffer text, int offset, int length);
}
