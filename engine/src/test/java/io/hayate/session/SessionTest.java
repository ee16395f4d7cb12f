package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.metrics.Counter;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {
    private static final String SMALL =
            "{\"event\":\"auth\",\"status\":\"FAILED\",\"code\":10114,"
                    + "\"msg\":\"nonce: small\"}";

    private final SessionRig watcher =
            new SessionRig(Credentials.NONE, false, "tBTCUSD", "tETHUSD");
    private final SessionRig trader = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @Test
    void shouldComeLiveWhenEverySubscriptionIsAnswered() {
        watcher.greet();

        assertEquals(
                List.of(
                        "{\"event\":\"conf\",\"flags\":229376}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tETHUSD\"}"),
                watcher.transport.sent());
        watcher.receive(SessionRig.subscribed(7, "tETHUSD"));
        assertEquals(SessionState.SUBSCRIBING, watcher.state());
        watcher.receive(SessionRig.subscribed(8, "tBTCUSD"));

        assertEquals(SessionState.LIVE, watcher.state());
        assertEquals(
                List.of(
                        "CONNECTING: connection 1",
                        "SUBSCRIBING: 2 tickers",
                        "LIVE: 2 tickers, no account"),
                watcher.drain());
    }

    @Test
    void shouldAskToCancelOnDisconnectWhenOrdersMayLeave() {
        trader.greet();

        assertTrue(lastSent(trader).contains("\"dms\":4"), lastSent(trader));
    }

    @Test
    void shouldNotAskToCancelOnDisconnectWhenItOnlyWatches() {
        SessionRig watching = new SessionRig(SessionRig.KEY, false, "tBTCUSD");

        watching.greet();

        assertTrue(lastSent(watching).contains("\"dms\":0"), lastSent(watching));
    }

    private static String lastSent(SessionRig rig) {
        return rig.transport.sent().get(rig.transport.sent().size() - 1);
    }

    @Test
    void shouldSubscribeOnlyAfterTheKeyIsAccepted() {
        trader.greet();
        assertEquals(SessionState.AUTHENTICATING, trader.state());

        trader.receive(SessionRig.AUTH_OK);

        assertTrue(lastSent(trader).contains("subscribe"), lastSent(trader));
        trader.receive(SessionRig.subscribed(8, "tBTCUSD"));
        assertEquals(SessionState.LIVE, trader.state());
        assertTrue(trader.drain().contains("LIVE: 1 ticker, with the account"));
    }

    @Test
    void shouldEndWhenTheKeyIsRefusedBeforeItWasEverLive() {
        trader.greet();

        trader.receive(
                "{\"event\":\"auth\",\"status\":\"FAILED\",\"chanId\":0,\"code\":10100,"
                        + "\"msg\":\"apikey: invalid\"}");

        String refusal = "the venue refused the key: apikey: invalid (10100)";
        assertEquals(List.of("unreachable: " + refusal), trader.outcomes);
        trader.lose(DisconnectCause.CLOSED_BY_US, "closed");
        trader.pass(60_000);
        assertEquals(1, trader.transport.connects());
    }

    @Test
    void shouldTryLargerNoncesAFewTimesWhenTheVenueKnowsALargerOne() {
        trader.greet();

        trader.receive(SMALL);
        trader.receive(SMALL);
        trader.receive(SMALL);
        assertEquals(List.of(), trader.outcomes);
        trader.receive(SMALL);

        List<Long> given = trader.nonces.given;
        assertEquals(4, given.size());
        assertEquals(given.stream().sorted().distinct().toList(), given);
        assertEquals(
                List.of(
                        "unreachable: the venue refused the key: nonce: small (10114); does another"
                                + " program use it?"),
                trader.outcomes);
    }

    @Test
    void shouldWaitForALargerNonceThatIsBeingSetApart() {
        trader.greet();
        trader.nonces.awaited = true;
        trader.receive(SMALL);
        trader.pass(100);
        assertEquals(1, trader.nonces.given.size());

        trader.nonces.awaited = false;
        trader.pass(10);

        assertEquals(2, trader.nonces.given.size());
        assertEquals(SessionState.AUTHENTICATING, trader.state());
    }

    @Test
    void shouldSayWhatIsMissingWhenNoNonceComesInTime() {
        trader.greet();
        trader.nonces.awaited = true;
        trader.receive(SMALL);
        trader.drain();

        trader.pass(11_000);

        assertTrue(trader.drain().toString().contains("no answer to the request for a nonce"));
    }

    @Test
    void shouldTryAgainWithTheCauseWhenNoNonceIsLeft() {
        trader.nonces.shortage = "no nonce could be set apart: the disk is full";
        trader.greet();
        assertTrue(trader.drain().toString().contains("the disk is full"));
        assertEquals(SessionState.DISCONNECTED, trader.state());
        trader.nonces.shortage = null;

        trader.lose(DisconnectCause.CLOSED_BY_US, "closed with 1000");
        trader.pass(3_100);
        trader.transport.acceptConnect();
        trader.receive(SessionRig.INFO);

        assertEquals(List.of(), trader.outcomes);
        assertEquals(1, trader.nonces.given.size());
        assertEquals(SessionState.AUTHENTICATING, trader.state());
    }

    @Test
    void shouldEndWhenTheVenueSpeaksAnotherVersion() {
        watcher.turn();
        watcher.transport.acceptConnect();

        watcher.receive("{\"event\":\"info\",\"version\":1}");

        assertEquals(
                List.of("unreachable: the venue speaks version 1 of the protocol, not 2"),
                watcher.outcomes);
    }

    @Test
    void shouldEndWhenTheCertificateFailsBeforeItWasEverLive() {
        watcher.turn();

        watcher.lose(DisconnectCause.TLS_FAILED, "the certificate is for another host");

        assertEquals(List.of("unreachable: the certificate is for another host"), watcher.outcomes);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNRESOLVED", "REFUSED", "TIMED_OUT", "HANDSHAKE_BUSY", "LOST"})
    void shouldRetryUntilTheTimeForTheFirstLiveIsOver(DisconnectCause cause) {
        for (int ms = 0; ms < 40_000 && watcher.outcomes.isEmpty(); ms += 10) {
            watcher.pass(10);
            if (watcher.transport.isConnecting()) {
                watcher.lose(cause, "no venue there");
            }
        }

        assertEquals(
                List.of(
                        "unreachable: not live within session.connect-timeout; last: no venue"
                                + " there"),
                watcher.outcomes);
        assertTrue(watcher.transport.connects() > 2);
    }

    @Test
    void shouldKeepWithinTheVenuesLimitOnConnections() {
        for (int ms = 0; ms < 14_000; ms += 10) {
            trader.pass(10);
            if (trader.transport.isConnecting()) {
                trader.lose(DisconnectCause.REFUSED, "no venue there");
            }
        }

        assertTrue(trader.transport.connects() <= 5, "" + trader.transport.connects());
    }

    @Test
    void shouldComeBackForEverOnceItWasLive() {
        watcher.comeLive(7, 8);
        watcher.lose(DisconnectCause.LOST, "the connection was reset");
        for (int ms = 0; ms < 600_000; ms += 10) {
            watcher.pass(10);
            if (watcher.transport.isConnecting()) {
                watcher.lose(DisconnectCause.REFUSED, "no venue there");
            }
        }

        assertEquals(List.of(), watcher.outcomes);
        assertTrue(watcher.count(Counter.RECONNECTS) > 5);
    }

    @Test
    void shouldSubscribeAnewOnTheNextConnection() {
        watcher.comeLive(7, 8);
        watcher.lose(DisconnectCause.LOST, "the connection was reset");
        watcher.pass(2_000);
        watcher.transport.acceptConnect();
        watcher.receive(SessionRig.INFO);
        watcher.receive(SessionRig.subscribed(17, "tBTCUSD"));
        watcher.receive(SessionRig.subscribed(18, "tETHUSD"));
        watcher.drain();

        watcher.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");
        watcher.receive("[17,[1,1,1,1,1,1,101,1,1,1]]");

        assertEquals(SessionState.LIVE, watcher.state());
        assertEquals(List.of("ticker 0 last 101.0"), watcher.drain());
        assertEquals(1, watcher.count(Counter.FRAMES_UNKNOWN));
    }

    /** Until then its address may be one that takes connections and makes nothing of them. */
    @Test
    void shouldCallAnAddressGoodOnceItIsLive() {
        for (int attempt = 0; attempt < 2; attempt++) {
            watcher.greet();
            watcher.receive(SessionRig.subscribed(7, "tETHUSD"));
            assertFalse(watcher.transport.isGood());

            watcher.receive(SessionRig.subscribed(8, "tBTCUSD"));

            assertTrue(watcher.transport.isGood());
            watcher.lose(DisconnectCause.LOST, "the connection was reset");
            watcher.pass(2_000);
        }
    }

    @Test
    void shouldGiveTheConnectionUpWhenNoChannelIsAnswered() {
        watcher.greet();

        watcher.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 100);

        assertEquals(SessionState.DISCONNECTED, watcher.state());
        assertTrue(
                watcher.drain()
                        .contains("DISCONNECTED: no answer to subscribe of the ticker BTCUSD"));
    }

    @Test
    void shouldCloseWithNormalClosureWhenAsked() {
        watcher.comeLive(7, 8);

        watcher.commands.close();
        watcher.turn();
        assertEquals(1000, watcher.transport.closeCode());
        watcher.lose(DisconnectCause.CLOSED_BY_US, "closed");

        assertTrue(watcher.drain().contains("closed at the end: the run ends"));
        assertEquals(List.of("closed"), watcher.outcomes);
        watcher.pass(60_000);
        assertEquals(1, watcher.transport.connects());
    }

    @Test
    void shouldCloseThoughAnotherCommandWaitsForRoom() {
        watcher.comeLive(7, 8);
        while (watcher.ring.size() < SessionRig.RING_SIZE) {
            watcher.commands.offer(CommandType.ORDERS);
            watcher.turn();
        }
        watcher.commands.offer(CommandType.ORDERS);
        watcher.turn();

        watcher.commands.close();
        watcher.turn();

        assertEquals(1000, watcher.transport.closeCode());
    }

    @Test
    void shouldEndAtOnceWhenAskedToCloseBetweenTwoAttempts() {
        watcher.turn();
        watcher.lose(DisconnectCause.REFUSED, "no venue there");

        watcher.commands.close();
        watcher.turn();

        assertEquals(List.of("closed"), watcher.outcomes);
    }

    @Test
    void shouldTellThatItIsClosedWhenItWasUnreachableBefore() {
        watcher.turn();
        watcher.lose(DisconnectCause.TLS_FAILED, "the certificate is for another host");

        watcher.commands.close();
        watcher.turn();

        assertEquals("closed", watcher.outcomes.get(1));
    }

    @Test
    void shouldLetOrdersWaitForTheFirstLive() {
        trader.greet();
        trader.commands.offer(CommandType.BUY, 0, 0.01);
        trader.commands.offer(CommandType.SELL, 0, 0.02);
        trader.commands.offer(CommandType.ORDERS);
        trader.turn();
        assertTrue(trader.drain().stream().noneMatch(text -> text.contains("BUY")));

        trader.receive(SessionRig.AUTH_OK);
        trader.receive(SessionRig.subscribed(7, "tBTCUSD"));
        trader.tellAccount();
        trader.turn();
        List<String> words = trader.drain();
        assertTrue(words.contains("LIVE: 1 ticker, with the account"), words::toString);
        assertFalse(words.contains("command BUY"), "no price has come");
        trader.receive("[7,[100,1,101,1,0,0,100,1,100,100],4,1]");
        trader.pass(10); // to the next tick

        words = trader.drain();
        int buy = words.indexOf("command BUY");
        assertTrue(buy > 0, words::toString); // behind the price
        assertEquals("command SELL", words.get(buy + 1));
    }

    @Test
    void shouldNotLetOrdersWaitForAConnectionThatIsLost() {
        trader.comeLive(7);
        trader.lose(DisconnectCause.LOST, "the connection was reset");

        trader.commands.offer(CommandType.BUY, 0, 0.01);
        trader.turn();

        assertTrue(trader.drain().contains("command BUY")); // the strategy thread refuses it
    }
}
