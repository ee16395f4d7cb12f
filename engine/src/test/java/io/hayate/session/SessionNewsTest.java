package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the venue says unasked, refuses, or leaves out. */
class SessionNewsTest {
    private final SessionRig rig = new SessionRig(Credentials.NONE, false, "tBTCUSD", "tETHUSD");

    @BeforeEach
    void comeLive() {
        rig.comeLive(7, 8);
        rig.transport.clearSent();
    }

    @Test
    void shouldReconnectWhenTheVenueStops() {
        rig.receive("{\"event\":\"info\",\"code\":20051,\"msg\":\"Stopping.\"}");
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(2_000);

        assertEquals("DISCONNECTED: the venue stops: Stopping. (20051)", rig.drain().get(0));
        assertEquals(2, rig.transport.connects());
    }

    @Test
    void shouldPauseAndSubscribeAnewAroundMaintenance() {
        rig.receive("{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}");
        assertEquals(SessionState.PAUSED, rig.state());

        rig.receive("{\"event\":\"info\",\"code\":20061,\"msg\":\"resync over\"}");

        assertEquals(
                List.of(
                        "{\"event\":\"unsubscribe\",\"chanId\":7}",
                        "{\"event\":\"unsubscribe\",\"chanId\":8}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tETHUSD\"}"),
                rig.transport.sent());
        rig.receive("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":7}");
        rig.receive(SessionRig.subscribed(9, "tBTCUSD"));
        rig.receive(SessionRig.subscribed(10, "tETHUSD"));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldReconnectWhenMaintenanceDoesNotEnd() {
        rig.receive("{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}");

        rig.pass(160_000);

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldTellOtherNewsAndStayLive() {
        rig.receive("{\"event\":\"info\",\"code\":5000,\"msg\":\"a new pair\"}");

        assertEquals(List.of("says a new pair (5000)"), rig.drain());
        assertEquals(SessionState.LIVE, rig.state());
    }

    /** The other channel tells data each second, so the connection lives. */
    private void passWithTickers(int seconds) {
        for (int s = 0; s < seconds; s++) {
            rig.pass(1_000);
            rig.receive("[8,[1,1,1,1,1,1,100,1,1,1]]");
            rig.drain();
        }
    }

    @Test
    void shouldNotMissHeartbeatsThatComeTenSecondsLate() {
        for (int i = 0; i < 4; i++) {
            rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");
            rig.receive("[7,\"hb\"]");
            passWithTickers(29);
        }

        assertEquals(List.of(), rig.requests());
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));
    }

