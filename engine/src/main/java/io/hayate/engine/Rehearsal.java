package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.SimulatedVenue;
import io.hayate.venue.VenueConfig;
import java.util.concurrent.TimeUnit;

/**
 * Warms the process up: before the real session, a whole engine of the same settings trades on a
 * simulated venue of its own, over a real loopback socket, for a bounded time. Every class on the
 * path is loaded and its hot methods are compiled when the first real tick comes.
 *
 * <p>Main thread; reaches nothing outside this process and keeps nothing.
 */
final class Rehearsal {
    private static final double TICKERS_PER_SECOND = 20_000;
    private static final long EVENTS = 40_000;
    private static final int RING_SIZE = 256; // wraps, and fills, often
    private static final int TIMER_TICK_MS = 1;
    private static final int HEARTBEAT_MS = 1;
    private static final long POLL_MS = 5;

    private Rehearsal() {}

    /**
     * Rehearses until enough is done or the time is over.
     *
     * @param strategy what will run: its strings are made, it is not called
     */
    static void run(EngineConfig config, Class<?> strategy) throws InterruptedException {
        if (config.warmUpMs() == 0) {
            return;
        }
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.warmUpMs());
        EngineConfig stage = config.forRehearsal(venue(config), loop(config));
        try (SimulatedVenue venue = SimulatedVenue.start(stage.venue());
                Engine engine = new Engine(stage, venue.url(), new Actor())) {
            engine.start();
            TradingClasses.makeStrings(strategy);
            while (System.nanoTime() - endNs < 0
                    && engine.counters().get(Counter.EVENTS) < EVENTS) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }

    private static VenueConfig venue(EngineConfig config) {
        int symbols = config.symbols().size();
        return VenueConfig.DEFAULTS
                .withSymbols(config.symbols())
                .withSubscriptionsMax(symbols + 1)
                .withTickersPerSecond(TICKERS_PER_SECOND / symbols)
                .withHeartbeatMs(HEARTBEAT_MS);
    }

    private static LoopConfig loop(EngineConfig config) {
        Topology topology = ThreadPlan.of(config).topology();
        return new LoopConfig(topology, config.loop().idle(), RING_SIZE, TIMER_TICK_MS);
    }

    /** Buys and sells in turn, and uses what a strategy may use. */
    private static final class Actor implements Strategy {
        private static final int TICKS_AN_ORDER = 64;
        private static final int TIMER = 0;

        private StrategyContext context;
        private long ticks;
        private boolean sells;

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
            if (sells) {
                context.sell(instrument, 0.01);
            } else {
                context.buy(instrument, 0.01);
            }
            sells = !sells;
        }

        @Override
        public void onTimer(int timerId) {
            context.print(context.instrument(0));
        }
    }
}
