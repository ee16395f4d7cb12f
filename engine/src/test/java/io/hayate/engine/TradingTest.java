package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.event.ReportKind;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.Order;
import io.hayate.order.OrderBatch;
import io.hayate.simulation.SimulationRig;
import io.hayate.strategy.StrategyContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders of strategy and console, from the decision to the fill. */
class TradingTest {
    final EngineRig.Recorder strategy = new EngineRig.Recorder();

    /** An engine with that strategy, which comes live. */
    VenueRig open(Map<String, Object> settings) {
        return SimulationRig.start(EngineRig.stillVenue(), 1, settings, strategy);
    }

    private VenueRig rig() {
        VenueRig rig =
                open(
                        Map.of(
                                "subscriptions.tickers",
                                List.of("tBTCUSD", "fUSD"),
                                "trading.order-amount-max",
                                1_000,
                                "trading.orders-per-second-max",
                                100,
                                "trading.open-orders-max",
                                100,
                                "trading.order-notional-max",
                                "off",
                                "trading.position-notional-max",
                                "off",
                                "trading.twin-window",
                                "0s",
                                "trading.check-balance",
                                false));
        rig.awaitLive();
        rig.await(() -> strategy.tickers.containsAll(List.of("tBTCUSD", "fUSD")), "tickers");
        return rig;
    }

    @Test
    void shouldBuyAndSellForTheStrategy() {
        try (VenueRig rig = rig()) {
            strategy.nextAmount = 0.02;
            rig.controls().advance(1);
            rig.await(() -> rig.count(Counter.FILLS) == 1, "a fill");
            rig.await(() -> rig.openOrders() == 0, "the order's end");
            rig.await(() -> strategy.reports.contains(ReportKind.FILL_FEE), "its fee");
            assertEquals(0.02, strategy.position);

            strategy.nextAmount = -0.005;
            rig.controls().advance(1);
            rig.await(() -> rig.count(Counter.FILLS) == 2, "another fill");

            rig.await(() -> rig.positions().units(0) == 1_500_000, "a position of 0.015");
            Order order = strategy.orders.get(0);
            assertEquals(OrderStatus.FILLED, order.status());
            assertEquals(0.02, order.filledAmount());
            assertTrue(order.clientOrderId() >= ClientOrderIds.FIRST);
        }
    }

    @Test
    void shouldSendFifteenOrdersInOneMessageAndCancelThemAll() {
        try (VenueRig rig = rig()) {
            long framesBefore = rig.totals().framesReceived();
            strategy.nextDeed = this::sendBatch;
            rig.controls().advance(1);
            rig.await(() -> rig.openOrders() == OrderBatch.SIZE_MAX, "fifteen orders");
            rig.await(
                    () -> Collections.frequency(strategy.reports, ReportKind.NEW) == 15,
                    "fifteen that rest");
            assertEquals(OrderBatch.SIZE_MAX, rig.totals().orders());
            assertTrue(rig.totals().framesReceived() - framesBefore < 5);

            OrderIntent all = OrderIntent.allocate().begin(OrderOperation.CANCEL_ALL, -1);
            assertTrue(rig.commands().offer(all));
            rig.awaitTold("asked for 15 open orders");
            rig.await(() -> rig.openOrders() == 0, "their ends");
        }
    }

    /** The longest that there are, so that a message is as long as one can be. */
    private void sendBatch(Instrument instrument) {
        StrategyContext context = strategy.context;
        OrderBatch batch = context.batch();
        long expiryMs = context.timeMs() + 3_600_000;
        for (int i = 0; i < OrderBatch.SIZE_MAX; i++) {
            batch.add(
                    context.order(instrument)
                            .buy(0.12345678)
                            .stopLimit(998_760 + i * 10, 0.00012345)
                            .hidden()
                            .group(2_147_483_647)
                            .expires(expiryMs));
        }
        assertEquals(OrderBatch.SIZE_MAX, context.sendBatch(), () -> batch.reason(0));
    }

    @Test
    void shouldBuyForTheConsole() {
        try (VenueRig rig = rig()) {
            rig.commands().offer(CommandType.BUY, 0, 0.01);

            rig.awaitTold("CLOSED EXECUTED @");
            rig.await(() -> rig.positions().units(0) == 1_000_000, "a position of 0.01");
            assertEquals(0, rig.count(Counter.ORDERS_REFUSED));
        }
    }

    @Test
    void shouldTellTheVenuesWordsWhenItRefuses() {
        try (VenueRig rig = rig()) {
            rig.commands().offer(CommandType.SELL, 0, 900);

            rig.awaitTold("not enough exchange balance");
            rig.await(() -> rig.openOrders() == 0, "the order's end");
            assertEquals(1, rig.count(Counter.ORDERS_REJECTED));
            assertEquals(0, rig.positions().units(0));
        }
    }

    @Test
    void shouldSendNothingWhenALimitForbidsIt() {
        try (VenueRig rig = rig()) {
            rig.commands().offer(CommandType.BUY, 0, 1_001);

            rig.awaitTold("trading.order-amount-max");
            assertEquals(0, rig.totals().orders());
        }
    }
}
