package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that the venue refuses while we run is tried for a bounded time, and trading is halted. */
class RefusedKeyTest {
    private static final String SMALL = refused(10114, "nonce: small");
    private static final int ATTEMPTS = 30;

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
    }

    private static String refused(int code, String text) {
        return "{\"event\":\"auth\",\"status\":\"FAILED\",\"chanId\":0,\"code\":"
                + code
                + ",\"msg\":\""
                + text
                + "\"}";
    }

    private int auths() {
        return (int)
                rig.transport.sent().stream().filter(text -> text.contains("\"auth\"")).count();
    }

    /** The next connection, and this answer to each of its attempts to authenticate. */
    private void connectAndAnswer(String answer) {
        rig.lose(DisconnectCause.LOST, "gone");
        for (int s = 0; s < 70 && rig.state() == SessionState.DISCONNECTED; s++) {
            rig.pass(1_000);
            rig.drain();
        }
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        while (rig.state() == SessionState.AUTHENTICATING) {
            rig.receive(answer);
        }
    }

    private String halt() {
        return rig.path.halt().reason();
    }

    @ParameterizedTest
    @ValueSource(ints = {10100, 10112, 10114})
    void shouldGiveUpAfterAFewConnectionsAndGoOnWatching(int code) {
        String text = code == 10114 ? "nonce: small" : "apikey: invalid";
        int before = auths();
        for (int i = 0; i < ATTEMPTS && rig.state() != SessionState.SUBSCRIBING; i++) {
            connectAndAnswer(refused(code, text));
        }

        int given = auths() - before;
        assertTrue(given == (code == 10114 ? 20 : 5), () -> given + " attempts");
        assertTrue(rig.path.halt().isOn());
        assertEquals(List.of(), rig.outcomes, "it goes on watching");
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        assertEquals(SessionState.LIVE, rig.state());
        assertFalse(rig.session.isAuthenticated());
        assertEquals(before + given, auths());
    }

    @Test
    void shouldTellTheCauseOfTheHalt() {
        for (int i = 0; i < 4; i++) {
            connectAndAnswer(refused(10100, "apikey: invalid"));
            assertEquals("", halt());
        }
        connectAndAnswer(refused(10100, "apikey: invalid"));
        assertEquals(
                "the venue refused the key on 5 connections in a row: apikey: invalid (10100)",
                halt());
    }

    @Test
    void shouldTryAgainWhenAPersonAsks() {
        for (int i = 0; i < 6; i++) {
            connectAndAnswer(refused(10100, "apikey: invalid"));
        }
        int before = auths();
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        rig.commands.offer(CommandType.RECONNECT);
        rig.pass(100);
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(3_500);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);

        assertEquals(before + 1, auths());
        rig.receive(SessionRig.AUTH_OK);
        assertTrue(rig.session.isAuthenticated());
    }

    @Test
    void shouldCountRefusalsInARowAlone() {
        for (int i = 0; i < 20; i++) {
            connectAndAnswer(refused(10100, "apikey: invalid"));
            connectAndAnswer(refused(10100, "apikey: invalid"));
            connectAndAnswer(SessionRig.AUTH_OK);
        }
        assertEquals("", halt());
    }

    @Test
    void shouldSeeAnotherProcessByANonceThatIsSmallThoughTheKeyWasOurs() {
        rig.lose(DisconnectCause.LOST, "gone");
        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.drain();

        rig.receive(SMALL);
        rig.receive(SMALL);
        rig.receive(SessionRig.AUTH_OK);

        assertEquals(
                "another process trades with this key: the venue knows a nonce larger than ours",
                halt());
        assertEquals(2, rig.path.halt().otherWriters());
        assertEquals(
                1, rig.drain().stream().filter(text -> text.contains("another process")).count());
        assertTrue(rig.session.isAuthenticated(), "cancels must be able to leave");
    }

    @Test
    void shouldNotBlameAnotherProcessAtTheFirstConnection() {
        SessionRig fresh = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
        fresh.greet();
        fresh.receive(SMALL);
        fresh.receive(SessionRig.AUTH_OK);
        assertFalse(fresh.path.halt().isOn());
    }

    @Test
    void shouldNotBlameAnotherProcessForANumberThatWeGaveSince() {
        rig.nonces.overtaken = true;
        connectAndAnswer(SMALL);
        assertEquals("", halt());
    }
}
