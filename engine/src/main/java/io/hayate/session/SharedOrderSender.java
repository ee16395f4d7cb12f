package io.hayate.session;

import io.hayate.transport.OutboundQueue;
import io.hayate.transport.SharedSocket;
import io.hayate.transport.WebSocketEncoder;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes orders from the strategy's own thread: to the socket itself where the rule of {@link
 * SharedSocket} allows it, and else by the queue to the loop, {@link QueuedOrders}. None overtakes
 * another.
 */
public final class SharedOrderSender implements OrderSender {
    private static final int FRAME_BYTES = 2_048;

    private final SharedSocket socket;
    private final OutboundQueue queue;
    private final Session session;
    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final UnsafeBuffer frame =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FRAME_BYTES, 64));

    public SharedOrderSender(SharedSocket socket, OutboundQueue queue, Session session) {
        this.socket = socket;
        this.queue = queue;
        this.session = session;
    }

    @Override
    public boolean send(
            long connection, long clientOrderId, DirectBuffer text, int offset, int length) {
        return write(connection, clientOrderId, text, offset, length)
                || queue.offer(connection, clientOrderId, text, offset, length);
    }

    private boolean write(
            long connection, long clientOrderId, DirectBuffer text, int offset, int length) {
        if (!queue.isEmpty() || WebSocketEncoder.frameLength(length) > FRAME_BYTES) {
            return false;
        }
        int frameLength = encoder.encodeText(frame, 0, text, offset, length);
        if (!socket.tryHold()) {
            return false;
        }
        try {
            return session.mayLeave(connection, clientOrderId)
                    && socket.write(frame, 0, frameLength);
        } finally {
            socket.release();
        }
    }
}
