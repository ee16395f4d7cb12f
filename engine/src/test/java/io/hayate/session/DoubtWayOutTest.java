package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountDoubt;
import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.SessionStatus;
import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.order.Intents;
import io.hayate.order.Order;
import io.hayate.order.OrderEvents;
import io.hayate.order.OrderFrames;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.Positions;
import io.hayate.outbound.DirectOrderSender;
import io.hayate.risk.RiskVerdict;
import io.hayate.transport.DisconnectCause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No doubt about the account, held as orders rest or not, lasts when what it is about is over. */
class DoubtWayOutTest {
    private static final long ORDER_ID = 501;
    private static final String HELD =
            "no fresh connection while an order rests: the dead-man switch would cancel;"
                    + " reconnect makes one";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final List<String> told = new ArrayList<>();
    private final OrderManager orders =
            rig.orders(
                    new DirectOrderSender(rig.path.orderConnection()),
                    4,
                    new Positions(),
                    new Told());
    private OrderFrames frames;
    private Order order;

    private final class Told implements OrderEvents {
        @Override
        public void onOutcomeUnknown(Order order) {
            told.add("unknown " + order.orderId());
        }

        @Override
        public void onFillAdopted(Order order, long units) {}
    }

    /** An order of ours rests, on a connection that has told the account as a whole. */
    @BeforeEach
    void rest() {
        comeLive();
        assertEquals(RiskVerdict.ACCEPTED, buy());
        order = orders.lastOrder();
        frames = OrderFrames.of(order.clientOrderId(), ORDER_ID, "tBTCUSD", 0.01);
        receive(frames.rests());
        assertEquals(OrderStatus.ACTIVE, order.status());
    }

    private void comeLive() {
        rig.greet();
        receive(SessionRig.AUTH_OK);
        receive("[0,\"ps\",[]]");
        receive(SessionRig.subscribed(7, "tBTCUSD"));
        receive("[0,\"ws\",[]]");
        receive("[0,\"os\",[]]");
    }

    private void connectAgain() {
        if (rig.state() == SessionState.DISCONNECTED) {
            rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
            rig.pass(3_000);
        }
        comeLive();
    }

    private RiskVerdict buy() {
        orders.onTime(rig.nowNs(), 0, rig.nowNs());
        return orders.submit(Intents.market(0, Side.BUY, 0.01, OrderOrigin.CONSOLE));
    }

    private void receive(String frame) {
        rig.receive(frame);
        consume();
    }

    private void consume() {
        rig.ring.poll(this::onEvent, SessionRig.RING_SIZE);
    }

    private void onEvent(Event event) {
        if (event.type() == EventType.SESSION_STATUS) {
            SessionStatus status = new SessionStatus().wrap(event);
            told.add(status.text());
            orders.onSessionStatus(status);
        } else if (event.type() == EventType.EXECUTION_REPORT) {
            ExecutionReport report = new ExecutionReport().wrap(event);
            orders.onExecutionReport(report, event.instrumentId(), event.isLast());
        }
    }

    private void pass() {
        rig.pass(20);
        consume();
    }

    /** The order's end comes, and cannot be understood. */
    private void missTheEnd() {
        receive("[0,\"oc\",[501,null,7]]");
        pass();
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(RiskVerdict.ACCOUNT_DOUBT_HELD, buy());
        assertTrue(told.contains(HELD), () -> "" + told);
    }

    private void assertGoesOnAfterAFreshConnection() {
        assertEquals(SessionState.DISCONNECTED, rig.state());
        connectAgain();
        consume();
        assertFalse(rig.session.doubt().exists());
        assertEquals(RiskVerdict.ACCEPTED, buy());
    }

    @Test
    void shouldEndByALaterFrameOfTheOrderThatIsUnderstood() {
        missTheEnd();

        receive(frames.closed("CANCELED", 0.01, 0));
        pass();

        assertGoesOnAfterAFreshConnection();
    }

    @Test
    void shouldEndByALaterListThatLeavesTheOrderOut() {
        missTheEnd();

        receive("[0,\"os\",[]]");
        pass();

        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertTrue(told.contains("unknown 501"));
        assertGoesOnAfterAFreshConnection();
    }

    @Test
    void shouldEndByALaterListOfOthersOnceTheyAreGone() {
        missTheEnd();
        OrderFrames other = OrderFrames.of(9, 77, "tBTCUSD", 2);

        receive(OrderFrames.listed(other.open(2, 0)));
        pass();
        assertEquals(SessionState.LIVE, rig.state(), "that one rests");
        receive(other.closed("CANCELED", 2, 0));
        pass();

        assertGoesOnAfterAFreshConnection();
    }

    @Test
    void shouldNotEndByAListThatIsNotUnderstood() {
        missTheEnd();

        receive("[0,\"os\",[[77,null,9]]]");
        pass();

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(OrderStatus.ACTIVE, order.status());
    }

