package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyWearTest {
    private static final long ORDER = 20_000_000;

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @BeforeEach
    void beLive() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        List.of("[0,\"ps\",[]]", "[0,\"ws\",[]]", "[0,\"os\",[]]").forEach(rig::receive);
        rig.drain();
        assertTrue(mayLeave(ORDER));
    }

    private boolean mayLeave(long clientOrderId) {
        return rig.session.mayLeave(rig.session.connection(), clientOrderId);
    }

    private void pass(int seconds) {
        for (int s = 0; s < seconds && rig.state() == SessionState.LIVE; s++) {
            rig.pass(1_000);
            rig.receive("[0,\"hb\"]");
            rig.receive("[7,\"hb\"]");
        }
    }

    private void rest(int orders) {
        rig.session.doubt().restingOrders(orders);
    }

    @Test
    void shouldLeaveAConnectionAloneWhoseKeyLasts() {
        rig.transport.keyUse = 0.79;
        pass(60);

        assertEquals(SessionState.LIVE, rig.state());
        assertTrue(mayLeave(ORDER));
        assertEquals(List.of(), rig.drain());
    }

    @Test
    void shouldMakeAFreshConnectionOnceNoOrderCanBeUnderWay() {
        rig.transport.keyUse = 0.8;
        pass(1);
        assertEquals(SessionState.LIVE, rig.state());
        assertFalse(mayLeave(ORDER));
        assertTrue(mayLeave(0), "a cancel may");

        pass(3);

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertTrue(rig.drain().toString().contains("the key of TLS is worn, and no order is open"));
    }

    @Test
    void shouldNeverGiveUpAConnectionWhileOrdersRest() {
        rig.transport.keyUse = 0.8;
        rest(2);
        pass(20);

        assertEquals(SessionState.LIVE, rig.state());
        assertTrue(mayLeave(ORDER), "there is some of it left");
        List<String> told = rig.drain();
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).contains("sealed 80 % of what it may"), told.toString());
        assertTrue(told.get(0).contains("2 orders rest"), told.toString());

        rig.transport.keyUse = 0.95;
        pass(20);

        assertEquals(SessionState.LIVE, rig.state());
        assertFalse(mayLeave(ORDER));
        assertTrue(mayLeave(0), "a cancel may");
        told = rig.drain();
        assertEquals(1, told.size(), told.toString());
        assertTrue(
                told.get(0)
                        .contains(
                                "sealed 95 % of what it may: no new order leaves; no fresh"
                                        + " connection while 2 orders rest; reconnect makes one"),
                told.toString());

        rest(0);
        pass(4);

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldNeverGiveUpAConnectionWhileAnOrderIsOfUnknownOutcome() {
        rig.transport.keyUse = 0.9;
        rig.session.doubt().openOrders(1);
        pass(20);

        assertEquals(SessionState.LIVE, rig.state());
        String told = rig.drain().toString();
        assertTrue(told.contains("no fresh connection while an order is of unknown outcome"), told);

        rig.session.doubt().openOrders(0);
        pass(4);

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldWaitAnewWhenAnOrderWasUnderWay() {
        rig.transport.keyUse = 0.8;
        pass(2);
        rest(1);
        pass(1);
        assertTrue(mayLeave(ORDER), "nothing is about to end");
        rest(0);
        pass(2);
        assertEquals(SessionState.LIVE, rig.state());

        pass(2);

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldLetOrdersLeaveOnTheNextConnection() {
        rig.transport.keyUse = 0.99;
        rest(1);
        pass(2);
        assertFalse(mayLeave(ORDER));
        String told = rig.drain().toString();
        assertTrue(told.contains("99 % of what it may: no new order leaves"), told);
        assertFalse(told.contains("from 95 %"), told);
        rig.lose(DisconnectCause.LOST, "gone");
        rest(0);
        rig.transport.keyUse = 0;

        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        List.of("[0,\"ps\",[]]", "[0,\"ws\",[]]", "[0,\"os\",[]]").forEach(rig::receive);

        assertTrue(mayLeave(ORDER));
    }
}
