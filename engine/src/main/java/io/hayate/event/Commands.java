package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.Instrument;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Requests from other threads to the loop: a bounded queue of many writers and one reader, and the
 * request to close, which waits for nothing.
 *
 * <pre>message type = command | amount 8 | time 8 | target 4</pre>
 *
 * <p>Any thread offers; the loop takes. Allocates nothing after construction.
 */
public final class Commands {
    private static final int QUEUE_BYTES = 16_384;
    private static final int AMOUNT_OFFSET = 0;
    private static final int TIME_OFFSET = AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int TARGET_OFFSET = TIME_OFFSET + SIZE_OF_LONG;
    private static final int MESSAGE_BYTES = TARGET_OFFSET + Integer.BYTES;

    private final ManyToOneRingBuffer queue =
            new ManyToOneRingBuffer(
                    new UnsafeBuffer(
                            BufferUtil.allocateDirectAligned(
                                    QUEUE_BYTES + RingBufferDescriptor.TRAILER_LENGTH, 64)));
    private final ControlledMessageHandler onMessage = this::onMessage;
    private final NanoClock clock;
    private final OrderForms forms = new OrderForms();
    private final LateEvents late = new LateEvents();
    private volatile Runnable waker = () -> {};
    private volatile boolean closed;
    private Listener listener;
    private HeldCommands held; // null but in a replay

    /**
     * Requests of nobody yet.
     *
     * @param clock tells when each is made
     */
    public Commands(NanoClock clock) {
        this.clock = clock;
    }

    /** Takes commands, on the loop. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Takes a command with the number of its target: an instrument, or a channel of market data.
         *
         * <p>Returns false when there is no room for it now: it is given again, before any other.
         *
         * @param timeNs when it was made, of the clock of these commands
         */
        boolean onCommand(CommandType type, int targetId, double amount, long timeNs);
    }

    /** Sets what is run, on the offering thread, after each offer: it wakes a sleeping loop. */
    public void onOffer(Runnable wake) {
        waker = wake;
    }

    /** Offers an event that another thread has made; false when there is no room. Wakes the loop. */
    public boolean offer(Event made) {
        boolean isTaken = late.offer(made);
        waker.run();
        return isTaken;
    }

    /**
     * Has written down what a person asks for, and who that is; false when there is no room. Any thread;
     * allocates.
     */
    public boolean note(String text) {
        Event made = Event.allocate();
        made.begin(Instrument.NONE, clock.nanoTime()).type(EventType.OPERATOR);
        new SessionStatus().wrap(made).text(text);
        return offer(made);
    }

    /** Loop: the events that others have made. */
    public LateEvents late() {
        return late;
    }

    /** Offers a command without parameters; false when the queue is full. */
    public boolean offer(CommandType type) {
        return offer(type, 0, 0);
    }

    /**
     * Offers a command; false when the queue is full.
     *
     * @param targetId number of the instrument, or of the channel, which must have been registered
     */
    public boolean offer(CommandType type, int targetId, double amount) {
        if (held != null) {
            return held.add(type, targetId, amount, clock.nanoTime());
        }
        int index = queue.tryClaim(type.code(), MESSAGE_BYTES);
        if (index < 0) {
            return false;
        }
        put(queue.buffer(), index, targetId, amount, clock.nanoTime());
        queue.commit(index);
        waker.run();
        return true;
    }

    /** Offers what a person wants of orders, copied; false when the queue is full. */
    public boolean offer(OrderIntent intent) {
        int place = forms.put(intent);
        if (place < 0) {
            return false;
        }
        if (offer(CommandType.ORDER, place, intent.instrumentId())) {
            return true;
        }
        boolean unused = forms.take(place, OrderIntent.allocate());
        return false;
    }

    /** Loop: what an ORDER wants that the strategy has not been given; null when nothing is at its place. */
    public OrderIntent intent(int place) {
        return forms.at(place);
    }

    /** Strategy: takes what an ORDER wants; false when there is nothing at its place. */
    public boolean take(int place, OrderIntent target) {
        return forms.take(place, target);
    }

    /**
     * Asks the loop to close its connections and not to come back, whatever waits in the queue, and though
     * it be full. Any thread.
     */
    public void close() {
        closed = true;
        waker.run();
    }

    /** True once the loop is to close. */
    public boolean isClosed() {
        return closed;
    }

    /** From now on what is wanted waits until it is let go: a replay's, before anything is. */
    public void hold() {
        held = new HeldCommands();
    }

    /** Lets the loop have the next one of those that are held. */
    public void release() {
        held.release();
    }

    /**
     * Puts one before all that is held: it is taken at the next look.
     *
     * @param timeNs when it was made
     * @return false while another is there
     */
    public boolean putFirst(CommandType type, int targetId, double amount, long timeNs) {
        return held.putFirst(type, targetId, amount, timeNs);
    }

    /** As above, of what a person wants of orders, which is copied; false, too, when too many wait. */
    public boolean putFirst(OrderIntent intent, long timeNs) {
        int place = forms.put(intent);
        return place >= 0 && putFirst(CommandType.ORDER, place, intent.instrumentId(), timeNs);
    }

    /** True when the next one of those that are held is this. */
    public boolean isNext(CommandType type, int targetId) {
        return held.isNext(type, targetId);
    }

    private static void put(
            MutableDirectBuffer target, int index, int targetId, double amount, long timeNs) {
        target.putDouble(index + AMOUNT_OFFSET, amount);
        target.putLong(index + TIME_OFFSET, timeNs);
        target.putInt(index + TARGET_OFFSET, targetId);
    }

    /** Loop: gives waiting commands to the listener until it declines one; returns how many. */
    public int poll(Listener taker) {
        listener = taker;
        if (held != null) {
            return held.poll(taker::onCommand);
        }
        int taken = queue.controlledRead(onMessage);
        return taken > 0 ? taken : queue.controlledRead(onMessage); // past the end of the memory
    }

    private ControlledMessageHandler.Action onMessage(
            int typeCode, MutableDirectBuffer buffer, int index, int length) {
        return give(CommandType.ofCode(typeCode), buffer, index)
                ? ControlledMessageHandler.Action.CONTINUE
                : ControlledMessageHandler.Action.ABORT;
    }

    private boolean give(CommandType type, DirectBuffer buffer, int index) {
        return listener.onCommand(
                type,
                buffer.getInt(index + TARGET_OFFSET),
                buffer.getDouble(index + AMOUNT_OFFSET),
                buffer.getLong(index + TIME_OFFSET));
    }
}
