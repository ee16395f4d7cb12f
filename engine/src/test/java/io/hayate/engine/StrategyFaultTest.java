package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.CommandType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.simulation.SimulationRig;
import io.hayate.strategy.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strategies that throw, and an account of which nobody can say what is true. */
class StrategyFaultTest {
    private static SimulationRig rig(Map<String, Object> settings, Strategy strategy) {
        SimulationRig rig = SimulationRig.start(EngineRig.stillVenue(), 1, settings, strategy);
        rig.awaitLive();
        return rig;
    }

    /** Throws at each ticker; what else comes is counted. */
    private static final class Throwing implements Strategy {
        private int tickers;
        private int reports;

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers++;
            throw new IllegalArgumentException("I give up");
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            reports++;
        }
    }

    @Test
    void shouldStopAStrategyThatThrowsAndLiveOn() {
        Throwing throwing = new Throwing();
        try (SimulationRig rig = rig(Map.of(), throwing)) {
            rig.awaitTold("strategy printer failed in onTicker of BTCUSD; it is stopped");
            rig.controls().advance(5);
            rig.commands().offer(CommandType.BUY, 0, 0.01);

            rig.awaitTold("CLOSED EXECUTED");
            assertEquals(1, throwing.tickers);
            assertEquals(0, throwing.reports);
            assertEquals(1, rig.count(Counter.STRATEGY_EXCEPTIONS));
        }
    }

    @Test
    void shouldGoOnWithAStrategyThatThrowsWhenTolerated() {
        Throwing throwing = new Throwing();
        try (SimulationRig rig = rig(Map.of("strategy.on-exception", "tolerate"), throwing)) {
            rig.controls().advance(5);

            rig.await(() -> throwing.tickers == 6, "every ticker");
            assertEquals(6, rig.count(Counter.STRATEGY_EXCEPTIONS));
        }
    }

    /** Fills of more than was ordered can only be a lie: no order leaves any more, the engine lives. */
    @Test
    void shouldDoubtTheAccountWhenFillsAreMoreThanWasOrdered() {
        EngineRig.Recorder strategy = new EngineRig.Recorder();
        try (SimulationRig rig = rig(Map.of(), strategy)) {
            rig.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> rig.count(Counter.FILLS) == 1, "a fill");
            Order order = strategy.orders.get(0);
            for (int tradeId = 1; tradeId <= 3; tradeId++) {
                rig.controls().sendText(fill(tradeId, order.orderId(), order.clientOrderId()));
            }

            rig.await(() -> rig.count(Counter.FILLS_REFUSED) == 3, "fills not counted");
            rig.await(() -> rig.count(Counter.ACCOUNT_DOUBTS) == 1, "a doubt");
            assertEquals(0.01, rig.positions().amount(0));
            assertEquals(List.of(), rig.outcomes());
        }
    }

    private static String fill(int tradeId, long orderId, long clientOrderId) {
        return "[0,\"te\",["
                + tradeId
                + ",\"tBTCUSD\",1,"
                + orderId
                + ",80000000000,1,\"EXCHANGE MARKET\",1,-1,null,null,"
                + clientOrderId
                + "]]";
    }
}
