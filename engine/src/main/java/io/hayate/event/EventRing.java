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

/**
 * The ring between the loops, which alone write, and the strategy, which alone reads: a Disruptor and
 * one poller. Claiming and publishing never wait. Nothing allocates after construction.
 */
public final class EventRing {
    /** What {@link #tryClaim} answers when there is no room. */
    public static final long NO_ROOM = -1;

    private static final int CACHE_LINE = 64;

    private final int capacity;
    private final RingBuffer<Event> ring;
    private final EventPoller<Event> poller;
    private final EventPoller.Handler<Event> onEvent = this::onEvent;
    private final boolean wakes;

    private EventListener listener;
    private int rest;

    @SuppressWarnings("unused") // what was read must go somewhere, or it would not be read
    private long touched;

    private volatile Thread sleeper;

    /**
     * A ring that one thread writes.
     *
     * @param capacity a power of two
     * @param wakes true when the consumer may sleep in {@link #await}, so that a publish must look
     */
    public EventRing(int capacity, boolean wakes) {
        this(capacity, wakes, 1);
    }

    /**
     * A ring that so many threads write.
     *
     * @param capacity slots, a power of two
     * @param wakes true when the consumer may sleep in {@link #await}, so that a publish must look
     * @param writers how many threads claim and publish
     */
    public EventRing(int capacity, boolean wakes, int writers) {
        this(capacity, capacity, wakes, writers);
    }

    private EventRing(int capacity, int slotCount, boolean wakes, int writers) {
        this.capacity = capacity;
        this.wakes = wakes;
        UnsafeBuffer slots =
                new UnsafeBuffer(
                        BufferUtil.allocateDirectAligned(slotCount * Event.SIZE, CACHE_LINE));
        int[] next = {0};
        // The wait strategy is never asked: a poller does not wait.
        ring =
                RingBuffer.create(
                        writers > 1 ? ProducerType.MULTI : ProducerType.SINGLE,
                        () -> new Event(slots, next[0]++ * Event.SIZE),
                        slotCount,
                        new BusySpinWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        ring.hasAvailableCapacity(
                slotCount + 1); // loads now what the first full ring would, on the loop
    }

    /**
     * A ring of one writer that has more room than it says: in a replay the strategy's side may come later
     * to an event than it did.
     *
     * @param capacity slots that it says it has, a power of two
     */
    public static EventRing roomy(int capacity) {
        return new EventRing(capacity, 2 * capacity, false, 1);
    }

    /**
     * A thread that writes: reads where the next two events will lie, so that the core has that memory at
     * hand when they come. What another may be writing there meanwhile is of no weight.
     */
    public void prefetch() {
        long next = ring.getCursor() + 1;
        touched += ring.get(next).touch() + ring.get(next + 1).touch();
    }

    /** Slots of the ring, a power of two; a {@link #roomy} one has as many again. */
    public int capacity() {
        return capacity;
    }

    /** Loop: true when so many slots are free; of several writers another may take them first. */
    public boolean hasRoom(int slots) {
        return slots <= ring.getBufferSize() && ring.hasAvailableCapacity(slots);
    }

    /** Events published, or about to be, and not yet taken; exact on the threads of the ring. */
    public int size() {
        return (int) (ring.getCursor() - poller.getSequence().get());
    }

    /**
     * Loop: when the frame of the oldest event not yet taken was read, in ns of {@link
     * System#nanoTime()}; {@code nowNs} when there is none.
     */
    public long oldestTimeNs(long nowNs) {
        long next = poller.getSequence().get() + 1; // not written over before we publish again
        return ring.isAvailable(next) ? ring.get(next).receiveTimeNs() : nowNs;
    }

    /**
     * Loop: takes the next slots, of which there must be room, and returns the last's number. For a
     * ring of one writer; of several each uses {@link #tryClaim}.
     */
    public long claim(int slots) {
        return ring.next(slots);
    }

    /**
     * Loop: takes the next slots, provided that there is room for them and for so many more, and
     * returns the number of the first; else {@link #NO_ROOM}. Whoever claims publishes, always.
     *
     * @param spare slots that must stay free for what is more important
     */
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

    /** The slot with this number, between its claim and its publish. */
    public Event slot(long sequence) {
        return ring.get(sequence);
    }

    /** Loop: hands over the slots from {@code first} to {@code last}, which were claimed last. */
    public void publish(long first, long last) {
        ring.publish(first, last);
        if (wakes) {
            VarHandle.fullFence(); // the publish must be seen before we look who sleeps
            wake();
        }
    }

    /** Consumer: gives at most {@code limit} events to the listener and returns how many. */
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

    /** Consumer: sleeps until something is published, {@link #wake} is called or time is over. */
    public void await(long timeoutNs) {
        sleeper = Thread.currentThread();
        if (size() == 0) {
            LockSupport.parkNanos(this, timeoutNs);
        }
        sleeper = null;
    }

    /** Any thread: ends the consumer's sleep. */
    public void wake() {
        Thread thread = sleeper;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
