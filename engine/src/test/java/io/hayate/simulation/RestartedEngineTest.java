package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Doubt;
import io.hayate.model.Instrument;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.order.AbsentOrders;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.Order;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engine that was ended at once, and another that goes on with its journal. */
class RestartedEngineTest {
    private static final long SEED = 11;

    private SimulationRig rig;
    private SimulatedEngine engine;
    private VenueRecords venue;
    private Trader trader = new Trader();

    /** Sends what a test asks for, and notes what was recovered. */
    private static final class Trader implements Strategy {
        private final List<Order> recovered = new ArrayList<>();
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onRecovered(Order order) {
            recovered.add(order);
        }

        private Order rest() {
            Instrument instrument = context.instrument("tBTCUSD");
            double bid = context.latestTicker(instrument).bidPrice();
            double price = Math.floor(bid * 0.9 / 100) * 100;
            return sent(context.order(instrument).buy(0.01).limit(price).send());
        }

        private Order buy() {
            return sent(context.order(context.instrument("tBTCUSD")).buy(0.01).market().send());
        }

        private Order sell(double amount) {
            return sent(context.sell(context.instrument("tBTCUSD"), amount));
        }

        private Order sent(RiskVerdict verdict) {
            assertEquals(RiskVerdict.ACCEPTED, verdict);
            return context.lastOrder();
        }
    }

    private static PathConfig config() {
        return SimulationRig.config(AbsentOrders.HOLD, false, ChannelSpec.ticker("tBTCUSD"));
    }

