package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.metrics.Counter;
import io.hayate.model.SessionState;
import io.hayate.outbound.QueuedOrders;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.OutboundQueue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session does when something of the account was lost or not understood. */
class AccountDoubtTest {
    private static final long ORDER = 20_000_000;
    private static final String NULLS = ",null,null,null,0,\"ACTIVE\",null,null,100,0]";
    private static final String ROW =
            "[5,null,7,\"tBTCUSD\",1755757983972,1755757983972,1,1,\"EXCHANGE LIMIT\"" + NULLS;
    private static final String RESTS = "[0,\"on\"," + ROW + "]";
    private static final String GONE =
            "[0,\"oc\"," + ROW.replace("\"ACTIVE\"", "\"CANCELED\"") + "]";
    private static final String BAD = "[0,\"wu\",[\"exchange\",\"USD\",\"1\"]]";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");
        rig.drain();
        rig.transport.clearSent();
    }

    private boolean mayLeave() {
        return rig.session.mayLeave(rig.session.connection(), ORDER);
    }

    private boolean isInDoubt() {
        return rig.session.doubt().exists();
    }

    private void connectAgain() {
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.AUTH_OK);
        rig.receive("[0,\"ps\",[]]");
        rig.receive(SessionRig.subscribed(8, "tBTCUSD"));
        assertEquals(SessionState.LIVE, rig.state());
    }

    private static String answer(String info, String status) {
        return "[0,\"n\",[1,\"on-req\",null,null," + info + ",null," + status + ",\"x\"]]";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"n\",[1,\"on-req\",null,null,null,null,\"ERROR\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,{\"id\":5},null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[],null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"oc-req\",null,null,\"5\",null,\"ERROR\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[[5,0,7],[6,0,8]],null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[\"5\",0,7],null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[5,0,7],null,\"MAYBE\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[5,0,7]]]",
                "[0,\"n\",[1,7,null,null,[5,0,7],null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[]]",
                "[0,\"n\",null]",
                "[0,\"on\",[]]",
                "[0,\"on\",null,{\"cid\":5}]",
                "[0,\"on\",{\"id\":5}]",
                "[0,\"oc\",[5,null,7]]",
                "[0,\"oc\",[5,null,7,\"tBTCUSD\",1,1,null,1,\"MARKET\",0,0,0,0,\"CANCELED\"]]",
                "[0,\"oc\",[5,null,7,\"tBTCUSD\",1,1,2,1,\"MARKET\",0,0,0,0,\"CANCELED\"]]",
                "[0,\"oc\",[5,null,7,\"tBTCUSD\",1,1,1,1,\"MARKET\",0,0,0,0,null]]",
                "[0,\"te\",[1,\"tBTCUSD\",1,5,1e300,100]]",
                "[0,\"te\",[1,\"tBTCUSD\",1,5,1,-100]]",
                "[0,\"te\",[1,\"tBTCUSD\",1,null,1,100]]",
                "[0,\"wu\",[\"exchange\",\"USD\",null]]",
                "[0,\"wu\",[\"exchange\",null,1]]",
                "[0,\"ws\",[[\"exchange\",\"USD\",1],[\"exchange\",\"USD\"]]]",
                "[0,\"ws\",[\"exchange\",\"USD\",1]]",
                "[0,\"os\",[5]]",
                "[0,\"os\",null]",
                "[0,\"wu\",[\"exchange\",\"USD\",1",
                "[0,\"xyz\",[1,2",
                "[0,\"bu\",[1,2]",
                "[0,5]",
                "[0",
                "["
            })
    void shouldDoubtAtOnceAndConnectAnew(String frame) {
        assertTrue(mayLeave());

        rig.receive(frame);

        assertTrue(isInDoubt());
        assertFalse(mayLeave());
        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertEquals(1, rig.count(Counter.ACCOUNT_DOUBTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"hb\"]",
                "[0,\"xyz\",[1,2]]",
                "[0,\"xyz\",null]",
                "[0,\"ps\",[]]",
                "[0,\"ps\",null]",
                "[0,\"pu\",[[\"x\"]]]",
                "[0,\"n\",[1,\"wallet_transfer\",null,null,null,null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"oc_multi-req\",null,null,null,null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"fon-req\",null,null,{},null,\"ODD\",\"x\"]]",
                "[0,\"ws\",[]]",
                "[0,\"os\",[]]",
                "[7,[1",
                "{\"event\":",
                "pong"
            })
    void shouldNotDoubtForWhatIsToleratedOrOfAnotherChannel(String frame) {
        rig.receive(frame);

        assertFalse(isInDoubt());
        assertTrue(mayLeave());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[5,null,7,\"tBTCUSD\",1,1,1,1]",
                "[[5,null,7,\"tBTCUSD\",1,1,1,1]]",
                "[[[5,null,7,\"tBTCUSD\",1,1,1,1]]]"
            })
    void shouldReadARowThatIsWrappedOnceMore(String info) {
        for (String frame :
                List.of(answer(info, "\"ERROR\""), "[0,\"n\",[" + body(info) + "],1,2]")) {
            rig.receive(frame);

            List<String> told = new ArrayList<>();
            ExecutionReport report = new ExecutionReport();
            rig.ring.poll(
                    event -> {
                        if (event.type() == EventType.EXECUTION_REPORT) {
                            report.wrap(event);
                            told.add(report.clientOrderId() + " " + report.isRefused());
                        }
                    },
                    SessionRig.RING_SIZE);
            assertEquals(List.of("7 true"), told);
            assertFalse(isInDoubt());
        }
    }

    private static String body(String info) {
        return "[1,\"on-req\",null,null," + info + ",null,\"ERROR\",\"x\"]";
    }

    @Test
    void shouldReadWrappedRowsOfOrdersAndFillsAndWallets() {
        rig.receive("[0,\"on\",[" + ROW + "],1,2]");
        rig.receive("[0,\"te\",[[1,\"tBTCUSD\",1,5,1,100]]]");
        rig.receive("[0,\"wu\",[ [\"exchange\",\"USD\",1]]]");

        assertEquals(List.of("report NEW", "report FILL", "wallet USD"), rig.drain());
        assertFalse(isInDoubt());
    }

    @Test
    void shouldTellWhenItBegins() {
        rig.receive(BAD);

        String why = "a frame wu was not understood, a number is due, found VALUE_STRING";
        assertEquals(
                List.of(
                        "says skipped a frame, a number is due, found VALUE_STRING: " + BAD,
                        "says the account is in doubt, no new order leaves: " + why,
                        "DISCONNECTED: " + why + ": a fresh connection tells the account anew"),
                rig.drain());
        assertEquals(why, rig.session.doubt().reason());
    }

    @Test
    void shouldEndWhenTheNextConnectionHasToldTheAccountAsAWhole() {
        rig.receive(BAD);
        connectAgain();
        assertFalse(mayLeave());
        rig.receive("[0,\"ws\",[]]");
        assertFalse(mayLeave());
        rig.drain();

        rig.receive("[0,\"os\",[]]");

        assertTrue(mayLeave());
        assertFalse(isInDoubt());
        assertEquals(
                List.of(
                        "report NO_OPEN_ORDERS",
                        "says the account was told anew and whole: new orders may leave again"),
                rig.drain());
    }

    @Test
    void shouldNotEndByListsOfTheConnectionThatItBeganOn() {
        rig.receive(RESTS);
        rig.receive(BAD);
        rig.receive("[0,\"ws\",[]]");
        rig.receive("[0,\"os\",[" + ROW + "]]");

        assertTrue(isInDoubt());
    }

    @Test
    void shouldNotEndOnAConnectionThatIsNotUnderstoodEither() {
        rig.receive(BAD);
        connectAgain();
        rig.receive(BAD);
        rig.receive("[0,\"ws\",[]]");
        rig.receive("[0,\"os\",[]]");

        assertTrue(isInDoubt());
        assertEquals(SessionState.LIVE, rig.state(), "one fresh connection a minute");
        beat(60);
        assertEquals(SessionState.DISCONNECTED, rig.state());
        connectAgain();
        rig.receive("[0,\"os\",[]]");
        rig.receive("[0,\"ws\",[]]");
        assertFalse(isInDoubt());
    }

    private void beat(int seconds) {
        for (int s = 0; s < seconds; s++) {
            rig.pass(1_000);
            rig.receive("[0,\"hb\"]");
            rig.receive("[8,\"hb\"]");
            rig.drain();
        }
    }

    @Test
    void shouldStayConnectedWhileOrdersRestThatTheVenueWouldCancel() {
        rig.receive(RESTS);
        rig.drain();

        rig.receive(BAD);
        rig.pass(1_000);

        assertEquals(SessionState.LIVE, rig.state());
        assertFalse(mayLeave());
        assertTrue(rig.session.mayLeave(1, 0), "a cancel");
        assertTrue(rig.session.doubt().isHeld());
        assertTrue(
                rig.drain()
                        .contains(
                                "says no fresh connection while an order rests: the dead-man"
                                        + " switch would cancel; reconnect makes one"));
        rig.receive(GONE);
        rig.pass(10);
        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertFalse(rig.session.doubt().isHeld());
    }

    @Test
    void shouldStayConnectedWhileOrdersOfOursMayRest() {
        rig.session.doubt().restingOrders(2);
        rig.receive(BAD);
        assertEquals(SessionState.LIVE, rig.state());
        rig.session.doubt().restingOrders(0);
        rig.pass(10);
        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldStayConnectedWhenAnEndThatWasNotUnderstoodMayBeNone() {
        rig.receive(RESTS);
        rig.receive("[0,\"oc\",[5,null,7]]");

        assertTrue(isInDoubt());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldConnectAnewThoughOrdersRestWhenTheVenueWouldLeaveThem() {
        SessionRig watcher = new SessionRig(SessionRig.KEY, false, "tBTCUSD");
        watcher.comeLive(7);
        watcher.receive(RESTS);

        watcher.receive(BAD);

        assertEquals(SessionState.DISCONNECTED, watcher.state());
    }

    @Test
    void shouldDoubtAfterAGapAndNotLoseWhatRests() {
        rig.receive("[0,\"on\"," + ROW + ",1,9]");
        rig.receive("[0,\"hb\",3]");

        assertTrue(isInDoubt());
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals("frame 2 was due: a gap and 3 came", rig.session.doubt().reason());
    }

    @Test
    void shouldDoubtWhenTheAccountsNumberStepsBack() {
        rig.receive("[0,\"wu\",[\"exchange\",\"USD\",1,0,1],1,9]");
        rig.receive("[0,\"wu\",[\"exchange\",\"USD\",1,0,1],2,8]");

        assertTrue(isInDoubt());
    }

    @Test
    void shouldCountTheNumberOfAFrameThatWasNotUnderstood() {
        rig.receive("[0,\"on\"," + ROW + ",1,9]");
        rig.receive("[0,\"wu\",[\"exchange\",\"USD\",\"1\",[2,{\"a\":[3]}]],2,9]");
        rig.receive("[0,\"n\",[1,\"on-req\",null,null,[[\"5\"]],null,\"SUCCESS\",\"x\"],3]");
        rig.receive("[0,\"hb\",4]");

        assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(2, rig.count(Counter.FRAMES_MALFORMED));
    }

    @Test
    void shouldNotDoubtOnAConnectionWithoutAccount() {
        SessionRig open = new SessionRig(Credentials.NONE, false, "tBTCUSD");
        open.comeLive(7);
        open.receive(BAD);

        assertFalse(open.session.doubt().exists());
        assertEquals(SessionState.LIVE, open.state());
    }

    @Test
    void shouldTellWhyAQueuedOrderNeverLeft() {
        OutboundQueue queue = new OutboundQueue(1 << 14, () -> {});
        QueuedOrders orders = new QueuedOrders(queue, rig.path.orderConnection());
        rig.session.doubt().restingOrders(1);
        UnsafeBuffer text = new UnsafeBuffer("an order".getBytes(StandardCharsets.US_ASCII));
        assertTrue(queue.offer(1, ORDER, text, 0, 8));
        assertTrue(queue.offer(1, 0, text, 0, 8));

        rig.receive(BAD);
        rig.drain();
        rig.transport.clearSent();
        orders.doWork();

        assertEquals(List.of("an order"), rig.transport.sent(), "the cancel alone");
        List<String> texts = new ArrayList<>();
        ExecutionReport report = new ExecutionReport();
        rig.ring.poll(event -> texts.add(report.wrap(event).text()), SessionRig.RING_SIZE);
        assertEquals(List.of("the account was in doubt when the order came to the socket"), texts);
    }
}
