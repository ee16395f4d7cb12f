package io.hayate.outbound;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/**
 * What was done of a kill beside the trading threads, on its way to the journal, which the strategy's thread
 * alone writes. Bounded: what finds no room is counted. One thread puts and allocates, the strategy's takes;
 * neither waits.
 */
public final class KillSteps {
    private static final int MOST = 1_024;

    private final OneToOneConcurrentArrayQueue<Step> steps =
            new OneToOneConcurrentArrayQueue<>(MOST);
    private final AtomicLong lost = new AtomicLong();

    /**
     * One of them.
     *
     * @param timeNs when it was done
     * @param clientOrderId of the order that it is about; 0 for all
     * @param orderId the venue's number of that; 0 where it is not known
     * @param text for a person
     */
    public record Step(long timeNs, long clientOrderId, long orderId, String text) {}

    /** No step yet. */
    KillSteps() {}

    /** Puts one, if there is room. */
    public void put(Step step) {
        if (!steps.offer(step)) {
            lost.incrementAndGet();
        }
    }

    /** Takes the next one; null for none. */
    public Step take() {
        return steps.poll();
    }

    /** How many have found no room since this was asked last. */
    public long takeLost() {
        return lost.get() == 0 ? 0 : lost.getAndSet(0);
    }
}
