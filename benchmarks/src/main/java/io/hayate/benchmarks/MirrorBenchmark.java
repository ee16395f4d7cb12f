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
import io.hayate.market.OrderBook;
import io.hayate.model.ChannelSpec;
import io.hayate.model.IdleMode;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.simulation.LatencyModel;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.QueueModel;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.mirror.MirrorListing;
import io.hayate.venue.mirror.MirrorPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of one text of the wire in an exchange that follows it: read, laid into the book, matched, and told
 * to an engine on the same thread, over wire, pipe, codec and ring, to a strategy that trades.
 */
@OperationsPerInvocation(MirrorBenchmark.BATCH)
public class MirrorBenchmark extends BenchmarkDefaults {
    static final int BATCH = 65_536;

    private static final long START_MS = 1_764_000_000_000L;
    private static final int FRAME_BYTES_MAX = 1 << 20;
    private static final int CALLBACKS_PER_ORDER = 1_000;
    private static final double AMOUNT = 0.01;
    private static final long LATENCY_NS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final List<String> SYMBOLS =
            List.of("tBTCUSD", "tETHUSD", "tXRPUSD", "tLTCUSD", "tADAUSD", "tSOLUSD");

    /** What an engine hears of each pair; nothing stands for an exchange alone. */
    @Param({"nothing", "tickers", "books"})
    String heard;

    private Simulation simulation;
    private MirrorTextPool texts;
    private long wanted;

    /** Rests a bid, cancels it, and takes, in turn. */
    private static final class Trader implements Strategy {
        private StrategyContext context;
        private long callbacks;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            trade(instrument, ticker.bidPrice());
        }

        @Override
        public void onBook(OrderBook book) {
            trade(book.channel().instrument(), book.bidPrice());
        }

        private void trade(Instrument instrument, double bid) {
            if (++callbacks % CALLBACKS_PER_ORDER != 0 || !context.isLive()) {
                return;
            }
            switch ((int) (callbacks / CALLBACKS_PER_ORDER % 4)) {
                case 0 -> context.order(instrument).buy(AMOUNT).limit(bid).send();
                case 1 -> context.cancelAll();
                case 2 -> context.buy(instrument, AMOUNT);
                default -> context.sell(instrument, AMOUNT);
            }
        }
    }

    /** Lets the engine come live. */
    @Setup
    public void setUp() {
        List<MirrorListing> listings =
                SYMBOLS.stream()
                        .map(symbol -> MirrorListing.of(symbol, BigDecimal.valueOf(86_710)))
                        .toList();
        Exchange exchange =
                Exchange.mirrored(
                        VenueConfig.DEFAULTS,
                        new MirrorPlan(listings, QueueModel.PROPORTIONAL),
                        VenueListener.NONE,
                        START_MS,
                        0);
        texts = new MirrorTextPool(exchange.mirror(), SYMBOLS);
        LatencyModel way = LatencyModel.constant(LATENCY_NS);
        simulation = new Simulation(exchange, START_MS, way, way);
        simulation.feed(texts);
        if (!heard.equals("nothing")) {
            SimulatedEngine engine =
                    simulation.engine(
                            config(), new Credentials("demo-key", "demo-secret"), new Trader());
            if (!simulation.runUntil(
                    () -> engine.path().session().state() == SessionState.LIVE, PATIENCE_NS)) {
                throw new IllegalStateException("never live: " + engine.outcomes());
            }
        }
        wanted = texts.given();
    }

    private PathConfig config() {
        boolean areBooks = heard.equals("books");
        List<ChannelSpec> channels = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            channels.add(areBooks ? ChannelSpec.book(symbol) : ChannelSpec.ticker(symbol));
        }
        return new PathConfig(
                channels,
                SessionConfig.DEFAULTS,
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

    /** Lets time pass until so many texts more were given. */
    @Benchmark
    public long texts() {
        wanted += BATCH;
        if (!simulation.runUntil(() -> texts.given() >= wanted, PATIENCE_NS)) {
            throw new IllegalStateException("texts stay away");
        }
        return simulation.steps();
    }
}
