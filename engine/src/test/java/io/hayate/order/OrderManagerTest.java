package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves, and what does not. */
class OrderManagerTest {
    private final OrderRig rig = OrderRig.live();

    @Test
    void shouldSendMarketOrderWhenLiveAndWithinLimits() {
        assertEquals(RiskVerdict.ACCEPTED, rig.submit(OrderRig.BTCUSD, Side.BUY, 0.01));
        assertEquals(RiskVerdict.ACCEPTED, rig.submit(OrderRig.ETHUSD, Side.SELL, 1e-8));

        assertEquals(
                List.of(
                        "[0,\"on\",null,{\"cid\":20000000,\"type\":\"EXCHANGE MARKET\","
                                + "\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"}]",
                        "[0,\"on\",null,{\"cid\":20000001,\"type\":\"EXCHANGE MARKET\","
                                + "\"symbol\":\"tETHUSD\",\"amount\":\"-0.00000001\"}]"),
                rig.sent);
        assertEquals(2, rig.count(Counter.ORDERS_SENT));
        assertEquals(2, rig.orders.openOrders());
    }

    @Test
    void shouldTellTheOrderAsItWasSent() {
        rig.submit(OrderRig.ETHUSD, Side.SELL, 0.25);
        Order order = rig.orders.lastOrder();

        assertEquals(OrderRig.FIRST_ID, order.clientOrderId());
        assertEquals(0, order.orderId());
        assertEquals("tETHUSD", order.instrument().symbol());
        assertEquals(Side.SELL, order.side());
        assertEquals(OrderOrigin.STRATEGY, order.origin());
        assertEquals(OrderStatus.SUBMITTED, order.status());
        assertEquals(0.25, order.amount());
        assertEquals(0, order.filledAmount());
        assertEquals(0.25, order.remainingAmount());
        assertTrue(Double.isNaN(order.averagePrice()));
        assertTrue(order.isOpen());
    }

    @Test
    void shouldSendNothingWhenTheSessionIsNotLive() {
        OrderRig fresh = new OrderRig();
        assertEquals(RiskVerdict.NOT_LIVE, fresh.buy(0.01));
        fresh.comeLive();
        fresh.status(SessionState.PAUSED, true);
        assertEquals(RiskVerdict.NOT_LIVE, fresh.buy(0.01));
        fresh.lose();
        assertEquals(RiskVerdict.NOT_LIVE, fresh.buy(0.01));

        assertEquals(List.of(), fresh.sent);
        assertEquals(3, fresh.count(Counter.ORDERS_REFUSED));
        assertNull(fresh.orders.lastOrder());
    }

    @Test
    void shouldSendNothingWhenThereIsNoAccount() {
        rig.status(SessionState.LIVE, false);

        assertEquals(RiskVerdict.NO_CREDENTIALS, rig.buy(0.01));
        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldSendNothingForWhatCannotBeTraded() {
        assertEquals(
                RiskVerdict.INSTRUMENT, rig.submit(OrderRig.FUNDING, Side.BUY, 0.01), "funding");
        assertEquals(
                RiskVerdict.INSTRUMENT, rig.submit(Instrument.NONE, Side.BUY, 0.01), "unknown");
        assertEquals(RiskVerdict.INSTRUMENT, rig.submit(99, Side.BUY, 0.01), "never given out");

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldSendNothingWhenLimitsForbidIt() {
        OrderRig limited = new OrderRig(new RiskLimits(true, 100_000_000L, 2, 3), 64);
        limited.comeLive();

        assertEquals(RiskVerdict.ORDER_AMOUNT, limited.buy(1.00000001));
        assertEquals(RiskVerdict.AMOUNT, limited.buy(Double.NaN));
        assertEquals(RiskVerdict.AMOUNT_DECIMALS, limited.buy(0.123456789));
        limited.buy(1);
        limited.buy(1);
        assertEquals(RiskVerdict.ORDER_RATE, limited.buy(1));
        limited.pass(1_000);
        assertEquals(RiskVerdict.ACCEPTED, limited.buy(1));
        limited.pass(1_000);
        assertEquals(RiskVerdict.OPEN_ORDERS, limited.buy(1));

        assertEquals(3, limited.sent.size());
    }

    @Test
    void shouldCountOrdersByTheTimeAtWhichTheyLeaveWhenEventsWaited() {
        OrderRig limited = new OrderRig(new RiskLimits(true, 100_000_000L, 10, 1_000), 1_000);
        limited.comeLive();
        for (int waitedMs = 15_000; waitedMs > 0; waitedMs -= 100) {
            limited.handleLate(waitedMs);
            limited.buy(0.001);
        }

        assertEquals(10, limited.sent.size());
        assertEquals(RiskVerdict.ORDER_RATE, limited.buy(0.001));
        limited.pass(1_000);
        assertEquals(RiskVerdict.ACCEPTED, limited.buy(0.001));
    }

    @Test
    void shouldNotCountAgainstTheRateWhatTheSocketDidNotTake() {
        OrderRig limited = new OrderRig(new RiskLimits(true, 100_000_000L, 1, 3), 64);
        limited.comeLive();
        limited.socketFull = true;

        assertEquals(RiskVerdict.OUTBOUND_FULL, limited.buy(1));
        limited.socketFull = false;

        assertEquals(RiskVerdict.ACCEPTED, limited.buy(1));
        assertEquals(1, limited.orders.openOrders());
        assertEquals(1, limited.count(Counter.ORDERS_REFUSED));
    }

    @Test
    void shouldForgetNoOrderWhenTheSocketTakesNone() {
        OrderRig small = new OrderRig(OrderRig.NO_LIMITS, 2);
        small.comeLive();
        small.buy(0.01);
        Order done = small.receive(small.venue(501).executed(86_717));
        small.buy(0.02);
        small.socketFull = true;

        assertEquals(RiskVerdict.OUTBOUND_FULL, small.buy(0.03));
        assertEquals(RiskVerdict.OUTBOUND_FULL, small.buy(0.03));

        OrderFrames frames = OrderFrames.of(OrderRig.FIRST_ID, 501, "tBTCUSD", 0.01);
        assertSame(done, small.receive(frames.fill(1, 0.01, 86_717)));
        List<Double> kept = new ArrayList<>();
        small.orders.forEach(order -> kept.add(order.amount()));
        assertEquals(List.of(0.01, 0.02), kept);
    }

    @Test
    void shouldSendNothingWhenAllOrdersKeptAreOpen() {
        OrderRig small = new OrderRig(OrderRig.NO_LIMITS, 2);
        small.comeLive();
        small.buy(0.01);
        small.buy(0.01);

        assertEquals(RiskVerdict.ORDER_POOL, small.buy(0.01));
        assertEquals(2, small.sent.size());
        small.receive(small.venue(7).executed(100));
        assertEquals(RiskVerdict.ACCEPTED, small.buy(0.01));
    }

    @Test
    void shouldCancelByTheVenuesNumberWhenItIsKnown() {
        rig.buy(0.01);
        rig.receive(rig.venue(244_611_273_982L).rests());
        rig.sent.clear();

        assertTrue(rig.orders.cancel(rig.orders.lastOrder()));

        assertEquals(List.of("[0,\"oc\",null,{\"id\":244611273982}]"), rig.sent);
    }

    @Test
    void shouldCancelByOurNumberAndDayWhenTheVenuesIsNotKnown() {
        rig.buy(0.01);
        rig.sent.clear();
        rig.clock(OrderFrames.NOON_MS + 24 * 3_600_000);

        rig.orders.cancel(rig.orders.lastOrder());

        assertEquals(
                List.of("[0,\"oc\",null,{\"cid\":20000000,\"cid_date\":\"2026-11-23\"}]"),
                rig.sent);
    }

    @Test
    void shouldCancelByTheDayThatTheVenueTold() {
        long beforeMidnightMs = OrderFrames.NOON_MS + 12 * 3_600_000 - 1;
        rig.clock(beforeMidnightMs);
        rig.buy(0.01);
        OrderFrames frames = rig.venue(0).createdMs(beforeMidnightMs + 2);
        rig.receive(frames.rests());
        rig.sent.clear();

        rig.orders.cancel(rig.orders.lastOrder());

        assertEquals(
                List.of("[0,\"oc\",null,{\"cid\":20000000,\"cid_date\":\"2026-11-24\"}]"),
                rig.sent);
    }

    @Test
    void shouldNotCancelWhatIsDoneOrWhileTheAccountIsNotOurs() {
        rig.buy(0.01);
        Order order = rig.orders.lastOrder();
        rig.lose();
        assertFalse(rig.orders.cancel(order));
        rig.comeLive();
        rig.receive(rig.venue(5).executed(100));
        rig.sent.clear();

        assertFalse(rig.orders.cancel(order));
        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldCancelWhatTheStrategySentAndLeaveTheConsolesAlone() {
        rig.buy(0.01);
        rig.orders.submit(Intents.market(OrderRig.BTCUSD, Side.BUY, 0.02, OrderOrigin.CONSOLE));
        rig.buy(0.03);
        rig.receive(rig.venue(9).rests());
        rig.sent.clear();

        assertEquals(2, rig.orders.cancelAll(false));
        assertEquals(
                List.of(
                        "[0,\"oc\",null,{\"cid\":20000000,\"cid_date\":\"2026-11-23\"}]",
                        "[0,\"oc\",null,{\"id\":9}]"),
                rig.sent);
        assertEquals(3, rig.orders.cancelAll(true));
    }

    @Test
    void shouldKeepTheOrderOpenUntilItsCancelIsToldByTheOrderItself() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(9);
        rig.receive(frames.rests());
        rig.orders.cancel(rig.orders.lastOrder());

        Order order = rig.receive(frames.cancelAnswered("SUCCESS"));
        assertEquals(OrderStatus.ACTIVE, order.status());
        rig.receive(frames.cancelAnswered("ERROR"));
        assertEquals(OrderStatus.ACTIVE, order.status());
        rig.receive(frames.closed("CANCELED", 0.01, 0));

        assertEquals(OrderStatus.CANCELED, order.status());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldRecycleDoneOrdersOfASmallPoolTenThousandTimes() {
        OrderRig small = new OrderRig(OrderRig.NO_LIMITS, 8);
        small.comeLive();
        for (int i = 1; i <= 10_000; i++) {
            assertEquals(RiskVerdict.ACCEPTED, i % 2 == 0 ? small.sell(0.01) : small.buy(0.02));
            OrderFrames frames = small.venue(1_000_000L + i);
            double signed = i % 2 == 0 ? -0.01 : 0.02;
            small.receive(frames.accepted());
            small.receive(frames.fill(i, signed, 100));
            small.receive(frames.executed(100));
            small.receive(frames.fee(i, signed, 100));
        }

        assertEquals(5_000 * 0.01, small.position());
        assertEquals(10_000, small.count(Counter.FILLS));
        assertEquals(0, small.orders.openOrders());
        assertNull(small.receive(OrderFrames.of(OrderRig.FIRST_ID, 1_000_001, "t", 1).rests()));
    }

    @Test
    void shouldKeepAnOrderThatIsSentWhileAnotherIsBeingSent() {
        OrderRig small = new OrderRig(OrderRig.NO_LIMITS, 3);
        small.comeLive();
        for (int i = 1; i <= 3; i++) {
            small.buy(0.01);
            small.receive(small.venue(i).executed(100)); // by its row alone
        }
        small.buy(0.04); // whose place was made when the report before came
        small.onAdopted =
                () -> {
                    small.onAdopted = () -> {};
                    assertEquals(RiskVerdict.ACCEPTED, small.sell(0.02)); // within the next one
                };

        assertEquals(RiskVerdict.ACCEPTED, small.buy(0.03));

        assertEquals(6, small.sent.size());
        assertEquals(3, small.orders.openOrders());
        List<Double> amounts = new ArrayList<>();
        small.orders.forEach(order -> amounts.add(order.amount()));
        Collections.sort(amounts);
        assertEquals(List.of(0.02, 0.03, 0.04), amounts);
    }

    @Test
    void shouldRecycleTheOldestDoneOrderAndKeepTheOpenOnes() {
        OrderRig small = new OrderRig(OrderRig.NO_LIMITS, 3);
        small.comeLive();
        small.buy(0.01);
        Order open = small.orders.lastOrder();
        for (int i = 1; i < 100; i++) {
            small.buy(0.01);
            assertNotEquals(open, small.orders.lastOrder());
            small.receive(small.venue(i).closed("CANCELED", 0.01, 0));
        }

        assertEquals(OrderRig.FIRST_ID, open.clientOrderId());
        assertEquals(1, small.orders.openOrders());
    }
}
