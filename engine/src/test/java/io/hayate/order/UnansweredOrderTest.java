package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order of which the venue says nothing, or only that it was taken, while the connection holds. */
class UnansweredOrderTest {
    private static final int LATE_MS = OrderRig.ANSWER_TIMEOUT_MS;

    private final OrderRig rig = OrderRig.live();

    private Order buy() {
        rig.buy(0.01);
        return rig.orders.lastOrder();
    }

    @Test
    void shouldBeUnknownOnceTheTimeForItsAnswerIsOver() {
        Order order = buy();

        rig.pass(LATE_MS - 1);
        assertEquals(OrderStatus.SUBMITTED, order.status());
        rig.pass(1);

        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertEquals(List.of("unknown " + OrderRig.FIRST_ID), rig.told);
        assertEquals(1, rig.count(Counter.ORDERS_UNKNOWN));
        assertEquals(1, rig.orders.openOrders());
    }

    @Test
    void shouldBeUnknownWhenItWasTakenAndNothingMoreIsTold() {
        Order order = buy();
        rig.pass(LATE_MS - 1);
        rig.receive(rig.venue(501).accepted());

        rig.pass(LATE_MS - 1);
        assertEquals(OrderStatus.ACCEPTED, order.status());
        rig.pass(1);

        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldTakeAnAnswerThatComesLate() {
        Order order = buy();
        OrderFrames frames = rig.venue(501);
        rig.pass(60_000);

        rig.receive(frames.accepted());
        assertEquals(OrderStatus.ACCEPTED, order.status());
        rig.receive(frames.fill(1, 0.01, 100));
        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, rig.position());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldTakeALateRefusalAsTheEndOfAnOrderOfWhichNothingElseIsKnown() {
        Order order = buy();
        rig.pass(60_000);

        rig.receive(rig.venue(501).refused("Invalid order: not enough exchange balance"));

        assertEquals(OrderStatus.REJECTED, order.status());
    }

    @Test
    void shouldWaitForEachOrderFromItsOwnTimeOn() {
        Order first = buy();
        rig.pass(LATE_MS / 2);
        Order second = buy();
        rig.pass(LATE_MS / 4);
        rig.receive(rig.venue(502).rests()); // the second
        Order third = buy();

        rig.pass(LATE_MS / 4);
        assertEquals(OrderStatus.UNKNOWN, first.status());
        assertEquals(OrderStatus.ACTIVE, second.status());
        assertEquals(OrderStatus.SUBMITTED, third.status());
        rig.pass(LATE_MS);

        assertEquals(OrderStatus.ACTIVE, second.status());
        assertEquals(OrderStatus.UNKNOWN, third.status());
    }

    @Test
    void shouldCountFromTheTimeAtWhichItLeftWhenEventsWaited() {
        rig.handleLate(15_000);
        Order order = buy();

        rig.pass(LATE_MS - 1);

        assertEquals(OrderStatus.SUBMITTED, order.status());
    }

    @Test
    void shouldLeaveOrdersAloneThatAreKnown() {
        Order resting = buy();
        rig.receive(rig.venue(501).rests());
        Order filled = buy();
        rig.receive(rig.venue(502).fill(1, 0.01, 100));

        rig.pass(3_600_000);

        assertEquals(OrderStatus.ACTIVE, resting.status());
        assertEquals(OrderStatus.FILLED, filled.status());
        assertEquals(List.of(), rig.told);
    }
}
