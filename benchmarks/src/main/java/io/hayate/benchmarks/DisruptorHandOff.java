package io.hayate.benchmarks;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.hayate.model.IdleMode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A ring to another thread, and one back, with the library's own event processor and waiting. */
@State(Scope.Thread)
public class DisruptorHandOff {
    private static final int CAPACITY = 64;
    private static final long JOIN_MS = 5_000;

    /** Which of the library's wait strategies a consumer has. */
    @Param({"BUSY_SPIN", "YIELDING", "BLOCKING"})
    IdleMode idle;

    private RingBuffer<Slot> there;
    private RingBuffer<Slot> back;
    private SequenceBarrier barrier;
    private final Sequence taken = new Sequence();
    private BatchEventProcessor<Slot> processor;
    private Thread thread;

    /** One event. */
    private static final class Slot {
        private long number;
    }

    /** Starts the other thread. */
    @Setup
    public void start() {
        there = RingBuffer.createSingleProducer(Slot::new, CAPACITY, waitStrategy());
        back = RingBuffer.createSingleProducer(Slot::new, CAPACITY, waitStrategy());
        barrier = back.newBarrier();
        back.addGatingSequences(taken);
        EventHandler<Slot> answer = (slot, sequence, endOfBatch) -> publish(back, slot.number);
        processor = new BatchEventProcessorBuilder().build(there, there.newBarrier(), answer);
        there.addGatingSequences(processor.getSequence());
        thread = new Thread(processor, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    private WaitStrategy waitStrategy() {
        return switch (idle) {
            case BLOCKING -> new BlockingWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case BUSY_SPIN -> new BusySpinWaitStrategy();
        };
    }

    private static void publish(RingBuffer<Slot> ring, long number) {
        long sequence = ring.next();
        ring.get(sequence).number = number;
        ring.publish(sequence);
    }

    /** Sends a number there, waits until it is back, and returns it. */
    long roundTrip(long number) throws Exception {
        publish(there, number);
        long sequence = taken.get() + 1;
        barrier.waitFor(sequence);
        long returned = back.get(sequence).number;
        taken.set(sequence);
        return returned;
    }

    /** Ends the other thread. */
    @TearDown
    public void stop() throws InterruptedException {
        processor.halt();
        thread.join(JOIN_MS);
    }
}
