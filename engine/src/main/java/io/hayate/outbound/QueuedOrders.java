package io.hayate.outbound;

import io.hayate.transport.OutboundQueue;
import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * The loop's end of the order queue, for a strategy that has a thread of its own: writes what was
 * queued for this connection, and tells of orders and cancels queued for one that is gone that they
 * never left.
 */
public final class QueuedOrders implements Agent, OutboundQueue.FrameTaker {
    private final OutboundQueue queue;
    private final OrderConnection connection;
    private final Transport transport;
    private int lostCancels; // since they were told last

    /**
     * The end of a queue.
     *
     * @param orderConnection on which orders leave
     */
    public QueuedOrders(OutboundQueue queue, OrderConnection orderConnection) {
        this.queue = queue;
        connection = orderConnection;
        transport = orderConnection.transport();
    }

    @Override
    public String roleName() {
        return "orders";
    }

    @Override
    public int doWork() {
        int frames = queue.drain(this);
        if (lostCancels > 0) {
            connection.onLostCancels(lostCancels);
            lostCancels = 0;
        }
        return frames;
    }

    @Override
    public boolean onFrame(
            long number, long clientOrderId, DirectBuffer frame, int offset, int length) {
        if (connection.mayLeave(number, clientOrderId) && transport.isConnected()) {
            return transport.isWritable() && transport.sendFrame(frame, offset, length);
        }
        lostCancels += clientOrderId == 0 ? 1 : 0;
        return clientOrderId == 0 || connection.onNotSent(number, clientOrderId);
    }
}
