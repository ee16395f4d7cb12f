package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.SessionState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A maintenance that begins before the session is live, with an account. */
class SessionMaintenanceTest {
    private static final String STARTS = "{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}";
    private static final String ENDS = "{\"event\":\"info\",\"code\":20061,\"msg\":\"over\"}";
    private static final String REFUSED =
            "{\"event\":\"auth\",\"status\":\"FAILED\",\"code\":10100,\"msg\":\"apikey: invalid\"}";
    private static final String NONCE_SMALL =
            "{\"event\":\"auth\",\"status\":\"FAILED\",\"code\":10114,\"msg\":\"nonce: small\"}";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @Test
    void shouldComeLiveWithTheAccountWhenTheKeyIsAcceptedDuringMaintenance() {
        rig.greet();
        rig.receive(STARTS);

        rig.receive(SessionRig.AUTH_OK);
        assertEquals(SessionState.PAUSED, rig.state());
        assertEquals(0, sent("\"subscribe\""));
        rig.receive(ENDS);
        assertEquals(SessionState.SUBSCRIBING, rig.state());
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));

        assertLiveWithTheAccount(1);
    }

    @Test
    void shouldAuthenticateAnewWhenTheAnswerDidNotComeDuringMaintenance() {
        rig.greet();
        rig.receive(STARTS);

        rig.receive(ENDS);
        assertEquals(SessionState.AUTHENTICATING, rig.state());
        assertEquals(0, sent("\"subscribe\""));
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));

        assertLiveWithTheAccount(2);
        assertTrue(rig.nonces.given.get(1) > rig.nonces.given.get(0));
    }

    @Test
    void shouldStayLiveWhenTheSecondRequestForTheAccountIsRefusedAsOneTooMany() {
        rig.greet();
        rig.receive(STARTS);
        rig.receive(ENDS);
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));

        rig.receive("{\"event\":\"auth\",\"status\":\"FAILED\",\"code\":10100,\"msg\":\"dup\"}");

        assertLiveWithTheAccount(2);
    }

    @Test
    void shouldEndWhenTheKeyIsRefusedDuringMaintenance() {
        rig.greet();
        rig.receive(STARTS);

        rig.receive(REFUSED);

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertEquals(
                List.of("unreachable: the venue refused the key: apikey: invalid (10100)"),
                rig.outcomes);
    }

    @Test
    void shouldTryALargerNonceDuringMaintenance() {
        rig.greet();
        rig.receive(STARTS);

        rig.receive(NONCE_SMALL);

        assertEquals(SessionState.PAUSED, rig.state());
        assertEquals(2, sent("\"auth\""));
    }

    @Test
    void shouldSubscribeAnewWhenMaintenanceBeganWhileSubscribing() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(STARTS);

        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        assertEquals(SessionState.PAUSED, rig.state());
        rig.receive(ENDS);
        assertEquals(1, sent("\"chanId\":7"));
        rig.receive("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":7}");
        assertEquals(SessionState.SUBSCRIBING, rig.state());
        rig.receive(SessionRig.subscribed(8, "tBTCUSD"));

        assertLiveWithTheAccount(1);
    }

    @Test
    void shouldSubscribeAnewWhenTheAnswerDidNotComeDuringMaintenance() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(STARTS);

        rig.receive(ENDS);
        assertEquals(2, sent("\"subscribe\""));
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        rig.receive(
                "{\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\",\"event\":\"error\","
                        + "\"msg\":\"subscribe: dup\",\"code\":10301,\"chanId\":7}");

        assertLiveWithTheAccount(1);
    }

    @Test
    void shouldGreetAndAuthenticateWhenTheNewsComesBeforeTheWelcome() {
        rig.turn();
        rig.transport.acceptConnect();

        rig.receive(STARTS);
        assertEquals(SessionState.CONNECTING, rig.state());
        rig.receive("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":0}}");
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        assertEquals(SessionState.PAUSED, rig.state());
        rig.receive(ENDS);
        rig.receive(SessionRig.subscribed(8, "tBTCUSD"));

        assertLiveWithTheAccount(1);
    }

    @Test
    void shouldLetNoOrderLeaveBetweenTheKeyAndTheEndOfMaintenance() {
        rig.greet();
        rig.receive(STARTS);
        rig.receive(SessionRig.AUTH_OK);

        assertTrue(rig.session.isAuthenticated());
        assertFalse(rig.session.mayLeave(rig.session.connection(), 1));
    }

    private void assertLiveWithTheAccount(int requests) {
        assertEquals(SessionState.LIVE, rig.state());
        assertTrue(rig.session.isAuthenticated());
        assertEquals(requests, sent("\"auth\""));
        assertTrue(rig.drain().contains("LIVE: 1 ticker, with the account"));
    }

    private long sent(String word) {
        return rig.transport.sent().stream().filter(text -> text.contains(word)).count();
    }
}