    @Test
    void shouldSubscribeAChannelAnewThatBeatsNoMoreAndKeepTheConnection() {
        rig.receive("[7,\"hb\"]");
        passWithTickers(46);

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(
                List.of(
                        "{\"event\":\"unsubscribe\",\"chanId\":7}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}"),
                rig.requests());
        assertEquals(Health.STALE | Health.RESYNCING, rig.statistics.get(0, Figure.HEALTH));
        rig.receive(SessionRig.subscribed(9, "tBTCUSD"));
        rig.receive("[9,[1,1,1,1,1,1,100,1,1,1]]");
        passWithTickers(20);
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));
    }

    @Test
    void shouldReconnectWhenASilentChannelIsNotAnsweredEither() {
        rig.receive("[7,\"hb\"]");
        passWithTickers(58);

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldTrustNothingOfAConnectionThatIsSilent() {
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");
        rig.pass(29_000); // a healthy one has been seen silent for 24.6 s
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));

        rig.pass(2_000);

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(Health.STALE, rig.statistics.get(0, Figure.HEALTH));
    }

    @Test
    void shouldNotMissHeartbeatsOfAVenueThatNeverBeats() {
        MarketConfig patient = new MarketConfig(MarketConfig.TradeMessage.TE, false, 0, 0, 0, 0.75);
        SessionRig mute =
                new SessionRig(
                        patient, ChannelSpec.ticker("tBTCUSD"), ChannelSpec.ticker("tETHUSD"));
        mute.comeLive(7, 8);
        for (int ms = 0; ms < 120_000; ms += 1_000) {
            mute.pass(1_000);
            mute.receive("[8,[1,1,1,1,1,1,100,1,1,1]]");
            mute.drain();
        }

        assertEquals(SessionState.LIVE, mute.state());
    }

    @Test
    void shouldReconnectWhenTheWholeConnectionFallsSilent() {
        rig.pass(SessionConfig.DEFAULTS.timeouts().heartbeatMs() + 100);

        assertEquals("DISCONNECTED: the feed fell silent", rig.drain().get(0));
    }

    @Test
    void shouldSeeNoGapWhereTheVenueSendsNoNumbers() {
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");
        rig.receive("[7,\"hb\"]");

        assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
    }

    @Test
    void shouldCountAndSkipWhatItCannotRead() {
        rig.receive("[7,[1,1,1,1");
        rig.receive("nonsense");
        rig.receive("[7,[1,1,1,1,1,1,\"text\",1,1,1]]");
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");

        assertEquals(3, rig.count(Counter.FRAMES_MALFORMED));
        List<String> words = rig.drain();
        assertEquals("ticker 0 last 100.0", words.get(words.size() - 1));
        assertEquals(1, words.stream().filter(text -> text.startsWith("says")).count());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldCountFramesOfChannelsAndTypesThatItDoesNotKnow() {
        rig.receive("[99,[1,2,3]]");
        rig.receive("[0,\"zz\",[1]]");
        rig.receive("[0,\"ps\",[]]");
        rig.receive("[99,\"hb\"]");

        assertEquals(1, rig.count(Counter.FRAMES_UNKNOWN));
        assertEquals(1, rig.count(Counter.TYPES_UNKNOWN));
        assertEquals(List.of(), rig.drain());
    }

    @Test
    void shouldBeAsLiveWithTheSymbolsThatTheVenueKnows() {
        SessionRig some = new SessionRig(Credentials.NONE, false, "tBTCUSD", "tNOPEUSD");
        some.greet();
        some.receive(SessionRig.subscribed(7, "tBTCUSD"));

        some.receive(
                "{\"channel\":\"ticker\",\"symbol\":\"tNOPEUSD\",\"event\":\"error\","
                        + "\"msg\":\"symbol: invalid\",\"code\":10300,\"pair\":\"NOPEUSD\"}");

        assertEquals(SessionState.LIVE, some.state());
        assertTrue(
                some.drain()
                        .contains(
                                "says the venue refused ticker NOPEUSD: symbol: invalid"
                                        + " (10300)"));
    }

    @Test
    void shouldEndWhenTheVenueKnowsNoneOfTheSymbols() {
        SessionRig none = new SessionRig(Credentials.NONE, false, "tNOPEUSD");
        none.greet();

        none.receive(
                "{\"channel\":\"ticker\",\"symbol\":\"tNOPEUSD\",\"event\":\"error\","
                        + "\"msg\":\"symbol: invalid\",\"code\":10300,\"pair\":\"NOPEUSD\"}");

        assertEquals(
                List.of("nothing subscribed: the venue knows none of the symbols asked for"),
                none.outcomes);
    }

    @Test
    void shouldTakeTheChannelOfASubscriptionThatTheVenueHasAlready() {
        SessionRig twice = new SessionRig(Credentials.NONE, false, "tBTCUSD");
        twice.greet();

        twice.receive(
                "{\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\",\"event\":\"error\","
                        + "\"msg\":\"subscribe: dup\",\"code\":10301,\"chanId\":77,"
                        + "\"pair\":\"BTCUSD\"}");
        twice.receive("[77,[1,1,1,1,1,1,100,1,1,1]]");

        assertEquals(SessionState.LIVE, twice.state());
        assertTrue(twice.drain().contains("ticker 0 last 100.0"));
    }

    @Test
    void shouldTakeAnAnswerWithoutPairAndAHeartbeatBeforeIt() {
        SessionRig old = new SessionRig(Credentials.NONE, false, "tBTCUSD");
        old.greet();
        old.receive("[5,\"hb\"]");

        old.receive(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"symbol\":\"BTCUSD\","
                        + "\"chanId\":5}");
        old.receive("[5,[1,1,1,1,1,1,100]]");

        assertTrue(old.drain().contains("ticker 0 last 100.0"));
        assertEquals(0, old.count(Counter.FRAMES_UNKNOWN));
    }
}
