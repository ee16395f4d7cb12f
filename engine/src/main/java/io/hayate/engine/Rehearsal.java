package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Warms the process up: before the real session, whole engines of the same settings trade with a
 * {@link Stage}, over a real loopback socket, for a bounded time. Every class on the path is loaded
 * and its hot methods are compiled when the first real tick comes, the write of an order included.
 *
 * <p>There are three acts, each with a strategy of another class and with other limits and frames: the
 * JVM then takes nothing for granted that the real session could prove wrong, which it would only
 * find out at the first real tick, and would have to compile the path anew.
 *
 * <p>Main thread; reaches nothing outside this process and keeps nothing.
 */
final class Rehearsal {
    private static final String SYMBOL = "tBTCUSD";
    private static final int SYMBOLS_MAX = 24;
    private static final int ACTS = 3;
    private static final long ORDERS_AN_ACT = 6_000;
    private static final int ORDERS_PER_SECOND = 100_000; // a limit that is never reached
    private static final int OPEN_ORDERS = 1_000;
    private static final int RING_SIZE = 256; // wraps often, and a flood fills it
    private static final int TIMER_TICK_MS = 1;
    private static final long POLL_MS = 1;
    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(40);

    private final EngineConfig config;
    private final long startNs = System.nanoTime();
    private final long budgetNs;

    private Rehearsal(EngineConfig config) {
        this.config = config;
        budgetNs = TimeUnit.MILLISECONDS.toNanos(config.warmUpMs());
    }

    /**
     * Rehearses until enough is done or the time is over.
     *
     * @param strategy what will run: its strings are made, it is not called
     */
    static void run(EngineConfig config, Class<?> strategy) throws InterruptedException {
        if (config.warmUpMs() > 0) {
            new Rehearsal(config).run(strategy);
        }
    }

    private void run(Class<?> strategy) throws InterruptedException {
        try {
            for (int act = 0; act < ACTS; act++) {
                perform(act, startNs + budgetNs * (act + 1) / ACTS);
                if (act == 0) {
                    TradingClasses.makeStrings(strategy);
                }
            }
            awaitCompiled();
        } catch (IOException e) {
            // No loopback, no rehearsal: the first ticks take longer, as without any.
        }
    }

    private void perform(int act, long endNs) throws IOException, InterruptedException {
        RiskLimits limits = RiskLimits.DEFAULTS.withoutLimits();
        if (act == 1) {
            limits =
                    new RiskLimits(
                            true, limits.orderAmountMaxUnits(), ORDERS_PER_SECOND, OPEN_ORDERS);
        }
        Topology topology = ThreadPlan.of(config).topology();
        LoopConfig loop =
                new LoopConfig(topology, config.loop().idle(), RING_SIZE, TIMER_TICK_MS, 1);
        List<String> symbols = symbols();
        Actor actor = actor(act);
        try (Stage stage = new Stage(symbols, act != 1, ORDERS_AN_ACT);
                Engine engine =
                        new Engine(
                                config.forRehearsal(symbols, limits, loop), stage.url(), actor)) {
            engine.start();
            await(() -> actor.started && engine.state() == SessionState.LIVE, endNs);
            stage.begin();
            await(stage::isDone, endNs);
            if (!stage.isDone()) {
                stage.abandon(); // else the engine would wait for an answer to its goodbye
            }
        }
    }

    /** The stage has one connection: some of the tickers, or one that nobody asked for. */
    private List<String> symbols() {
        List<String> all = config.symbols();
        return all.isEmpty() ? List.of(SYMBOL) : all.subList(0, Math.min(all.size(), SYMBOLS_MAX));
    }

    private static Actor actor(int act) {
        return switch (act) {
            case 0 -> new FirstActor();
            case 1 -> new SecondActor();
            default -> new ThirdActor();
        };
    }

    private static void await(BooleanSupplier reached, long endNs) throws InterruptedException {
        while (!reached.getAsBoolean() && System.nanoTime() - endNs < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    /** What is still being compiled would take time from the first ticks, and come too late for them. */
    private void awaitCompiled() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long lastMs = -1;
        long sinceNs = System.nanoTime();
        while (System.nanoTime() - startNs < budgetNs && System.nanoTime() - sinceNs < QUIET_NS) {
            long nowMs = compiler.getTotalCompilationTime();
            if (nowMs != lastMs) {
                lastMs = nowMs;
                sinceNs = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    /** Buys and sells in turn when told to, and uses what a strategy may use. */
    private abstract static class Actor implements Strategy {
        private static final double AMOUNT = 0.00001;
        private static final int TIMER = 0;

        private StrategyContext context;
        private volatile boolean started;
        private boolean sells;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
            context.scheduleEvery(TIMER, TIMER_TICK_MS);
            started = true;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            if (ticker.lastPrice() < StageFrames.CUE) {
                return;
            }
            if (sells) {
                context.sell(instrument, AMOUNT);
            } else {
                context.buy(instrument, AMOUNT);
            }
            sells = !sells;
        }

        @Override
        public void onTimer(int timerId) {
            context.print(context.instrument(0));
        }
    }

    private static final class FirstActor extends Actor {}

    private static final class SecondActor extends Actor {}

    private static final class ThirdActor extends Actor {}
}
