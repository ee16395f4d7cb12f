package io.hayate.engine;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Whether the trading threads come back from their turns. Each loop is given a task that answers, one at a time;
 * the strategy's side counts its turns anyway. One thread asks, a few times a minute; the trading threads pay for
 * nothing in between.
 */
public final class Liveness {
    private final List<Executor> loops;
    private final LongSupplier turns;
    private final AtomicInteger answers = new AtomicInteger();
    private int asked;
    private long seenTurns;

    /**
     * Of threads that have started.
     *
     * @param loops runs a task on each loop, in a later turn
     * @param turns of the strategy's side, begun and ended
     */
    Liveness(List<Executor> loops, LongSupplier turns) {
        this.loops = List.copyOf(loops);
        this.turns = turns;
        ask();
    }

    private void ask() {
        seenTurns = turns.getAsLong();
        for (Executor loop : loops) {
            asked++;
            try {
                loop.execute(answers::incrementAndGet);
            } catch (RejectedExecutionException e) {
                // it has ended: no answer comes
            }
        }
    }

    /**
     * True when every thread has turned since this was true last, or since the start; then it asks anew. False as
     * long as one of them has not.
     */
    public boolean haveTurned() {
        boolean haveAll = answers.get() == asked && turns.getAsLong() != seenTurns;
        if (haveAll) {
            ask();
        }
        return haveAll;
    }
}
