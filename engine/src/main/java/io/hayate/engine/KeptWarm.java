package io.hayate.engine;

import io.hayate.metrics.Incidents;
import io.hayate.transport.IdleTask;
import io.hayate.transport.IoLoop;
import java.util.concurrent.TimeUnit;

/**
 * What an idle turn does where a path is kept warm, so often: it rehearses, then has the memory at hand
 * that the next event or order will need. What fails there is told, and done no more: the engine goes on.
 * The thread of the turn; allocates nothing.
 */
final class KeptWarm implements IdleTask {
    private final IdleTask rehearsal;
    private final Runnable prefetch;
    private final Incidents incidents;
    private final long everyNs;
    private long dueNs;
    private boolean failed;

    /**
     * Due at once.
     *
     * @param prefetch reads what that thread will write, and changes nothing
     */
    KeptWarm(LoopConfig config, IdleTask rehearsal, Runnable prefetch, Incidents incidents) {
        this.incidents = incidents;
        everyNs = TimeUnit.MICROSECONDS.toNanos(config.keepWarmUs());
        this.rehearsal = rehearsal;
        this.prefetch = prefetch;
    }

    /** Of an engine's threads; the strategy's is null where the loop runs the strategy. */
    static void join(
            LoopConfig config,
            TradingPath path,
            IoLoop loop,
            IdleTask loopSide,
            StrategyThread strategyThread,
            IdleTask strategySide) {
        IdleTask reader = new KeptWarm(config, loopSide, path.ring()::prefetch, path.incidents());
        IdleTask strategy =
                new KeptWarm(config, strategySide, path.runner()::prefetch, path.incidents());
        if (strategyThread == null) {
            loop.onIdle(reader.then(strategy));
        } else {
            loop.onIdle(reader);
            strategyThread.onIdle(strategy, path.clocks().nano());
        }
    }

    @Override
    public void onIdle(long nowNs) {
        if (!failed && nowNs - dueNs >= 0) {
            dueNs = nowNs + everyNs;
            try {
                rehearsal.onIdle(nowNs);
                prefetch.run();
            } catch (RuntimeException e) {
                failed = true;
                incidents.report("what keeps the path warm failed: it is kept warm no more", e);
            }
        }
    }
}
