package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.ReportKind;
import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of strategy and console, from the decision to the fill, in both topologies. */
class TradingSystemTest {
    @TempDir Path state;

    private final SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());

    @AfterEach
    void stopVenue() {
        venue.close();
    }

    private EngineRig rig(String topology, String... more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.topology", topology);
        settings.put("subscriptions.tickers", List.of("tBTCUSD", "fUSD"));
        settings.put("trading.order-amount-max", 1_000);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        EngineRig rig = new EngineRig(venue.url(), state, settings);
        rig.awaitLive();
        rig.await(() -> rig.strategy.tickers.containsAll(List.of("tBTCUSD", "fUSD")), "tickers");
        return rig;
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldBuyAndSellForTheStrategy(String topology) {
        try (EngineRig rig = rig(topology)) {
            rig.strategy.nextAmount = 0.02;
            venue.controls().advance(1);
            rig.await(() -> rig.count(Counter.FILLS) == 1, "a fill");
            rig.await(() -> rig.engine.openOrders() == 0, "the order's end");
            rig.await(() -> rig.strategy.reports.contains(ReportKind.FILL_FEE), "its fee");
            assertEquals(0.02, rig.strategy.position);

            rig.strategy.nextAmount = -0.005;
            venue.controls().advance(1);
            rig.await(() -> rig.count(Counter.FILLS) == 2, "another fill");

            rig.await(() -> rig.engine.positions().units(0) == 1_500_000, "a position of 0.015");
            Order order = rig.strategy.orders.get(0);
            assertEquals(OrderStatus.FILLED, order.status());
            assertEquals(0.02, order.filledAmount());
            assertTrue(order.clientOrderId() >= 10_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldBuyForTheConsole(String topology) {
        try (EngineRig rig = rig(topology)) {
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);

            rig.awaitTold("CLOSED EXECUTED @");
            rig.await(() -> rig.engine.positions().units(0) == 1_000_000, "a position of 0.01");
            assertEquals(0, rig.count(Counter.ORDERS_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldTellTheVenuesWordsWhenItRefuses(String topology) {
        try (EngineRig rig = rig(topology)) {
            rig.engine.commands().offer(CommandType.SELL, 0, 900);

            rig.awaitTold("not enough exchange balance");
            rig.await(() -> rig.engine.openOrders() == 0, "the order's end");
            assertEquals(1, rig.count(Counter.ORDERS_REJECTED));
            assertEquals(0, rig.engine.positions().units(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldSendNothingWhenALimitForbidsIt(String topology) {
        try (EngineRig rig = rig(topology)) {
            rig.engine.commands().offer(CommandType.BUY, 0, 1_001);

            rig.awaitTold("trading.order-amount-max");
            assertEquals(0, venue.ordersReceived());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldCloseWithNormalClosureAndEndItsThreads(String topology) {
        EngineRig rig = rig(topology);
        rig.close();

        rig.await(() -> venue.connections() == 0, "the venue's end of it");
        long ours =
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.equals("loop") || name.equals("strategy"))
                        .count();
        assertEquals(0, ours);
        rig.close(); // a second time does nothing
    }
}
