package io.hayate.benchmarks;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.event.Ticker;
import io.hayate.intake.MarketConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.ChannelSpec;
import io.hayate.model.IdleMode;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.simulation.LatencyModel;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of one ticker in a simulation, from the step of a market over codec, ring and strategy, and of
 * the orders that the strategy sends, which are matched and answered: an exchange and an engine on one
 * thread under one virtual clock, with latencies of a seed.
 */
@OperationsPerInvocation(SimulationBenchmark.BATCH)
public class SimulationBenchmark extends BenchmarkDefaults {
    static final int BATCH = 16_384;

    private static final long START_MS = 1_764_000_000_000L;
    private static final int TICKERS_PER_SECOND = 10;
    private static final int FRAME_BYTES_MAX = 1 << 20;
    private static final double AMOUNT = 0.01;
    private static final long LATENCY_NS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    /** Tickers of so many symbols. */
    @Param({"100"})
    int symbols;

    /** One order for so many tickers. */
    @Param({"20"})
    int tickersPerOrder;

    private final Trader trader = new Trader();
    private Simulation simulation;
    private SimulatedEngine engine;
    private long wanted;

    /** Buys and sells in turn. */
    private final class Trader implements Strategy {
        private StrategyContext context;
        private boolean trades;
        private long tickers;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers++;
            if (trades && tickers % tickersPerOrder == 0) {
                boolean buys = tickers / tickersPerOrder % 2 == 1;
                RiskVerdict verdict =
                        buys ? context.buy(instrument, AMOUNT) : context.sell(instrument, AMOUNT);
                if (!verdict.isAccepted()) {
                    throw new IllegalStateException("an order was refused: " + verdict);
                }
            }
        }
    }

    /** Lets the engine come live. */
    @Setup
    public void setUp() {
        List<String> names = new ArrayList<>(List.of("tBTCUSD", "tETHUSD"));
        IntStream.range(names.size(), symbols)
                .mapToObj(i -> "tS%02dUSD".formatted(i))
                .forEach(names::add);
        VenueConfig venue =
                VenueConfig.DEFAULTS
                        .withSymbols(names)
                        .withTickersPerSecond(TICKERS_PER_SECOND)
                        .withSubscriptionsMax(symbols + 1);
        simulation =
                new Simulation(
                        venue,
                        START_MS,
                        LatencyModel.exponential(LATENCY_NS, LATENCY_NS, 1),
                        LatencyModel.exponential(LATENCY_NS, LATENCY_NS, 2));
        Credentials demo = new Credentials("demo-key", "demo-secret");
        engine =
                simulation.engine(
                        config(names.stream().map(ChannelSpec::ticker).toList()), demo, trader);
        if (!simulation.runUntil(() -> state() == SessionState.LIVE, PATIENCE_NS)) {
            throw new IllegalStateException("never live: " + engine.outcomes());
        }
        wanted = trader.tickers;
        trader.trades = true;
    }

    private SessionState state() {
        return engine.path().session().state();
    }

    private PathConfig config(List<ChannelSpec> channels) {
        return new PathConfig(
                channels,
                SessionConfig.DEFAULTS.withOneConnection(symbols + 1),
                MarketConfig.DEFAULTS,
                HistoryConfig.DEFAULTS,
                new DecoderConfig(DecoderKind.SCANNER, FRAME_BYTES_MAX),
                new LoopConfig(
                        Topology.ONE_THREAD,
                        IdleMode.YIELDING,
                        LoopConfig.DEFAULTS.ringSize(),
                        LoopConfig.DEFAULTS.timerTickMs(),
                        1),
                new OrderConfig(RiskLimits.DEFAULTS.withoutLimits(), CancelOnStop.NONE),
                StrategyConfig.DEFAULTS);
    }

    /** Lets time pass until so many tickers more have been handled. */
    @Benchmark
    public long simulation() {
        wanted += BATCH;
        if (!simulation.runUntil(() -> trader.tickers >= wanted, PATIENCE_NS)) {
            engine.path().incidents().drain(System.err::println);
            throw new IllegalStateException("tickers stay away: " + engine.outcomes());
        }
        return simulation.steps();
    }

    /** One hour of them all. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(1)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(
            value = 1,
            jvmArgsAppend = {ForkOptions.EXPORTS, ForkOptions.CUSTOM_THREADS, ForkOptions.THREADS})
    public long hour(Figures figures) {
        Counters counters = engine.path().counters();
        long tickersBefore = trader.tickers;
        long eventsBefore = counters.get(Counter.EVENTS);
        long startNs = System.nanoTime();
        simulation.runFor(TimeUnit.HOURS.toNanos(1));
        double seconds = (System.nanoTime() - startNs) / 1e9;
        figures.tickers = trader.tickers - tickersBefore;
        figures.events = counters.get(Counter.EVENTS) - eventsBefore;
        figures.eventsPerSecond = Math.round(figures.events / seconds);
        return simulation.steps();
    }

    /** What an hour held; events are what the strategy's side took from the ring. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Figures {
        public long tickers;
        public long events;
        public long eventsPerSecond;
    }
}
