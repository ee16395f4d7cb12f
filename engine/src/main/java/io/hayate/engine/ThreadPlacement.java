package io.hayate.engine;

import io.hayate.machine.Affinity;
import io.hayate.model.ConfigException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Holds the trading threads up at their start until each that should be is on its core.
 *
 * <p>A thread tells its id and waits; the one that starts the engine places them all. So what is
 * made on the way, a process and the thread that waits for it, is not bound to a trading core.
 */
final class ThreadPlacement {
    private final ThreadPlan plan;
    private final CompletableFuture<Long> loopId = new CompletableFuture<>();
    private final CompletableFuture<Long> strategyId = new CompletableFuture<>();
    private final CompletableFuture<Boolean> placed = new CompletableFuture<>();

    ThreadPlacement(ThreadPlan plan) {
        this.plan = plan;
        if (!plan.placesThreads()) {
            placed.complete(true);
        }
    }

    /** Asked by the loop's thread first of all; answers, once all are placed, whether it may begin. */
    BooleanSupplier loop() {
        return () -> awaitPlaced(loopId, plan.loopCore());
    }

    /** As {@link #loop}, for the strategy's own thread. */
    BooleanSupplier strategy() {
        return () -> awaitPlaced(strategyId, plan.strategyCore());
    }

    /** As {@link #loop}, for a thread that may run anywhere. */
    BooleanSupplier other() {
        return placed::join;
    }

    private boolean awaitPlaced(CompletableFuture<Long> id, int core) {
        if (core != ThreadPlan.ANY) {
            try {
                id.complete(Affinity.threadId());
            } catch (ConfigException e) {
                id.completeExceptionally(e);
            }
        }
        return placed.join();
    }

    /**
     * Places the threads, which must have been started, and lets them begin.
     *
     * @throws ConfigException when one could not be placed: then none begins
     */
    void apply() {
        try {
            place(loopId, plan.loopCore(), AffinityConfig.LOOP_KEY);
            place(strategyId, plan.strategyCore(), AffinityConfig.STRATEGY_KEY);
            placed.complete(true);
        } finally {
            placed.complete(false); // unless they were placed
        }
    }

    private static void place(CompletableFuture<Long> id, int core, String key) {
        if (core != ThreadPlan.ANY) {
            Affinity.pin(idOf(id), core, key);
        }
    }

    private static long idOf(CompletableFuture<Long> id) {
        try {
            return id.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ConfigException complaint ? complaint : e;
        }
    }
}
