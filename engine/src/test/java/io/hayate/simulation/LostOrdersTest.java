package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountState;
import io.hayate.event.ExecutionReport;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Doubt;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.order.AbsentOrders;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of which nobody tells what became: the history of the exchange is asked for them. */
class LostOrdersTest {
    private static final long SEED = 7;

    private final Trader trader = new Trader();
    private SimulationRig rig;
    private SimulatedEngine engine;
    private VenueRecords venue;

    /** Sends what a test asks for, and notes what it is told. */
    private static final class Trader implements Strategy {
        private final List<String> told = new ArrayList<>();
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            if (order != null) {
                told.add(report.kind() + " " + order.status());
            }
        }

        private Instrument instrument() {
            return context.instrument("tBTCUSD");
        }

        private Order rest() {
            double price =
                    Math.floor(context.latestTicker(instrument()).bidPrice() * 0.9 / 100) * 100;
            return sent(context.order(instrument()).buy(0.01).limit(price).send());
        }

        private Order buy() {
            return sent(context.order(instrument()).buy(0.01).market().send());
        }

        private Order sent(RiskVerdict verdict) {
            assertEquals(RiskVerdict.ACCEPTED, verdict);
            return context.lastOrder();
        }
    }

    @BeforeEach
    void comeLive() {
        rig = new SimulationRig(VenueConfig.DEFAULTS, SEED);
        engine = rig.engine(trader, ChannelSpec.ticker("tBTCUSD"));
        venue = new VenueRecords(rig.simulation);
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND); // there is a price
    }

    private void cut() {
        engine.faults().get(0).cutAfter(0);
        assertTrue(rig.simulation.runUntil(() -> !SimulationRig.isLive(engine), 60 * SECOND));
    }

    private void comeBack() {
        rig.comeLive(engine);
        rig.simulation.runFor(5 * SECOND);
    }

    private long reconnects() {
        return engine.path().counters().get(Counter.RECONNECTS);
    }

    @Test
    void shouldKnowTheEndOfRestingOrdersThatTheDeadManSwitchCanceledAtEachReconnect() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            orders.add(trader.rest());
            rig.simulation.runFor(SECOND);
            cut();
            comeBack();
        }

        assertEquals(5, reconnects());
        assertEquals(0, engine.path().orders().openOrders());
        for (Order order : orders) {
            assertEquals(OrderStatus.CANCELED, order.status());
            assertEquals(Doubt.NONE, order.doubt());
        }
        assertTrue(trader.told.contains("CLOSED CANCELED"), trader.told::toString);
        assertEquals(0, venue.open().size());
    }

    @Test
    void shouldCountTheFillsOfAnOrderThatWasFilledWhileTheConnectionWasGone() {
        Order order = trader.buy();
        engine.faults().get(0).cutAfter(0); // the answer never comes
        assertTrue(rig.simulation.runUntil(() -> !SimulationRig.isLive(engine), 60 * SECOND));
        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertEquals(OrderStatus.SUBMITTED, order.lastKnownStatus());
        assertNotEquals(Doubt.NONE, order.doubt());

        comeBack();

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, engine.path().positions().amount(0));
        assertEquals("0.01", venue.position("tBTCUSD").toPlainString());
        assertEquals(0, engine.path().counters().get(Counter.FILLS_ADOPTED));
    }

    @Test
    void shouldCountEachFillOnceWhenTheExchangeSaysNothingOfIt() {
        rig.controls().swallowOrders(1, true);
        Order order = trader.buy();
        rig.simulation.runFor(10 * SECOND);

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, engine.path().positions().amount(0));
        assertEquals(0, engine.path().orders().openOrders());
        assertTrue(trader.told.contains("FILL FILLED"), trader.told::toString);
    }

    @Test
    void shouldLookAgainWhenTheExchangeRefusesIsSlowOrIsBehind() {
        engine.historyFaults().refuse(2);
        engine.historyFaults().slow(3 * SECOND);
        engine.historyFaults().behind(30_000);
        rig.controls().swallowOrders(1, true);
        Order order = trader.buy();
        rig.simulation.runFor(20 * SECOND);
        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertNotEquals(Doubt.NONE, order.doubt());
        assertTrue(order.nextLookMs() > rig.simulation.clock().time() - 5_000);

        rig.simulation.runFor(70 * SECOND);

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, engine.path().positions().amount(0));
    }

    private void passAMinuteWithAnotherOrder() {
        rig.simulation.runFor(40 * SECOND);
        Order other = trader.buy(); // the venue's history goes on
        rig.simulation.runFor(40 * SECOND);
        assertEquals(OrderStatus.FILLED, other.status());
    }

    private SimulatedEngine engine(AbsentOrders absent) {
        rig = new SimulationRig(VenueConfig.DEFAULTS, SEED);
        engine =
                rig.simulation.engine(
                        SimulationRig.config(absent, ChannelSpec.ticker("tBTCUSD")),
                        SimulationRig.DEMO,
                        trader);
        venue = new VenueRecords(rig.simulation);
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND);
        return engine;
    }

    private Order loseOnTheWay() {
        rig.controls().swallowOrders(1, false);
        Order order = trader.buy();
        rig.simulation.runFor(SECOND);
        rig.controls().dropConnections();
        rig.comeLive(engine);
        return order;
    }

    @Test
    void shouldHoldAnOrderThatNobodyKnowsUnlessTheSettingsSayOtherwise() {
        Order order = loseOnTheWay();
        passAMinuteWithAnotherOrder();
        rig.simulation.runFor(600 * SECOND);

        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertEquals(1, engine.path().orders().openOrders());
        assertTrue(order.nextLookMs() > rig.simulation.clock().time());
        assertTrue(engine.path().orders().forget(order.clientOrderId()));
        assertEquals(OrderStatus.NEVER_ARRIVED, order.status());
        assertEquals(0, engine.path().orders().openOrders());
    }

    @Test
    void shouldKnowThatAnOrderNeverArrivedWhenLaterEventsAreInTheHistory() {
        engine(AbsentOrders.SETTLE);
        Order order = loseOnTheWay();
        rig.simulation.runFor(120 * SECOND);
        assertEquals(OrderStatus.UNKNOWN, order.status(), "nothing later is in the history yet");
        passAMinuteWithAnotherOrder();
        rig.simulation.runFor(60 * SECOND);

        assertEquals(OrderStatus.NEVER_ARRIVED, order.status());
        assertEquals(0, engine.path().orders().openOrders());
        assertEquals(0.01, engine.path().positions().amount(0));
    }

    @Test
    void shouldHoldAnOrderWhenItsConnectionMayStillBeOpenAtTheExchange() {
        engine(AbsentOrders.SETTLE);
        engine.faults().get(0).halfOpen(true, true);
        Order order = trader.buy();
        assertTrue(rig.simulation.runUntil(() -> reconnects() > 0, 120 * SECOND));
        rig.comeLive(engine);
        passAMinuteWithAnotherOrder();
        rig.simulation.runFor(120 * SECOND);

        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldHoldAnOrderWhenTheHistoryIsBehind() {
        engine(AbsentOrders.SETTLE);
        engine.historyFaults().behind(100_000);
        Order order = loseOnTheWay();
        passAMinuteWithAnotherOrder();
        rig.simulation.runFor(15 * SECOND);

        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldTakeAFillThatComesAfterAPersonGaveTheOrderUp() {
        rig.controls().swallowOrders(1, true);
        engine.historyFaults().refuse(2);
        Order order = trader.buy();
        rig.simulation.runFor(4 * SECOND);
        assertTrue(engine.path().orders().forget(order.clientOrderId()));
        trader.buy();
        rig.simulation.runFor(10 * SECOND);

        rig.controls().swallowOrders(1, true);
        trader.buy(); // it is asked for, and the other one is in the answer
        rig.simulation.runFor(20 * SECOND);

        assertEquals(0.03, engine.path().positions().amount(0));
        assertEquals("0.03", venue.position("tBTCUSD").toPlainString());
    }

    @Test
    void shouldSendNoNewOrderBeforeTheFirstLookHasEnded() {
        engine.historyFaults().slow(2 * SECOND);
        rig.controls().swallowOrders(1, true);
        Order lost = trader.buy();
        rig.simulation.runFor(SECOND);
        rig.controls().dropConnections();
        rig.comeLive(engine);
        rig.simulation.runFor(SECOND);
        assertEquals(OrderStatus.UNKNOWN, lost.status());
        assertEquals(RiskVerdict.NOT_READY, trader.context.buy(trader.instrument(), 0.01));
        assertEquals(AccountState.RESYNC, trader.context.accountState());

        rig.simulation.runFor(10 * SECOND);
        assertEquals(OrderStatus.FILLED, lost.status());
        assertEquals(AccountState.READY, trader.context.accountState());
        assertEquals(RiskVerdict.ACCEPTED, trader.context.buy(trader.instrument(), 0.01));
    }

    @Test
    void shouldNotWaitForEverForAHistoryThatDoesNotAnswer() {
        engine.historyFaults().slow(600 * SECOND);
        trader.rest();
        rig.simulation.runFor(SECOND);
        cut();
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND);

        assertEquals(RiskVerdict.ACCEPTED, trader.context.buy(trader.instrument(), 0.01));
    }
}
