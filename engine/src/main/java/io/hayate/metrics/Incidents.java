package io.hayate.metrics;

import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * What went wrong in code that trading threads call: handed over with its cause, so that another
 * thread can tell it. Bounded; what finds no room is lost but counted where it happened.
 */
public final class Incidents {
    private static final int CAPACITY = 64;

    private final ManyToOneConcurrentArrayQueue<Incident> queue =
            new ManyToOneConcurrentArrayQueue<>(CAPACITY);

    @SuppressWarnings("UnusedVariable") // its bytes are what it is for
    private volatile byte[] reserve; // null while there is none, and once it was needed

    /**
     * One of them.
     *
     * @param what where and on which event, in words for a person
     * @param cause the exception; null where the words say all
     * @param lossOf the strategy that has lost what it may a day, empty for the account; null where this is
     *     something else
     */
    public record Incident(String what, Throwable cause, String lossOf) {}

    /**
     * Sets so many bytes apart, to be had once all others are taken: then an end can be told, and comes
     * about.
     */
    public void setApart(int bytes) {
        reserve = new byte[bytes];
    }

    /**
     * Any thread: gives what was set apart to all who need memory, if it is memory that was wanting. Whoever
     * took the rest must have ended.
     */
    public void onError(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            reserve = null;
        }
    }

    /** Any thread: hands one over. Allocates: for the exceptional path alone. */
    public void report(String what, Throwable cause) {
        queue.offer(new Incident(what, cause, null));
    }

    /** Any thread: hands over what the environment does to us, in one line. */
    public void tell(String what) {
        report(what, null);
    }

    /**
     * Any thread: hands over that a day has lost what it may.
     *
     * @param strategy whose day; empty for the account's
     */
    public void tellLoss(String what, String strategy) {
        queue.offer(new Incident(what, null, strategy));
    }

    /** One reading thread: gives what waits to {@code teller}. */
    public void drain(Consumer<Incident> teller) {
        queue.drain(teller);
    }
}
