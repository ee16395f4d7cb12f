package io.hayate.event;

import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Events that other threads have made, on their way to the loop, which brings them into the ring: what
 * the venue was asked for beside its connection. A bounded queue: who finds no room waits, or comes again.
 *
 * <p>Allocates nothing after construction.
 */
public final class LateEvents {
    private static final int QUEUE_BYTES = 1 << 16;
    private static final int TYPE = 1;

    private final ManyToOneRingBuffer queue =
            new ManyToOneRingBuffer(
                    new UnsafeBuffer(
                            BufferUtil.allocateDirectAligned(
                                    QUEUE_BYTES + RingBufferDescriptor.TRAILER_LENGTH, 64)));
    private final ControlledMessageHandler onMessage = this::onMessage;
    private Taker taker;

    /** Takes events, on the loop. */
    @FunctionalInterface
    public interface Taker {
        /** Takes the event that lies there; false when there is no room for it now: it comes again. */
        boolean onEvent(MutableDirectBuffer buffer, int index);
    }

    /** Any thread: offers a copy of an event; false when the queue is full. */
    public boolean offer(Event event) {
        int index = queue.tryClaim(TYPE, Event.SIZE);
        if (index < 0) {
            return false;
        }
        event.copyTo(queue.buffer(), index);
        queue.commit(index);
        return true;
    }

    /** Loop: gives what waits to the taker until it declines; returns how many messages that were. */
    public int poll(Taker given) {
        taker = given;
        int taken = queue.controlledRead(onMessage);
        return taken > 0 ? taken : queue.controlledRead(onMessage); // past the end of the memory
    }

    private ControlledMessageHandler.Action onMessage(
            int type, MutableDirectBuffer buffer, int index, int length) {
        return taker.onEvent(buffer, index)
                ? ControlledMessageHandler.Action.CONTINUE
                : ControlledMessageHandler.Action.ABORT;
    }
}
