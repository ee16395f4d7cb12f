package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.ToldLines;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.venue.VenueConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come late, twice, behind others or never: each order comes to its own end, once. */
class BrokenAnswersTest {
    private final HandTrader trader = new HandTrader();
    private SimulationRig rig;
    private SimulatedEngine engine;
    private VenueRecords venue;

    @BeforeEach
    void comeLive() {
        rig = new SimulationRig(VenueConfig.DEFAULTS, 11);
        engine = rig.engine(trader, ChannelSpec.ticker("tBTCUSD"));
        venue = new VenueRecords(rig.simulation);
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND); // there is a price
    }

    private void awaitReady() {
        rig.simulation.runFor(SECOND);
        boolean isReady = rig.simulation.runUntil(trader::isReady, 180 * SECOND);
        ToldLines told = new ToldLines();
        told.read(engine.path().notices(), engine.path().incidents());
        assertTrue(isReady, () -> String.join("\n", told.lines()));
    }

    private long count(Counter counter) {
        return engine.path().counters().get(counter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late-ack delay=2s",
                "late-ack delay=10s",
                "doubled-ack",
                "swapped-ack",
                "te-before-n",
                "lost-ack",
                "oc-without-on",
                "doubled-ack every=2",
                "late-ack delay=4s every=2"
            })
    void shouldBringEachOrderToItsEndOnce(String fault) {
        rig.controls().faults().add(fault);
        Order bought = trader.buy();
        awaitReady();
        Order resting = trader.rest();
        awaitReady();
        Order sold = trader.sell();
        rig.simulation.runFor(20 * SECOND);
        assertTrue(trader.context().cancel(resting));
        rig.simulation.runFor(20 * SECOND);
        rig.controls().faults().clear();
        rig.simulation.runFor(120 * SECOND);

        assertEquals(OrderStatus.FILLED, bought.status());
        assertEquals(OrderStatus.FILLED, sold.status());
        assertEquals(OrderStatus.CANCELED, resting.status());
        assertEquals(0.01, engine.path().positions().amount(0));
        assertEquals(0.01, venue.position("tBTCUSD").doubleValue());
        assertEquals(0, venue.open().size());
        assertEquals(0, engine.path().orders().openOrders());
        assertEquals(3, count(Counter.ORDERS_SENT));
        assertEquals(2, count(Counter.FILLS));
        assertTrue(trader.isReady());
    }
}
