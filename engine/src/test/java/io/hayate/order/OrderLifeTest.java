package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order of ours under the frames of the venue, in every order that they may come in. */
class OrderLifeTest {
    private static final long ORDER_ID = 244_611_273_982L;

    private OrderRig rig = OrderRig.live();

    @ParameterizedTest
    @MethodSource("io.hayate.order.OrderStory#all")
    void shouldComeToTheSameEndInWhateverOrderFramesCome(OrderStory story) {
        rig.buy(0.01);
        forEachOrder(story.tell(rig.venue(ORDER_ID)), 0, frames -> play(story, frames));
    }

    private static void forEachOrder(List<String> frames, int from, Consumer<List<String>> taker) {
        if (from == frames.size()) {
            taker.accept(frames);
        }
        for (int i = from; i < frames.size(); i++) {
            Collections.swap(frames, from, i);
            forEachOrder(frames, from + 1, taker);
            Collections.swap(frames, from, i);
        }
    }

    private void play(OrderStory story, List<String> frames) {
        rig = OrderRig.live();
        rig.buy(0.01);
        Order order = rig.orders.lastOrder();
        for (String frame : frames) {
            assertSame(order, rig.receive(frame), frame);
        }
        String asPlayed = String.join("\n", frames);
        assertEquals(story.status(), order.status(), asPlayed);
        assertEquals(story.filled(), order.filledAmount(), asPlayed);
        assertEquals(story.filled(), rig.position(), asPlayed);
        assertEquals(0, rig.orders.openOrders(), asPlayed);
        rig.pass(10_000);
        assertEquals(story.filled(), rig.position(), asPlayed);
        assertEquals(List.of(), rig.told, asPlayed);
    }

    @Test
    void shouldBeRejectedWhenTheVenueRefusesTheRequest() {
        rig.buy(0.01);
        Order order =
                rig.receive(rig.venue(0).refused("Invalid order: not enough exchange balance"));

        assertEquals(OrderStatus.REJECTED, order.status());
        assertEquals(1, rig.count(Counter.ORDERS_REJECTED));
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldCountARefusalOfTheEngineOnce() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);
        rig.receive(frames.accepted());
        rig.receive(frames.closed("INSUFFICIENT BALANCE (U1)", 0.01, 0));
        rig.receive(frames.closed("INSUFFICIENT BALANCE (U1)", 0.01, 0));

        assertEquals(1, rig.count(Counter.ORDERS_REJECTED));
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldEndWhenARefusalComesWithoutAmountsAfterAFill() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);
        rig.receive(frames.fill(1, 0.004, 100));

        Order order =
                rig.receive(
                        "[0,\"oc\",["
                                + ORDER_ID
                                + ",null,null,\"tBTCUSD\",null,null,null,null,\"EXCHANGE MARKET\","
                                + "null,null,null,0,\"INSUFFICIENT MARGIN was: PARTIALLY FILLED\"]]");

        assertEquals(OrderStatus.CANCELED, order.status());
        assertEquals(0, rig.orders.openOrders());
        assertEquals(0, rig.count(Counter.ORDERS_REJECTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "PARTIALLY FILLED @ 100(0.001)"})
    void shouldNotComeBackToLifeWhenARowComesLate(String status) {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);
        Order order = rig.receive(frames.executed(100));

        rig.receive(frames.closed(status, 0.01, 0).replace("\"oc\"", "\"ou\""));

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldFollowStatesAsTheyComeInTheCommonOrder() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);
        Order order = rig.orders.lastOrder();
        List<OrderStatus> seen = new ArrayList<>();
        for (String frame :
                List.of(
                        frames.accepted(),
                        frames.rests(),
                        frames.fill(1, 0.004, 100),
                        frames.partlyFilled(0.006, 100),
                        frames.closed("CANCELED was: PARTIALLY FILLED @ 100(0.004)", 0.006, 100))) {
            rig.receive(frame);
            seen.add(order.status());
        }

        assertEquals(
                List.of(
                        OrderStatus.ACCEPTED,
                        OrderStatus.ACTIVE,
                        OrderStatus.PARTIALLY_FILLED,
                        OrderStatus.PARTIALLY_FILLED,
                        OrderStatus.CANCELED),
                seen);
        assertEquals(0.006, order.remainingAmount());
    }

    @Test
    void shouldBeDoneWhenItsFillsAreCompleteAndItsEndIsNeverTold() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);
        rig.receive(frames.fill(1, 0.004, 100));
        Order order = rig.receive(frames.fill(2, 0.006, 100));

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldKnowTheOrderByTheVenuesNumberAloneOnceItIsTold() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);
        Order order = rig.receive(frames.accepted());

        assertEquals(ORDER_ID, order.orderId());
        assertSame(order, rig.receive(frames.fillWithoutCid(1, 0.01, 100)));
        assertEquals(0.01, rig.position());
    }

    @Test
    void shouldNotKnowAFillByANumberThatWasNeverTold() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(ORDER_ID);

        assertNull(rig.receive(frames.fillWithoutCid(1, 0.01, 100)));
        assertEquals(0, rig.position());

        rig.receive(frames.executed(100));
        rig.pass(5_000);
        assertEquals(0.01, rig.position(), "the order's end told it, too");
    }

    @Test
    void shouldLeaveForeignOrdersAlone() {
        rig.buy(0.01);
        OrderFrames foreign = OrderFrames.of(1_755_757_983_693L, 77, "tBTCUSD", -2);

        assertNull(rig.receive(foreign.accepted()));
        assertNull(rig.receive(foreign.rests()));
        assertNull(rig.receive(foreign.fill(5, -2, 100)));
        assertNull(rig.receive(foreign.fee(5, -2, 100)));
        assertNull(rig.receive(foreign.executed(100)));

        assertEquals(0, rig.position());
        assertEquals(0, rig.count(Counter.FILLS));
        assertEquals(1, rig.orders.openOrders());
        assertEquals(OrderStatus.SUBMITTED, rig.orders.lastOrder().status());
    }

    @Test
    void shouldLeaveAForeignOrderAloneThatBearsANumberOfOurs() {
        rig.buy(0.01);
        Order ours = rig.receive(rig.venue(ORDER_ID).accepted());
        OrderFrames foreign = OrderFrames.of(ours.clientOrderId(), 77, "tBTCUSD", 0.01);

        assertNull(rig.receive(foreign.fill(5, 0.01, 100)));
        assertNull(rig.receive(foreign.executed(100)));

        assertEquals(0, rig.position());
        assertEquals(OrderStatus.ACCEPTED, ours.status());
    }

    @Test
    void shouldLeaveAForeignOrderOfAnotherSymbolAloneThatBearsANumberOfOurs() {
        rig.buy(5);
        Order ours = rig.orders.lastOrder();
        OrderFrames foreign = OrderFrames.of(ours.clientOrderId(), 77, "tETHUSD", -5);

        assertNull(rig.receive(foreign.rests()));
        assertNull(rig.receive(foreign.fill(5, -5, 3_000)));
        assertNull(rig.receive(foreign.executed(3_000)));

        assertEquals(0, rig.position());
        assertEquals(0, rig.positions.amount(OrderRig.ETHUSD));
        assertEquals(OrderStatus.SUBMITTED, ours.status());
        assertEquals(0, ours.orderId());
    }

    @Test
    void shouldIgnoreNotificationsThatAnswerNoOrder() {
        rig.buy(0.01);

        assertNull(
                rig.receive(
                        "[0,\"n\",[1575282446000,\"wallet_transfer\",null,null,null,null,"
                                + "\"SUCCESS\",\"moved\"]]"));
    }
}
