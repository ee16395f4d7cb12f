package io.hayate.benchmarks;

import io.hayate.model.IdleMode;
import org.agrona.BufferUtil;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A ring of bytes to another thread, and one back: messages as long as an order. */
@State(Scope.Thread)
public class AgronaHandOff {
    private static final int CAPACITY = 16_384;
    private static final int MESSAGE_TYPE = 1;
    private static final int MESSAGE_BYTES = 100;

    /** What a thread does while its ring is empty; nothing wakes a sleeper here. */
    @Param({"BUSY_SPIN", "YIELDING"})
    IdleMode idle;

    private final OneToOneRingBuffer there = ring();
    private final OneToOneRingBuffer back = ring();
    private final MessageHandler onReturn =
            (type, buffer, index, length) -> returned = buffer.getLong(index);
    private Echo echo;
    private long returned;

    private static OneToOneRingBuffer ring() {
        int bytes = CAPACITY + RingBufferDescriptor.TRAILER_LENGTH;
        return new OneToOneRingBuffer(
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes, 64)));
    }

    /** Starts the other thread. */
    @Setup
    public void start() {
        MessageHandler answer =
                (type, buffer, index, length) -> publish(back, buffer.getLong(index));
        echo = Echo.start(() -> there.read(answer, 1) > 0, () -> Echo.rest(idle, null));
    }

    private static void publish(OneToOneRingBuffer ring, long number) {
        int index = ring.tryClaim(MESSAGE_TYPE, MESSAGE_BYTES);
        if (index < 0) {
            throw new IllegalStateException("one message at a time finds room");
        }
        ring.buffer().putLong(index, number);
        ring.commit(index);
    }

    /** Sends a number there, waits until it is back, and returns it. */
    long roundTrip(long number) {
        publish(there, number);
        while (back.read(onReturn, 1) == 0) {
            Echo.rest(idle, null);
        }
        return returned;
    }

    /** Ends the other thread. */
    @TearDown
    public void stop() throws InterruptedException {
        echo.stop();
    }
}
