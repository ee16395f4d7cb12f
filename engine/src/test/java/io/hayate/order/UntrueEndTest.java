package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What says that an order has ended, or is filled, and must not be believed. */
class UntrueEndTest {
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
    void shouldNotEndByARefusalThatComesWhenMoreIsKnown() {
        rig.receive(frames.rests());

        rig.receive(frames.refused("Invalid order."));

        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(0, rig.count(Counter.ORDERS_REJECTED));
    }

    @Test
    void shouldNotEndByARefusalOfAnotherProgramsOrderThatBearsItsNumber() {
        long number = order.clientOrderId();

        assertNull(rig.receive(OrderFrames.of(number, 0, "tETHUSD", 0.01).refused("no")));
        assertNull(rig.receive(OrderFrames.of(number, 77, "tBTCUSD", -0.01).rests()));
        assertNull(rig.receive(OrderFrames.of(number, 77, "tBTCUSD", 5).executed(100)));

        assertEquals(OrderStatus.SUBMITTED, order.status());
        assertEquals(1, rig.orders.openOrders());
    }

    @Test
    void shouldNotEndByAnAnswerInWordsThatAreNotKnown() {
        rig.receive(frames.refused("later").replace("\"ERROR\"", "\"QUEUED\""));

        assertEquals(OrderStatus.SUBMITTED, order.status());
    }

    @Test
    void shouldNotTakeMoreFromARowThanWasOrdered() {
        rig.receive(frames.accepted());
        rig.receive(frames.executed(100).replace(",0,0.01,", ",0,7,"));
        rig.pass(5_000);

        assertEquals(0.01, order.filledAmount());
        assertEquals(0.01, rig.position());
    }
}
