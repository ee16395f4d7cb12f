package io.hayate.event;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.ProducerType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** {@link EventRing} over a Disruptor and one poller. */
final class DisruptorEventRing implements EventRing {
    private static final int CACHE_LINE = 64;

    private final RingBuffer<Event> ring;
    private final EventPoller<Event> poller;
    private final EventPoller.Handler<Event> onEvent = this::onEvent;
    private final boolean wakes;

    private EventListener listener;
    private int rest;
    private volatile Thread sleeper;

    DisruptorEventRing(int capacity, boolean wakes, boolean severalWriters) {
        this.wakes = wakes;
        UnsafeBuffer slots =
                new UnsafeBuffer(
                        BufferUtil.allocateDirectAligned(capacity * Event.SIZE, CACHE_LINE));
        int[] next = {0};
        // The wait strategy is never asked: a poller does not wait.
        ring =
                RingBuffer.create(
                        severalWriters ? ProducerType.MULTI : ProducerType.SINGLE,
                        () -> new Event(slots, next[0]++ * Event.SIZE),
                        capacity,
                        new BusySpinWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        ring.hasAvailableCapacity(
                capacity + 1); // loads now what the first full ring would, on the loop
    }

    @Override
    public int capacity() {
        return ring.getBufferSize();
    }

    @Override
    public boolean hasRoom(int slots) {
        return slots <= ring.getBufferSize() && ring.hasAvailableCapacity(slots);
    }

    @Override
    public int size() {
        return (int) (ring.getCursor() - poller.getSequence().get());
    }

    @Override
    public long oldestTimeNs(long nowNs) {
        long next = poller.getSequence().get() + 1; // not written over before we publish again
        return ring.isAvailable(next) ? ring.get(next).receiveTimeNs() : nowNs;
    }

    @Override
    public long claim(int slots) {
        return ring.next(slots);
    }

    @Override
    public long tryClaim(int slots, int spare) {
        if (!hasRoom(slots + spare)) {
            return NO_ROOM;
        }
        try {
            return ring.tryNext(slots) - slots + 1;
        } catch (InsufficientCapacityException e) {
            return NO_ROOM; // another writer came first; the exception is made once
        }
    }

    @Override
    public Event slot(long sequence) {
        return ring.get(sequence);
    }

    @Override
    public void publish(long first, long last) {
        ring.publish(first, last);
        if (wakes) {
            VarHandle.fullFence(); // the publish must be seen before we look who sleeps
            wake();
        }
    }

    @Override
    public int poll(EventListener consumer, int limit) {
        listener = consumer;
        rest = limit;
        try {
            if (limit > 0) {
                poller.poll(onEvent);
            }
        } catch (Exception e) {
            throw new IllegalStateException("a listener let an exception out", e);
        }
        return limit - rest;
    }

    private boolean onEvent(Event event, long sequence, boolean endOfBatch) {
        rest--;
        listener.onEvent(event);
        return rest > 0;
    }

    @Override
    public void await(long timeoutNs) {
        sleeper = Thread.currentThread();
        if (size() == 0) {
            LockSupport.parkNanos(this, timeoutNs);
        }
        sleeper = null;
    }

    @Override
    public void wake() {
        Thread thread = sleeper;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
