package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How channels come, go, and come anew while a session runs, and what the strategy is told. */
class ChannelDeskTest {
    private static final ChannelSpec BTC = ChannelSpec.ticker("tBTCUSD");
    private static final ChannelSpec ETH = ChannelSpec.ticker("tETHUSD");
    private static final String STARTS = "{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}";
    private static final String ENDS = "{\"event\":\"info\",\"code\":20061,\"msg\":\"over\"}";

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BTC, ETH);

    private void comeLive() {
        rig.comeLive(7, 8);
        tick(7);
        tick(8);
        rig.drainAll();
        rig.transport.clearSent();
    }

    private void tick(int channelId) {
        rig.receive("[" + channelId + ",[1,1,1,1,1,1,100,1,1,1]]");
    }

    private long health(int channel) {
        return rig.statistics.get(channel, Figure.HEALTH);
    }

    private static String unsubscribed(int channelId) {
        return "{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":" + channelId + "}";
    }

    private static String dup(int channelId) {
        return SessionRig.refused(10301, "subscribe: dup", BTC)
                .replace("\"code\"", "\"chanId\":" + channelId + ",\"code\"");
    }

    @Test
    void shouldTellHowEachChannelComesToLife() {
        rig.greet();
        assertEquals(Health.RESYNCING, health(0));
        rig.receive(SessionRig.subscribed(7, BTC));
        rig.receive(SessionRig.subscribed(8, ETH));
        tick(7);

        List<String> words = rig.drainAll();
        assertTrue(words.contains("channel 0 resyncing: asked for"), words.toString());
        assertEquals(
                List.of("ticker 0 last 100.0", "channel 0 live: it tells its data again"),
                words.subList(words.size() - 2, words.size()));
        assertEquals(Health.LIVE, health(0));
        assertEquals(Health.RESYNCING, health(1));
        assertEquals(1, rig.statistics.get(0, Figure.CONNECTION));
        assertEquals(1, rig.statistics.get(0, Figure.FRAMES));
    }

    @Test
    void shouldHaveOneChannelComeAnewAndLeaveTheOthersAlone() {
        comeLive();

        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.turn();
        tick(7);
        tick(8);
        rig.receive(unsubscribed(7));
        tick(7);
        rig.receive(SessionRig.subscribed(9, BTC));
        tick(9);

        assertEquals(
                List.of(
                        "channel 0 resyncing: its checksum differs",
                        "ticker 1 last 100.0",
                        "ticker 0 last 100.0",
                        "channel 0 live: it tells its data again"),
                rig.drainAll());
        assertEquals(
                List.of(
                        "{\"event\":\"unsubscribe\",\"chanId\":7}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}"),
                rig.requests());
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
        assertEquals(1, rig.statistics.get(0, Figure.RESYNCS));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldHearAChannelThatComesAnewUnderTheSameNumber() {
        comeLive();

        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.turn();
        rig.receive(SessionRig.subscribed(7, BTC));
        rig.receive(unsubscribed(7));
        tick(7);

        assertTrue(rig.drainAll().contains("ticker 0 last 100.0"));
        assertEquals(2, rig.requests().size());
    }

    @Test
    void shouldAskAgainWhenTheVenueHadNotYetEndedTheOldOne() {
        comeLive();

        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.turn();
        rig.receive(dup(7));
        rig.receive(unsubscribed(7));
        rig.turn();

        assertEquals(3, rig.requests().size());
        rig.receive(SessionRig.subscribed(9, BTC));
        tick(9);
        assertTrue(rig.drainAll().contains("ticker 0 last 100.0"));
    }

    @Test
    void shouldAskAgainOnlyOnceForWhatIsAboutToComeAnew() {
        comeLive();

        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.turn();
        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.turn();

        assertEquals(2, rig.requests().size());
    }

    @Test
    void shouldAskLaterWhenTheSocketTakesNothingNow() {
        comeLive();
        rig.transport.writable(false);
        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.turn();
        assertEquals(0, rig.requests().size());

        rig.transport.writable(true);
        rig.pass(10);

        assertEquals(1, rig.requests().size());
    }

    @Test
    void shouldSubscribeWhileItRuns() {
        comeLive();
        MarketChannel book = rig.channels.register(ChannelSpec.book("tBTCUSD"), rig.instruments);

        rig.session.desk().subscribe(book);
        rig.session.desk().subscribe(book);
        rig.turn();

        assertEquals(
                List.of(
                        "{\"event\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"tBTCUSD\","
                                + "\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\"}"),
                rig.requests());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldUnsubscribeWhileItRuns() {
        comeLive();

        rig.session.desk().unsubscribe(rig.channels.get(0));
        rig.session.desk().unsubscribe(rig.channels.get(0));
        tick(7);
        rig.receive(unsubscribed(7));
        tick(7);

        assertEquals(List.of("channel 0 off: unsubscribed"), rig.drainAll());
        assertEquals(List.of("{\"event\":\"unsubscribe\",\"chanId\":7}"), rig.requests());
        assertEquals(Health.OFF, health(0));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
        assertEquals(0, rig.statistics.get(0, Figure.CONNECTION));
        assertEquals(0, rig.statistics.get(0, Figure.WANTED));
        assertEquals(1, rig.statistics.get(1, Figure.WANTED));
    }

    @Test
    void shouldEndWhatItUnsubscribedBeforeTheAnswerCame() {
        comeLive();
        MarketChannel trades =
                rig.channels.register(ChannelSpec.trades("tBTCUSD"), rig.instruments);
        rig.session.desk().subscribe(trades);
        rig.turn();
        rig.session.desk().unsubscribe(trades);

        rig.receive(SessionRig.subscribed(9, trades.spec()));
        rig.receive("[9,[]]");

        assertTrue(
                rig.requests().contains("{\"event\":\"unsubscribe\",\"chanId\":9}"),
                rig.requests().toString());
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
    }

    @Test
    void shouldGoOnWithTheOthersWhenTheVenueRefusesOne() {
        rig.greet();
        rig.receive(SessionRig.refused(10305, "subscribe: limit", ETH));
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);

        List<String> words = rig.drainAll();
        assertTrue(
                words.contains("channel 1 off: the venue refused it: subscribe: limit (10305)"),
                words.toString());
        assertTrue(
                words.contains("says the venue refused ticker ETHUSD: subscribe: limit (10305)"),
                words.toString());
        assertTrue(words.contains("ticker 0 last 100.0"));
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(Health.OFF, health(1));
        assertEquals(0, rig.statistics.get(1, Figure.WANTED));
    }

    @Test
    void shouldTakeTheNumberOfASubscriptionThatTheVenueHasAlready() {
        rig.greet();
        rig.receive("[77,\"hb\"]");
        rig.receive(dup(77));
        rig.receive(SessionRig.subscribed(77, BTC)); // the first one's own answer
        tick(77);

        assertTrue(rig.drainAll().contains("ticker 0 last 100.0"));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
    }

    @Test
    void shouldLetADerivativeThatTheVenueDoesNotKnowBeOff() {
        ChannelSpec nope = ChannelSpec.derivative("tNOPEF0:USTF0");
        SessionRig some = new SessionRig(MarketConfig.DEFAULTS, BTC, nope);
        some.greet();
        some.receive(SessionRig.subscribed(7, BTC));

        some.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 20);

        assertEquals(SessionState.LIVE, some.state());
        assertEquals(Health.OFF, some.statistics.get(1, Figure.HEALTH));
    }

    @Test
    void shouldHearLiquidationsWithoutASnapshot() {
        SessionRig all = new SessionRig(MarketConfig.DEFAULTS, ChannelSpec.LIQUIDATIONS);

        all.comeLive(7);

        assertEquals(Health.LIVE, all.statistics.get(0, Figure.HEALTH));
    }

    @Test
    void shouldMarkAndSubscribeAnewAChannelThatIsMuteWhileItBeats() {
        comeLive();
        for (int s = 0; s < 60; s++) {
            rig.pass(500);
            rig.drainAll();
            rig.pass(500);
            rig.drainAll();
            rig.receive("[7,\"hb\"]");
            tick(8);
        }
        assertEquals(Health.LIVE, health(0));
        rig.drainAll();

        rig.pass(20);

        assertEquals(List.of("channel 0 stale resyncing: it tells no data"), rig.drainAll());
        assertEquals(2, rig.requests().size());
        rig.receive(SessionRig.subscribed(9, BTC));
        tick(9);
        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldMarkAllWhileTheVenueIsInMaintenanceAndSubscribeAnewBehindIt() {
        comeLive();

        rig.receive(STARTS);
        tick(7);
        rig.receive(ENDS);
        rig.receive(SessionRig.subscribed(17, BTC));
        rig.receive(SessionRig.subscribed(18, ETH));
        tick(17);

        List<String> words = rig.drainAll();
        assertTrue(words.contains("channel 0 maintenance: maintenance"), words.toString());
        assertTrue(words.contains("ticker 0 last 100.0: maintenance"), words.toString());
        assertTrue(words.contains("ticker 0 last 100.0"), words.toString());
        assertEquals(Health.LIVE, health(0));
        assertEquals(Health.RESYNCING, health(1));
    }

    @Test
    void shouldHaveAllComeAnewWhenTheConnectionIsLost() {
        comeLive();

        rig.lose(DisconnectCause.LOST, "the connection was reset");

        assertEquals(Health.RESYNCING, health(0));
        assertEquals(Health.RESYNCING, health(1));
        rig.turn();
        List<String> words = rig.drainAll();
        assertTrue(words.contains("channel 0 resyncing: the connection is lost"), words.toString());
    }

    @Test
    void shouldTellASubscriptionThatNobodyAskedForOnceAndIgnoreItsFrames() {
        comeLive();

        rig.receive(SessionRig.subscribed(50, ChannelSpec.book("tXRPUSD")));
        rig.receive("[50,[[1,1,1]]]");
        rig.receive("[50,\"hb\"]");

        assertEquals(
                List.of(
                        "says the venue sends what was not asked for, which is ended and ignored:"
                                + " book tXRPUSD"),
                rig.drainAll());
        rig.receive(SessionRig.subscribed(51, ChannelSpec.book("tLTCUSD")));
        assertEquals(List.of(), rig.drainAll());
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
    }

    @Test
    void shouldKeepTheNewestHealthOfEachChannelWhileTheRingIsFull() {
        comeLive();
        for (int i = 0; i < SessionRig.RING_SIZE; i++) {
            rig.receive("[0,\"wu\",[\"exchange\",\"USD\",1,0,1]]");
        }

        rig.session.desk().resync(rig.channels.get(0), "its checksum differs");
        rig.session.desk().unsubscribe(rig.channels.get(0));
        rig.drainAll();
        rig.turn();

        assertEquals(List.of("channel 0 off: unsubscribed"), rig.drainAll());
    }

    @Test
    void shouldTellBooksOfOneSymbolApart() {
        ChannelSpec coarse = ChannelSpec.book("tBTCUSD", BookPrecision.P2, "F1", 100);
        SessionRig two = new SessionRig(MarketConfig.DEFAULTS, ChannelSpec.book("tBTCUSD"), coarse);
        two.greet();
        two.receive(SessionRig.subscribed(8, coarse));
        two.receive(SessionRig.subscribed(7, ChannelSpec.book("tBTCUSD")));
        two.drainAll();

        two.receive("[8,[[100,1,2]]]");

        assertEquals(Health.RESYNCING, two.statistics.get(0, Figure.HEALTH));
        assertEquals(Health.LIVE, two.statistics.get(1, Figure.HEALTH));
    }

    @Test
    void shouldKnowTheAgeOfDataOnceItKnowsTheVenuesClock() {
        comeLive();
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1],1,1574694605000]");
        assertEquals(-1, rig.statistics.get(0, Figure.LAST_AGE_MS));
        long nowMs = rig.nowNs() / 1_000_000;
        rig.venueClock.onPong(0, rig.nowNs(), nowMs, 1_574_694_605_000L);
        rig.pass(10);

        rig.receive("[8,\"hb\",2,1574694605000]");
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1,null,[]],3,1574694604985]");

        assertEquals(25, rig.statistics.get(0, Figure.LAST_AGE_MS));
        assertEquals(3, rig.statistics.get(0, Figure.LAST_SEQUENCE));
        assertEquals(rig.nowNs(), rig.statistics.get(0, Figure.LAST_DATA_NS));
    }
}
