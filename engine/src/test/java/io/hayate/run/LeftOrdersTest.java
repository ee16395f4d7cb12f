package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.StopConfig;
import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.order.Intents;
import io.hayate.order.OrderManager;
import io.hayate.simulation.SimulationRig;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftOrdersTest {
    private final SimulationRig rig =
            SimulationRig.start(VenueConfig.DEFAULTS, 3, Map.of(), new Strategy() {});

    private LeftOrders left(CancelOnStop whose) {
        LeftOrders left = new LeftOrders(new StopConfig(whose, false));
        OrderManager orders = rig.path().orders();
        orders.forEach(left);
        return left;
    }

    @Test
    void shouldNameWhatIsOpenAndSayWhetherItWasToStay() {
        rig.awaitLive();
        rig.commands().offer(limit());
        rig.await(() -> rig.openOrders() == 1, "an order");
        rig.await(() -> left(CancelOnStop.ALL).lines().toString().contains("active"), "active");

        String line = left(CancelOnStop.NONE).lines().get(0);
        assertTrue(line.endsWith(": buy 0.01 BTCUSD, active"), line);
        assertTrue(line.startsWith("left open: order "), line);
        assertTrue(left(CancelOnStop.NONE).isMeant());
        assertTrue(left(CancelOnStop.STRATEGY).isMeant(), "it is the console's");
        assertFalse(left(CancelOnStop.ALL).isMeant());
    }

    @Test
    void shouldSayNothingWhereNothingIsOpen() {
        rig.awaitLive();
        rig.commands().offer(CommandType.BUY, 0, 0.01);
        rig.await(() -> rig.positions().units(0) > 0, "a fill");
        rig.await(() -> rig.openOrders() == 0, "done");

        assertEquals(List.of(), left(CancelOnStop.ALL).lines());
        assertTrue(left(CancelOnStop.ALL).isMeant());
    }

    private static OrderIntent limit() {
        return Intents.of(OrderType.EXCHANGE_LIMIT, 0, Side.BUY, 0.01).price(Price.parse("50000"));
    }
}
