package io.hayate.transport;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.transport.websocket.WebSocketEncoder;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Orders on their way from the strategy to the socket: a bounded queue with one writer and one reader.
 * The writer encodes and masks the frame straight into the queue, so that the loop only copies it out.
 *
 * <pre>epoch 8 | client order id 8 | frame</pre>
 *
 * <p>Allocates nothing after construction; no side ever waits for the other.
 */
public final class OutboundQueue {
    private static final int MESSAGE_TYPE = 1;
    private static final int EPOCH_OFFSET = 0;
    private static final int CLIENT_ORDER_ID_OFFSET = EPOCH_OFFSET + SIZE_OF_LONG;
    private static final int FRAME_OFFSET = CLIENT_ORDER_ID_OFFSET + SIZE_OF_LONG;

    private final OneToOneRingBuffer queue;
    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final ControlledMessageHandler onMessage = this::onMessage;
    private final Runnable wake;
    private FrameTaker taker;
    private boolean declined;

    /** Takes frames, on the loop. */
    @FunctionalInterface
    public interface FrameTaker {
        /**
         * Takes a frame as {@link Transport#sendFrame} wants it, valid until this call returns.
         *
         * @return false for no room: it is given again, before any other
         */
        boolean onFrame(long epoch, long clientOrderId, DirectBuffer frame, int offset, int length);
    }

    /**
     * A queue of so many bytes, each frame taking some 32 more than its text.
     *
     * @param bytes rounded up to a power of two; one frame may take an eighth
     * @param wake run on the writer's thread after each offer
     */
    public OutboundQueue(int bytes, Runnable wake) {
        int capacity = BitUtil.findNextPositivePowerOfTwo(bytes);
        queue =
                new OneToOneRingBuffer(
                        new UnsafeBuffer(
                                BufferUtil.allocateDirectAligned(
                                        capacity + RingBufferDescriptor.TRAILER_LENGTH, 64)));
        this.wake = wake;
    }

    /**
     * Writer: hands over one text; false when the queue is full.
     *
     * @throws IllegalArgumentException when the text is too long for this queue, full or not
     */
    public boolean offer(
            long epoch, long clientOrderId, DirectBuffer text, int offset, int length) {
        int frameLength = WebSocketEncoder.frameLength(length);
        int index = queue.tryClaim(MESSAGE_TYPE, FRAME_OFFSET + frameLength);
        if (index < 0) {
            return false;
        }
        MutableDirectBuffer buffer = queue.buffer();
        buffer.putLong(index + EPOCH_OFFSET, epoch);
        buffer.putLong(index + CLIENT_ORDER_ID_OFFSET, clientOrderId);
        encoder.encodeText(buffer, index + FRAME_OFFSET, text, offset, length);
        queue.commit(index);
        wake.run();
        return true;
    }

    /** Writer: true when the loop has taken all that was offered. */
    public boolean isEmpty() {
        return queue.size() == 0;
    }

    /** Loop: gives waiting frames to the taker until it declines one; returns how many it took. */
    public int drain(FrameTaker frameTaker) {
        taker = frameTaker;
        declined = false;
        int frames = queue.controlledRead(onMessage);
        // A read stops at the end of the memory, and may have found nothing there but padding.
        return declined ? frames : frames + queue.controlledRead(onMessage);
    }

    private ControlledMessageHandler.Action onMessage(
            int type, MutableDirectBuffer buffer, int index, int length) {
        declined =
                !taker.onFrame(
                        buffer.getLong(index + EPOCH_OFFSET),
                        buffer.getLong(index + CLIENT_ORDER_ID_OFFSET),
                        buffer,
                        index + FRAME_OFFSET,
                        length - FRAME_OFFSET);
        return declined
                ? ControlledMessageHandler.Action.ABORT
                : ControlledMessageHandler.Action.COMMIT;
    }
}