    @BeforeEach
    void comeLive() {
        rig = new SimulationRig(VenueConfig.DEFAULTS, SEED);
        engine = rig.simulation.engine(config(), SimulationRig.DEMO, trader);
        venue = new VenueRecords(rig.simulation);
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND); // there is a price
    }

    private void restart() {
        rig.simulation.kill(engine);
        rig.simulation.runFor(5 * SECOND);
        trader = new Trader();
        engine = rig.simulation.restart(engine, config(), SimulationRig.DEMO, trader);
    }

    private Order recovered() {
        assertTrue(rig.simulation.runUntil(() -> !trader.recovered.isEmpty(), SECOND));
        return trader.recovered.get(0);
    }

    @Test
    void shouldKnowAnOrderThatRestsAtTheExchange() {
        Order before = trader.rest();
        rig.simulation.runFor(SECOND);
        assertEquals(OrderStatus.ACTIVE, before.status());
        restart();
        Order order = recovered();
        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertEquals(OrderStatus.ACTIVE, order.lastKnownStatus());
        assertEquals(Doubt.RESTART, order.doubt());
        assertEquals(before.clientOrderId(), order.clientOrderId());
        assertEquals(before.price(), order.price());

        rig.comeLive(engine);
        rig.simulation.runFor(2 * SECOND);
        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(1, engine.path().orders().openOrders());
        assertTrue(engine.path().orders().cancel(order));
        rig.simulation.runFor(2 * SECOND);

        assertEquals(OrderStatus.CANCELED, order.status());
        assertEquals(0, venue.open().size());
    }

    @Test
    void shouldCountWhatWasFilledOfAnOrderThatWasJustSent() {
        Order before = trader.buy();
        assertEquals(OrderStatus.SUBMITTED, before.status());
        restart();
        Order order = recovered();

        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND);

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, engine.path().positions().amount(0));
        assertEquals("0.01", venue.position("tBTCUSD").toPlainString());
        assertEquals(0, engine.path().counters().get(Counter.FILLS_ADOPTED));
    }

    @Test
    void shouldHoldWhatItHeldBefore() {
        for (int i = 0; i < 5; i++) {
            trader.buy();
            rig.simulation.runFor(3 * SECOND);
            Order unused = trader.sell(0.003);
            rig.simulation.runFor(3 * SECOND);
        }
        String books = books();
        for (int i = 0; i < 3; i++) {
            restart();
            assertEquals(books, books());
            rig.comeLive(engine);
            rig.simulation.runFor(20 * SECOND);
            assertEquals(books, books());
        }
        trader.buy();
        rig.simulation.runFor(5 * SECOND);

        assertEquals(0.045, engine.path().positions().amount(0));
        assertEquals("0.045", venue.position("tBTCUSD").toPlainString());
        assertEquals(0, engine.path().counters().get(Counter.FILLS_ADOPTED));
    }

    private String books() {
        Portfolio portfolio = engine.path().positions().portfolio();
        Holding held = portfolio.read(0, new Holding());
        return held.units()
                + " "
                + held.fills()
                + " "
                + held.cost().toBigDecimal()
                + " "
                + held.realised().toBigDecimal()
                + " "
                + held.baseFees().toBigDecimal()
                + " "
                + held.quoteFees().toBigDecimal();
    }

    @Test
    void shouldForgetOrdersThatHaveEnded() {
        Order before = trader.buy();
        rig.simulation.runFor(5 * SECOND);
        assertEquals(OrderStatus.FILLED, before.status());
        restart();
        rig.comeLive(engine);

        assertEquals(List.of(), trader.recovered);
        assertEquals(0, engine.path().orders().openOrders());
    }

    @Test
    void shouldKnowAnOrderAfterSeveralRestarts() {
        Order before = trader.rest();
        rig.simulation.runFor(SECOND);
        for (int i = 0; i < 5; i++) {
            restart();
            Order order = recovered();
            assertEquals(before.clientOrderId(), order.clientOrderId());
            rig.comeLive(engine);
            rig.simulation.runFor(5 * SECOND);
            assertEquals(OrderStatus.ACTIVE, order.status());
        }
        assertTrue(trader.context.cancel(trader.recovered.get(0)));
        rig.simulation.runFor(2 * SECOND);
        restart();
        rig.comeLive(engine);

        assertEquals(List.of(), trader.recovered);
    }

    @Test
    void shouldGiveNoNumberTwice() {
        Order before = trader.rest();
        rig.simulation.runFor(SECOND);
        restart();
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND);

        assertTrue(trader.rest().clientOrderId() > before.clientOrderId());
        rig.simulation.runFor(SECOND);
        assertEquals(2, venue.open().size());
    }

    /** As if the engine had sent it and the journal had lost the end, as when a machine goes down. */
    private void placeUnwritten(long clientOrderId) {
        OtherProgram lost =
                new OtherProgram(rig.simulation, SimulationRig.DEMO, "demo-secret", "10.7.0.1");
        lost.input(
                "on",
                "{'cid':"
                        + clientOrderId
                        + ",'type':'EXCHANGE LIMIT','symbol':'tBTCUSD','amount':'-0.7',"
                        + "'price':'199000','gid':7,'flags':64}");
        rig.simulation.runFor(SECOND);
        assertTrue(lost.take().toString().contains("SUCCESS"));
    }

    @Test
    void shouldTakeUpAnOrderThatItsJournalHasLost() {
        Order before = trader.rest();
        rig.simulation.runFor(SECOND);
        rig.simulation.kill(engine);
        placeUnwritten(before.clientOrderId() + 1);
        restart();
        rig.comeLive(engine);
        rig.simulation.runFor(2 * SECOND);

        assertEquals(2, trader.recovered.size());
        Order order = trader.recovered.get(1);
        assertEquals(before.clientOrderId() + 1, order.clientOrderId());
        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(Side.SELL, order.side());
        assertEquals(0.7, order.amount());
        assertEquals(199_000, order.price());
        assertEquals(7, order.groupId());
        assertTrue(OrderFlag.HIDDEN.isIn(order.flags()));
        assertEquals(2, engine.path().orders().openOrders());
        assertEquals(0, engine.path().orders().others().foreign().count());
        assertFalse(engine.path().halt().isOn());

        restart();
        rig.comeLive(engine);
        rig.simulation.runFor(2 * SECOND);
        assertEquals(2, engine.path().orders().openOrders());
        assertTrue(engine.path().orders().cancel(trader.recovered.get(1)));
        rig.simulation.runFor(2 * SECOND);
        assertEquals(1, venue.open().size());
    }

    @Test
    void shouldLeaveAloneWhatTheRunBeforeCannotHaveSent() {
        Order before = trader.rest();
        rig.simulation.runFor(SECOND);
        rig.simulation.kill(engine);
        placeUnwritten(before.clientOrderId() - 1);
        placeUnwritten(before.clientOrderId() + 3 * ClientOrderIds.BLOCK_SIZE);
        restart();
        rig.comeLive(engine);
        rig.simulation.runFor(2 * SECOND);

        assertEquals(1, trader.recovered.size());
        assertEquals(1, engine.path().orders().openOrders());
        assertEquals(2, engine.path().orders().others().foreign().count());
    }
}
