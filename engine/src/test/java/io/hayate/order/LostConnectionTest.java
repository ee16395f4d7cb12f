package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is under way when the connection breaks, and what the next one tells of it. */
class LostConnectionTest {
    private static final String UNKNOWN = "unknown " + OrderRig.FIRST_ID;

    private final OrderRig rig = OrderRig.live();
    private OrderFrames frames;
    private Order order;

    @BeforeEach
    void buy() {
        rig.buy(0.01);
        order = rig.orders.lastOrder();
        frames = rig.venue(501);
    }

    @Test
    void shouldTellOnceThatTheOutcomeIsUnknownWhenNothingWasAnswered() {
        rig.lose();
        rig.comeLive();
        rig.receive("[0,\"os\",[]]");

        assertEquals(List.of(UNKNOWN), rig.told);
        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertEquals(1, rig.orders.openOrders());
        assertEquals(1, rig.count(Counter.ORDERS_UNKNOWN));
    }

    @Test
    void shouldLiveAgainWhenTheVenueHasItThoughItWasGivenUp() {
        rig.lose();
        rig.comeLive();
        assertTrue(rig.orders.forget(order.clientOrderId()));
        assertEquals(OrderStatus.NEVER_ARRIVED, order.status());
        assertEquals(0, rig.orders.openOrders());

        rig.receive(OrderFrames.listed(frames.open(0.01, 0)));

        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(1, rig.orders.openOrders());
        assertEquals(1_000_000, rig.orders.openUnits(OrderRig.BTCUSD, Side.BUY));
    }

    @Test
    void shouldTellThatTheOutcomeIsUnknownWhenItWasOnlyAccepted() {
        rig.receive(frames.accepted());
        rig.lose();

        assertEquals(List.of(UNKNOWN), rig.told);
        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldSeeALossThatOnlyTheNextConnectionTells() {
        rig.comeLive();

        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldKeepWhatIsUnderWayThroughMaintenanceAndNews() {
        rig.status(SessionState.PAUSED, true);
        rig.status(SessionState.SUBSCRIBING, true);
        rig.status(SessionState.LIVE, true);
        rig.status(SessionState.LIVE, true);

        assertEquals(OrderStatus.SUBMITTED, order.status());
        assertEquals(List.of(), rig.told);
    }

    @Test
    void shouldBeActiveAgainWhenTheNewConnectionListsIt() {
        rig.lose();
        rig.comeLive();
        Order listed = rig.receive(OrderFrames.listed(frames.open(0.01, 0)));

        assertSame(order, listed);
        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(0.01, order.remainingAmount());
        assertEquals(1, rig.orders.openOrders());
        rig.receive(frames.executed(100));
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldCountWhatWasFilledMeanwhileWhenTheListTellsARest() {
        rig.receive(frames.rests());
        rig.receive(frames.fill(1, 0.001, 100));
        rig.lose();
        rig.comeLive();
        rig.receive(OrderFrames.listed(frames.open(0.006, 100)));
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.status());

        rig.pass(5_000);

        assertEquals(0.006, order.remainingAmount());
        assertEquals(0.004, rig.position());
        assertEquals(List.of("adopted 300000 of " + OrderRig.FIRST_ID), rig.told);
        assertEquals(1, rig.orders.openOrders());
    }

    @Test
    void shouldBeUnknownWhenARestingOrderIsNotOnTheNewList() {
        rig.receive(frames.rests());
        rig.lose();
        assertEquals(OrderStatus.ACTIVE, order.status(), "nobody said otherwise yet");
        rig.comeLive();
        OrderFrames other = OrderFrames.of(123, 77, "tBTCUSD", 1);

        assertNull(rig.receive(OrderFrames.listed(other.open(1, 0))));

        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertEquals(List.of(UNKNOWN), rig.told);
    }

    @Test
    void shouldBeUnknownWhenTheNewListIsEmpty() {
        rig.receive(frames.rests());
        rig.lose();
        rig.comeLive();

        rig.receive("[0,\"os\",[]]");

        assertEquals(List.of(UNKNOWN), rig.told);
    }

    @Test
    void shouldWaitForTheWholeListBeforeItMissesAnOrder() {
        rig.receive(frames.rests());
        rig.buy(0.02);
        OrderFrames second = rig.venue(502);
        rig.receive(second.rests());
        rig.lose();
        rig.comeLive();

        rig.receive(OrderFrames.listed(second.open(0.02, 0), frames.open(0.01, 0)));

        assertEquals(List.of(), rig.told);
    }

    @Test
    void shouldKeepAnOrderOfTheNewConnectionThatItsListCannotKnow() {
        rig.receive(frames.executed(100));
        rig.lose();
        rig.comeLive();
        rig.buy(0.02);

        rig.receive("[0,\"os\",[]]");

        assertEquals(OrderStatus.SUBMITTED, rig.orders.lastOrder().status());
        assertEquals(List.of(), rig.told);
    }

    @Test
    void shouldNotMissAnOrderWhoseFillsWereCompleteBeforeTheLoss() {
        rig.receive(frames.fill(1, 0.01, 100));
        rig.lose();
        rig.comeLive();
        rig.receive("[0,\"os\",[]]");

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(List.of(), rig.told);
    }

    @Test
    void shouldLearnTheOutcomeWhenTheVenueTellsItAfterAll() {
        rig.lose();
        rig.comeLive();
        rig.receive(frames.fill(1, 0.01, 100));
        rig.receive(frames.executed(100));

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, rig.position());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldBeRejectedWhenTheLoopSaysThatItNeverLeft() {
        rig.lose();
        Order never = rig.notSent(OrderRig.FIRST_ID);

        assertSame(order, never);
        assertEquals(OrderStatus.REJECTED, order.status());
        assertEquals(0, rig.orders.openOrders());
        assertEquals(0, rig.count(Counter.ORDERS_REJECTED), "the venue refused nothing");
    }

    @Test
    void shouldAskForTheCancelOfAnUnknownOrderOnTheNextConnection() {
        rig.lose();
        rig.comeLive();
        rig.sent.clear();

        assertTrue(rig.orders.cancel(order));

        assertEquals(
                List.of("[0,\"oc\",null,{\"cid\":20000000,\"cid_date\":\"2026-11-23\"}]"),
                rig.sent);
    }
}
