package io.hayate.outbound;

import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import org.agrona.DirectBuffer;

/**
 * Another sender, whose answers hang on what the loop does meanwhile, and are told for that. Strategy
 * thread; allocates nothing.
 */
public final class ToldSender implements OrderSender {
    private final OrderSender sender;
    private final SharedReads reads;

    /** Sends by this one. */
    public ToldSender(OrderSender sender, SharedReads reads) {
        this.sender = sender;
        this.reads = reads;
    }

    @Override
    public boolean send(
            long connection, long clientOrderId, DirectBuffer text, int offset, int length) {
        boolean isSent = sender.send(connection, clientOrderId, text, offset, length);
        return reads.read(SharedValue.HANDED_OVER, isSent);
    }
}
