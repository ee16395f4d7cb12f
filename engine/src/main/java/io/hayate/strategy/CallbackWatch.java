package io.hayate.strategy;

import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Interrupts a callback that lasts too long, so that what it sleeps in, waits for or locks ends; and never
 * anything else: an interrupt outside of a callback would close the socket that the thread writes.
 *
 * <p>The strategy's thread says when it goes into a callback and comes out of it, which costs it two stores
 * and a load; while it is inside of a request of a strategy it counts as outside. The watching thread raises
 * a signal, and has the strategy's thread stop for a moment, as asking for its stack does. If it is in the
 * same callback then, it will see the signal as it comes out, and wait for the one who watches: so it is
 * interrupted in that callback, or not at all, and goes on without an interrupt that is left over.
 *
 * <p>A callback that computes for ever cannot be ended by anybody. In a replay one that was interrupted
 * begins with the interrupt: what it waits for first ends at once.
 */
public final class CallbackWatch {
    private static final int DEPTH_MAX = Long.SIZE; // no callback is as deep in others
    private static final int NONE = 0;
    private static final int RAISED = 1;
    private static final int INTERRUPTED = 2;

    private final AtomicLong callbacks = new AtomicLong(); // odd inside of one
    private final long mostNs;
    private final SharedReads reads;
    private final Object handshake = new Object();
    private volatile int signal;
    private volatile Thread thread;
    private String name = ""; // seen by who sees the callback
    private boolean isInside;
    private final String[] names = new String[DEPTH_MAX]; // by depth
    private int depth; // of callbacks within callbacks that the thread is in
    private long interrupted; // those that were, by depth
    private long answered; // those of which that was asked, by depth
    private boolean isReplayed; // the outermost was interrupted in the run that is replayed
    private long seen;
    private long seenNs;

    /**
     * Watches nobody yet.
     *
     * @param mostMs how long a callback may last; 0 for any time
     * @param reads by which the strategy's side learns that a callback was interrupted
     */
    CallbackWatch(int mostMs, SharedReads reads) {
        this.reads = reads;
        mostNs = mostMs == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(mostMs);
    }

    /** Strategy thread: it is the one that is watched. */
    void begin() {
        thread = Thread.currentThread();
    }

    /** Strategy thread: a callback of the strategy of this name begins. */
    void enter(String strategy) {
        depth++;
        names[depth % DEPTH_MAX] = strategy;
        name = strategy;
        interrupted &= ~bit();
        answered &= ~bit();
        if (depth == 1 && reads.expects(SharedValue.INTERRUPTED, false)) {
            isReplayed = true;
            Thread.currentThread().interrupt(); // whatever it waits for first ends
        }
        goIn();
    }

    private void goIn() {
        isInside = true;
        callbacks.lazySet(callbacks.getPlain() + 1);
    }

    /** Strategy thread: the callback asks for what is not to be interrupted; true when it was in one. */
    boolean pause() {
        if (!isInside) {
            return false;
        }
        isInside = false;
        callbacks.lazySet(callbacks.getPlain() + 1);
        if (signal != NONE) {
            settle();
        }
        return true;
    }

    /** Strategy thread: back in the callback, if it was in one. */
    void goOn(boolean wasInside) {
        if (wasInside) {
            goIn();
        }
    }

    /** Strategy thread: the callback has ended; true when it was interrupted, and nobody has asked before. */
    boolean leave() {
        boolean isNews = depth > 0 && wasInterrupted();
        depth -= depth > 0 ? 1 : 0;
        name = depth > 0 ? names[depth % DEPTH_MAX] : name;
        return isNews;
    }

    /** Strategy thread: true when the callback, which is about to end, was interrupted. Asked again it is false. */
    boolean wasInterrupted() {
        boolean unused = pause();
        if ((answered & bit()) != 0) {
            return false;
        }
        answered |= bit();
        boolean was = (interrupted & bit()) != 0;
        if (depth > 1) {
            return was;
        }
        unused = isReplayed && Thread.interrupted();
        isReplayed = false;
        return reads.read(SharedValue.INTERRUPTED, was);
    }

    private long bit() {
        return 1L << depth;
    }

    private void settle() {
        synchronized (handshake) {
            interrupted |= signal == INTERRUPTED ? bit() : 0;
            signal = NONE;
            boolean unused = Thread.interrupted();
        }
    }

    /** The watching thread: interrupts a callback that has lasted too long, and tells of it. */
    public void look(long nowNs, Consumer<String> teller) {
        long count = callbacks.get();
        if (count != seen || (count & 1) == 0) {
            seen = count;
            seenNs = nowNs;
        } else if (nowNs - seenNs >= mostNs && thread != null) {
            seenNs = nowNs; // what swallows it is interrupted again
            interrupt(count, teller);
        }
    }

    private void interrupt(long count, Consumer<String> teller) {
        synchronized (handshake) {
            int before = signal;
            signal = RAISED;
            StackTraceElement[] stack = thread.getStackTrace();
            if (callbacks.get() != count) {
                signal = before; // it has just come out
                return;
            }
            String late = name;
            thread.interrupt();
            signal = INTERRUPTED;
            String where = stack.length == 0 ? "" : ", in " + stack[0];
            teller.accept(
                    "strategy " + late + " is interrupted: its callback lasts too long" + where);
        }
    }
}
