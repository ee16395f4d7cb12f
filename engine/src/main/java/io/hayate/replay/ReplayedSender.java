package io.hayate.replay;

import io.hayate.event.SharedValue;
import io.hayate.outbound.OrderConnection;
import io.hayate.outbound.OrderSender;
import io.hayate.replay.ahead.ReplayedReads;
import org.agrona.DirectBuffer;

/** Hands a message over where it was handed over then, whatever has become of the connection. One thread. */
final class ReplayedSender implements OrderSender {
    private final OrderConnection connection;
    private final ReplayedReads reads;

    /** Of the connection on which orders leave. */
    ReplayedSender(OrderConnection connection, ReplayedReads reads) {
        this.connection = connection;
        this.reads = reads;
    }

    @Override
    public boolean send(
            long number, long clientOrderId, DirectBuffer text, int offset, int length) {
        boolean mayLeave =
                connection.mayLeave(number, clientOrderId) && connection.transport().isWritable();
        return reads.ofStrategy().expects(SharedValue.HANDED_OVER, mayLeave)
                && connection.transport().sendText(text, offset, length);
    }
}
