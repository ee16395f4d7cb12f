package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.Ticker;
import io.hayate.event.TradingHalt;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that is new risk reaches the venue once trading is halted, whoever asks for it. */
class HaltedEngineTest {
    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 7);
    private final Eager strategy = new Eager();
    private final SimulatedEngine engine =
            rig.engine(strategy, ChannelSpec.ticker("tBTCUSD"), ChannelSpec.ticker("tETHUSD"));
    private final TradingHalt halt = engine.path().halt();

    /** Buys at each ticker, and at the end. */
    private static final class Eager implements Strategy {
        final List<RiskVerdict> atEnd = new ArrayList<>();
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            context.buy(instrument, 0.01);
        }

        @Override
        public void onStop() {
            atEnd.add(context.buy(context.instrument(0), 0.01));
            atEnd.add(context.sell(context.instrument(0), 0.01));
        }
    }

    private long sent() {
        return engine.path().counters().get(Counter.ORDERS_SENT);
    }

    private void trade() {
        rig.comeLive(engine);
        long before = sent();
        assertTrue(rig.simulation.runUntil(() -> sent() > before + 3, 20 * SECOND));
    }

    @Test
    void shouldSendNoOrderOnceTheEngineEnds() {
        trade();
        halt.end();
        long before = sent();

        engine.path().commands().offer(CommandType.STOP_STRATEGY);
        engine.path().commands().offer(CommandType.BUY, 0, 0.01);
        rig.simulation.runFor(20 * SECOND);

        assertEquals(List.of(RiskVerdict.HALTED, RiskVerdict.HALTED), strategy.atEnd);
        assertEquals(before, sent());
    }

    @Test
    void shouldSendNoOrderBetweenKillAndResume() {
        trade();
        halt.kill("a test");
        long before = sent();
        rig.simulation.runFor(20 * SECOND);
        assertEquals(before, sent());

        engine.path().commands().offer(CommandType.RESUME, 0, 5);
        rig.simulation.runFor(SECOND);
        assertEquals(before, sent());
        engine.path().commands().offer(CommandType.RESUME, 0, 0);

        assertTrue(rig.simulation.runUntil(() -> sent() > before + 3, 20 * SECOND));
    }
}
