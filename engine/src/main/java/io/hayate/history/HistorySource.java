package io.hayate.history;

import io.hayate.event.DeadManArming;
import java.util.function.IntConsumer;

/**
 * Tells what became of an account's orders, as the venue keeps it. What it finds comes as events: a {@link
 * io.hayate.event.EventType#PAST_REPORT} for each row, then one {@link
 * io.hayate.event.EventType#LOOK_END}, all with the number of the look.
 */
public interface HistorySource extends AutoCloseable {
    /** Where there is no history to ask for. */
    HistorySource NONE =
            new HistorySource() {
                @Override
                public boolean ask(long number, int instrumentId, long startMs) {
                    return false;
                }

                @Override
                public boolean isThere() {
                    return false;
                }
            };

    /**
     * Strategy thread: asks for what is open of an instrument, and for the orders that ended and the fills
     * from this time on. Waits for nothing, allocates nothing.
     *
     * @param number names the answer
     * @param startMs since 1970 UTC, by the venue's clock
     * @return false when it cannot be asked now, and nothing will come
     */
    boolean ask(long number, int instrumentId, long startMs);

    /** True where there is a history to ask for. */
    default boolean isThere() {
        return true;
    }

    /**
     * Before the start: looks how many open orders of the account are not ours, once.
     *
     * @param ours asked on another thread
     * @param answer takes the number there, or {@link DeadManArming#UNKNOWN}
     * @return false when nobody can look, and no answer comes
     */
    default boolean lookForOthers(Ours ours, IntConsumer answer) {
        return false;
    }

    /** Whether an open order is ours. */
    @FunctionalInterface
    interface Ours {
        /** True for one of ours, by the venue's number or, while that is not known, by ours. */
        boolean contains(long clientOrderId, long orderId);
    }

    /** Begins to answer. */
    default void start() {}

    /** Ends; what was asked is answered no more. */
    @Override
    default void close() {}
}
