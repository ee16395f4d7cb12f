package io.hayate.simulation;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.intake.MarketConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.model.ChannelSpec;
import io.hayate.model.IdleMode;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.order.Order;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A simulation with engines that note what they are told and order now and then. */
final class SimulationRig {
    static final Credentials DEMO = new Credentials("demo-key", "demo-secret");
    static final long START_MS = 1_700_000_000_000L;
    static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    final Simulation simulation;

    SimulationRig(VenueConfig venue, long seed) {
        simulation =
                new Simulation(
                        venue.withSeed(seed),
                        START_MS,
                        LatencyModel.exponential(MS, MS / 2, seed),
                        LatencyModel.exponential(MS, MS / 2, seed + 1));
    }

    /** An engine with an account that hears these channels. */
    SimulatedEngine engine(Strategy strategy, ChannelSpec... channels) {
        return simulation.engine(config(channels), DEMO, strategy);
    }

    static PathConfig config(ChannelSpec... channels) {
        return new PathConfig(
                List.of(channels),
                SessionConfig.DEFAULTS.withOneConnection(150),
                MarketConfig.DEFAULTS,
                HistoryConfig.DEFAULTS,
                new DecoderConfig(DecoderKind.SCANNER, 1 << 20),
                new LoopConfig(Topology.ONE_THREAD, IdleMode.YIELDING, 8_192, 10, 1),
                new OrderConfig(RiskLimits.DEFAULTS.withoutLimits(), CancelOnStop.NONE),
                StrategyConfig.DEFAULTS);
    }

    static boolean isLive(SimulatedEngine engine) {
        return engine.path().session().state() == SessionState.LIVE;
    }

    void comeLive(SimulatedEngine engine) {
        if (!simulation.runUntil(() -> isLive(engine), 20 * SECOND)) {
            throw new AssertionError("never live: " + engine.outcomes());
        }
    }

    /** Buys and sells in turn at every so many tickers, and notes all that it is told. */
    static final class Trader implements Strategy {
        final List<String> told = new ArrayList<>();
        private final int every;
        private StrategyContext context;
        private long tickers;

        Trader(int every) {
            this.every = every;
        }

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            told.add(instrument.displayName() + " " + ticker.bidPrice() + " " + ticker.askPrice());
            tickers++;
            if (tickers % every == 0) {
                boolean buys = tickers / every % 2 == 1;
                told.add(
                        buys
                                ? "buy " + context.buy(instrument, 0.01)
                                : "sell " + context.sell(instrument, 0.01));
            }
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            told.add(
                    context.timeMs()
                            + " "
                            + report.kind()
                            + " "
                            + report.clientOrderId()
                            + " "
                            + report.fillAmount()
                            + " at "
                            + report.fillPrice());
        }
    }
}
