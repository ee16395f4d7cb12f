package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.risk.RiskVerdict;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy that comes to its events late must not trade by what they say. */
class OldEventsTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 14, 60})
    void shouldSendNoOrderByDataOfBeforeAStall(int seconds) {
        for (int seed = 1; seed <= 10; seed++) {
            SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, seed);
            Trader trader = new Trader(1);
            SimulatedEngine engine = rig.engine(trader, ChannelSpec.ticker("tBTCUSD"));
            rig.comeLive(engine);
            assertTrue(rig.simulation.runUntil(() -> sent(engine) > 0, 20 * SECOND));
            long before = sent(engine);
            int told = trader.told.size();

            rig.simulation.holdUp(engine, seconds * SECOND);
            rig.simulation.runFor(seconds * SECOND);

            // what came within the last two seconds is young enough: 5 tickers a second
            long young = sent(engine) - before;
            assertTrue(young <= 12, young + " orders, seed " + seed);
            long old =
                    trader.told.subList(told, trader.told.size()).stream()
                            .filter(line -> line.endsWith(" " + RiskVerdict.BEHIND))
                            .count();
            assertTrue(old >= (seconds - 2) * 4L, old + " refused, seed " + seed);
            assertEquals(0, engine.path().counters().get(Counter.ORDERS_UNKNOWN));
        }
    }

    /** Buys by the clock, at whatever price it knows. */
    private static final class Clockwork implements Strategy {
        private StrategyContext context;
        private final Map<RiskVerdict, Integer> verdicts = new EnumMap<>(RiskVerdict.class);

        @Override
        public void onStart(StrategyContext given) {
            context = given;
            context.scheduleEvery(0, 100);
        }

        @Override
        public void onTimer(int timerId) {
            verdicts.merge(context.buy(context.instrument(0), 0.01), 1, Integer::sum);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 14, 60})
    void shouldSendNoOrderByATimerBeforeTheSocketIsLookedAtAgain(int seconds) {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        Clockwork clockwork = new Clockwork();
        SimulatedEngine engine = rig.engine(clockwork, ChannelSpec.ticker("tBTCUSD"));
        rig.comeLive(engine);
        assertTrue(rig.simulation.runUntil(() -> sent(engine) > 0, 20 * SECOND));
        long before = sent(engine);

        rig.simulation.holdUp(engine, seconds * SECOND);
        rig.simulation.runFor(seconds * SECOND);

        assertEquals(before, sent(engine), () -> "" + clockwork.verdicts);
        assertEquals(1, clockwork.verdicts.get(RiskVerdict.BEHIND));
        assertTrue(rig.simulation.runUntil(() -> sent(engine) > before + 2, SECOND));
    }

    private static long sent(SimulatedEngine engine) {
        return engine.path().counters().get(Counter.ORDERS_SENT);
    }
}