    @Test
    void shouldKeepCountingAnOrderThatALaterListTells() {
        missTheEnd();

        receive(OrderFrames.listed(frames.open(0.01, 0)));
        pass();

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(OrderStatus.ACTIVE, order.status());
    }

    @Test
    void shouldEndWhenTheVenueFindsNoOrderToCancel() {
        missTheEnd();
        assertTrue(orders.cancel(order), "a cancel leaves");

        receive(frames.cancelAnswered("ERROR").replace("cancel: ERROR", "Order not found."));
        pass();

        assertEquals(OrderStatus.UNKNOWN, order.status());
        assertGoesOnAfterAFreshConnection();
    }

    @Test
    void shouldNotEndWhenACancelIsRefusedForAnotherReason() {
        missTheEnd();

        receive(frames.cancelAnswered("ERROR").replace("cancel: ERROR", "ratelimit: error"));
        pass();

        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldKeepAnOrderThatWasNotFoundWhileThereIsNoDoubt() {
        receive(frames.cancelAnswered("ERROR").replace("cancel: ERROR", "Order not found."));

        assertEquals(OrderStatus.ACTIVE, order.status(), "its end is on its way");
        assertFalse(told.contains("unknown 501"));
    }

    @Test
    void shouldEndByTheReconnectThatAPersonAsksFor() {
        missTheEnd();

        rig.commands.offer(CommandType.RECONNECT);
        pass();

        assertTrue(told.contains("a fresh connection was asked for"));
        assertGoesOnAfterAFreshConnection();
        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldSayThatThereIsNothingToGiveUp() {
        rig.lose(DisconnectCause.LOST, "gone");

        rig.commands.offer(CommandType.RECONNECT);
        pass();

        assertTrue(told.contains("there is no connection: the next one follows by itself"));
    }

    /** Those of the connection before were canceled with it, whatever the new one tells. */
    @Test
    void shouldNotHoldForOrdersOfAConnectionThatIsGone() {
        rig.lose(DisconnectCause.LOST, "gone");
        rig.pass(3_000);
        rig.greet();
        receive(SessionRig.AUTH_OK);
        receive("[0,\"ps\",[]]");
        receive(SessionRig.subscribed(7, "tBTCUSD"));

        receive("[0,\"os\",5]");
        pass();

        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldHoldForAnOrderThatTheNewConnectionTells() {
        rig.lose(DisconnectCause.LOST, "gone");
        rig.pass(3_000);
        rig.greet();
        receive(SessionRig.AUTH_OK);
        receive("[0,\"ps\",[]]");
        receive(SessionRig.subscribed(7, "tBTCUSD"));
        receive(OrderFrames.listed(frames.open(0.01, 0)));

        receive("[0,\"wu\",5]");
        pass();

        assertEquals(SessionState.LIVE, rig.state());
        assertTrue(rig.session.doubt().isHeld());
    }

    @Test
    void shouldTellAndConnectAnewForAFillThatCannotBeTrue() {
        receive(frames.fill(9, 0.02, 100));
        assertEquals(RiskVerdict.ACCOUNT_DOUBT, buy(), "before the loop has had a turn");
        pass();

        String why = "fill 9 of order 501 is 0.02, more than the 0.01 left of it";
        assertTrue(
                told.contains("the account is in doubt, no new order leaves: " + why),
                () -> "" + told);
        assertEquals(1, rig.count(Counter.ACCOUNT_DOUBTS));
        assertTrue(told.contains(HELD));
        receive(frames.closed("CANCELED", 0.01, 0));
        pass();
        assertTrue(told.contains(why + ": a fresh connection tells the account anew"));
        assertGoesOnAfterAFreshConnection();
    }

    @Test
    void shouldTellOfAFillThatCannotBeTrueThoughThereIsADoubtAlready() {
        missTheEnd();
        rig.pass(10_000);

        receive(frames.fill(9, 0.02, 100));
        pass();

        String why = "fill 9 of order 501 is 0.02, more than the 0.01 left of it";
        assertTrue(told.contains("the account is still in doubt, " + why), () -> "" + told);
    }

    @Test
    void shouldNotEndADoubtThatTheOrdersBeganMeanwhile() {
        AccountDoubt doubt = rig.session.doubt();
        receive("[0,\"wu\",5]");
        receive(frames.closed("CANCELED", 0.01, 0));
        pass();
        assertEquals(SessionState.DISCONNECTED, rig.state());
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(3_000);
        rig.greet();
        receive(SessionRig.AUTH_OK);
        receive("[0,\"ps\",[]]");
        receive(SessionRig.subscribed(7, "tBTCUSD"));
        receive("[0,\"ws\",[]]");
        doubt.suspect("found by the orders");

        receive("[0,\"os\",[]]");

        assertTrue(doubt.exists());
        assertFalse(rig.session.mayLeave(rig.session.connection(), 1));
    }
}
