package io.hayate.transport;

import io.hayate.transport.websocket.WebSocketEncoder;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The strategy thread's way to a {@link SharedSocket}: a text goes to the socket at once where the rule
 * of that class allows it, and else by the queue to the loop. None overtakes another.
 *
 * <p>Strategy thread. Allocates nothing; waits for nobody.
 */
public final class SharedWriter {
    private final SharedSocket socket;
    private final OutboundQueue queue;
    private final Gate gate;
    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final UnsafeBuffer frame =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(SharedSocket.FRAME_BYTES_MAX, 64));

    /** Knows whether a text may still be written. */
    @FunctionalInterface
    public interface Gate {
        /**
         * Asked while the socket is held, so that it cannot become that of another connection.
         *
         * @param epoch the connection that the text is meant for
         */
        boolean mayLeave(long epoch, long clientOrderId);
    }

    public SharedWriter(SharedSocket socket, OutboundQueue queue, Gate gate) {
        this.socket = socket;
        this.queue = queue;
        this.gate = gate;
    }

    /** Sends one text as {@link OutboundQueue#offer} does; false when nothing of it was sent. */
    public boolean send(long epoch, long clientOrderId, DirectBuffer text, int offset, int length) {
        return write(epoch, clientOrderId, text, offset, length)
                || queue.offer(epoch, clientOrderId, text, offset, length);
    }

    private boolean write(
            long epoch, long clientOrderId, DirectBuffer text, int offset, int length) {
        if (!queue.isEmpty()
                || WebSocketEncoder.frameLength(length) > SharedSocket.FRAME_BYTES_MAX) {
            return false;
        }
        int frameLength = encoder.encodeText(frame, 0, text, offset, length);
        if (!socket.tryHold()) {
            return false;
        }
        try {
            return gate.mayLeave(epoch, clientOrderId) && socket.write(frame, 0, frameLength);
        } finally {
            socket.release();
        }
    }
}
