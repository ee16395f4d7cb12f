package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.OrderEncoder;
import io.hayate.model.OrderStatus;
import io.hayate.risk.RiskVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trading that is halted, killed and resumed. */
class HaltTest {
    private final OrderRig rig = OrderRig.live();

    @Test
    void shouldRefuseNewRiskAndLetCancelsLeaveWhileHalted() {
        rig.buy(0.01);
        Order order = rig.orders.lastOrder();
        rig.receive(rig.venue(501).rests());
        rig.sent.clear();

        assertTrue(rig.halt.begin("a test"));
        assertEquals(RiskVerdict.HALTED, rig.buy(0.01));
        assertEquals(RiskVerdict.HALTED, rig.sell(0.01));
        assertFalse(rig.orders.isLive());
        assertTrue(rig.orders.cancel(order));

        assertEquals(List.of("[0,\"oc\",null,{\"id\":501}]"), rig.sent);
    }

    @Test
    void shouldCancelWhatIsOpenOnceASecondWhenKilledUntilItIsEnded() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(501);
        rig.receive(frames.rests());
        rig.sent.clear();

        rig.halt.kill("a test");
        assertEquals(List.of(), rig.sent);
        rig.pass(10);
        assertEquals(List.of("[0,\"oc_multi\",null,{\"id\":[501]}]"), rig.sent);
        rig.pass(500);
        assertEquals(1, rig.sent.size());
        rig.pass(499);
        assertEquals(1, rig.sent.size());
        rig.pass(1);
        assertEquals(2, rig.sent.size());

        rig.receive(frames.closed("CANCELED", 0.01, 0));
        rig.pass(5_000);
        assertEquals(2, rig.sent.size());
        assertEquals(RiskVerdict.HALTED, rig.buy(0.01));
    }

    @Test
    void shouldCancelWhatIsToldAsOpenOnlyAfterTheKill() {
        rig.buy(0.01);
        OrderFrames frames = rig.venue(501);
        rig.receive(frames.rests());
        rig.lose();
        rig.sent.clear();

        rig.halt.kill("a test");
        rig.pass(5_000);
        assertEquals(List.of(), rig.sent);
        rig.comeLive();
        rig.receive(OrderFrames.listed(frames.open(0.01, 0)));
        rig.pass(1_000);

        assertEquals(List.of("[0,\"oc_multi\",null,{\"id\":[501]}]"), rig.sent);
    }

    @Test
    void shouldCancelAllByOneMessageASecondFirstThoseThatTheVenueHasNumbered() {
        for (int i = 0; i < 3; i++) {
            rig.buy(0.01);
            rig.receive(rig.venue(501 + i).rests());
        }
        rig.buy(0.01);
        rig.sent.clear();

        rig.halt.kill("a test");
        rig.pass(10);
        assertEquals(List.of("[0,\"oc_multi\",null,{\"id\":[501,502,503]}]"), rig.sent);
        for (int i = 0; i < 3; i++) {
            rig.receive(
                    OrderFrames.of(OrderRig.FIRST_ID + i, 501 + i, "tBTCUSD", 0.01)
                            .closed("CANCELED", 0.01, 0));
        }
        rig.pass(1_000);

        assertEquals(2, rig.sent.size());
        String second = rig.sent.get(1);
        assertTrue(
                second.startsWith("[0,\"oc_multi\",null,{\"cid\":[[" + (OrderRig.FIRST_ID + 3)),
                second);
    }

    @Test
    void shouldCancelMoreThanOneMessageHoldsByTurns() {
        OrderRig many = new OrderRig(OrderRig.NO_LIMITS, 512);
        many.comeLive();
        int orders = 2 * OrderEncoder.CANCELS_MAX + 7;
        for (int i = 0; i < orders; i++) {
            many.buy(0.01);
            many.receive(many.venue(1_000 + i).rests());
        }
        many.sent.clear();

        many.halt.kill("a test");
        for (int i = 0; i < 3; i++) {
            many.pass(1_000);
        }

        assertEquals(3, many.sent.size());
        String all = String.join("", many.sent);
        for (int i = 0; i < orders; i++) {
            assertTrue(all.contains("" + (1_000 + i)), "order " + i);
        }
    }

    @Test
    void shouldAskAtFirstAloneForAnOrderOfUnknownOutcome() {
        rig.buy(0.01);
        rig.pass(OrderRig.ANSWER_TIMEOUT_MS);
        assertEquals(OrderStatus.UNKNOWN, rig.orders.lastOrder().status());
        rig.sent.clear();

        rig.halt.kill("a test");
        for (int i = 0; i < 10; i++) {
            rig.pass(5_000);
        }

        assertEquals(1, rig.sent.size());
        assertTrue(rig.sent.get(0).contains("" + OrderRig.FIRST_ID), rig.sent.get(0));
    }

    @Test
    void shouldAskForAnOrderWithoutANumberBesideOnesThatTakeTheirTime() {
        rig.buy(0.01);
        rig.receive(rig.venue(501).rests());
        rig.buy(0.01);
        rig.pass(OrderRig.ANSWER_TIMEOUT_MS);
        assertEquals(OrderStatus.UNKNOWN, rig.orders.lastOrder().status());
        rig.sent.clear();

        rig.halt.kill("a test");
        for (int i = 0; i < 4; i++) {
            rig.pass(1_000);
        }

        String ours = "" + (OrderRig.FIRST_ID + 1);
        assertEquals(1, rig.sent.stream().filter(text -> text.contains(ours)).count());
        assertTrue(rig.sent.stream().filter(text -> text.contains("501")).count() >= 1);
    }

    @Test
    void shouldResumeOnlyWhenTheNumberOfOpenOrdersIsKnown() {
        rig.buy(0.01);
        rig.receive(rig.venue(501).rests());
        rig.halt.kill("a test");
        rig.pass(10);

        assertFalse(rig.orders.resume(0));
        assertEquals(RiskVerdict.HALTED, rig.buy(0.01));
        assertTrue(rig.orders.resume(1));
        assertFalse(rig.orders.resume(1));

        rig.sent.clear();
        rig.pass(5_000);
        assertEquals(List.of(), rig.sent);
        assertEquals(RiskVerdict.ACCEPTED, rig.buy(0.01));
    }

    @Test
    void shouldNotResumeOnceTheEngineEnds() {
        rig.halt.end();

        assertFalse(rig.orders.resume(0));
        assertEquals(RiskVerdict.HALTED, rig.buy(0.01));
        assertEquals("the engine ends", rig.orders.haltReason());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldSayHaltedWhenThatBeganWhileTheOrderWasOnItsWay() {
        rig.onSend = () -> rig.halt.begin("a test");
        rig.socketFull = true;

        assertEquals(RiskVerdict.HALTED, rig.buy(0.01));
        assertEquals(List.of(), rig.sent);
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldEndAnOrderThatNeverLeftAsRejected() {
        rig.buy(0.01);
        Order order = rig.orders.lastOrder();
        rig.halt.kill("a test");

        rig.notSent(order.clientOrderId());

        assertEquals(OrderStatus.REJECTED, order.status());
        assertEquals(0, rig.orders.openOrders());
    }
}
