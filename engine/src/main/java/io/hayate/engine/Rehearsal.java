package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.SimulatedVenue;
import java.util.concurrent.TimeUnit;

/**
 * Warms the process up: before the real session, a whole engine of the same settings trades on a
 * simulated venue of its own, over a real loopback socket, for a bounded time. Every class on the
 * path is loaded and its hot methods are compiled when the first real tick comes.
 *
 * <p>Main thread; reaches nothing outside this process.
 */
final class Rehearsal {
    private static final double TICKERS_PER_SECOND = 20_000;
    private static final long TICKS = 40_000;
    private static final long POLL_MS = 5;
    private static final int TIMER_TICK_MS = 1;

    private Rehearsal() {}

    /** Rehearses until enough ticks are handled or the time is over. */
    static void run(EngineConfig config) throws InterruptedException {
        if (config.warmUpMs() == 0) {
            return;
        }
        EngineConfig stage = config.forRehearsal(TICKERS_PER_SECOND, TIMER_TICK_MS);
        try (SimulatedVenue venue = SimulatedVenue.start(stage.venue());
                Engine engine = new Engine(stage, venue.url(), new Actor())) {
            engine.start();
            long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.warmUpMs());
            while (System.nanoTime() - endNs < 0 && engine.ticks(0) < TICKS) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }

    /** Buys and sells in turn, and uses what a strategy may use. */
    private static final class Actor implements Strategy {
        private static final int TICKS_AN_ORDER = 256;
        private static final int TIMER = 0;

        private StrategyContext context;
        private long ticks;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
            context.scheduleEvery(TIMER, TIMER_TICK_MS);
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            ticks++;
            if (ticks % TICKS_AN_ORDER != 0 || context.openOrders() > 0) {
                return;
            }
            if (ticks % (2 * TICKS_AN_ORDER) == 0) {
                context.sell(instrument, 0.01);
            } else {
                context.buy(instrument, 0.01);
            }
        }

        @Override
        public void onTimer(int timerId) {
            context.print(context.instrument(0));
        }
    }
}
