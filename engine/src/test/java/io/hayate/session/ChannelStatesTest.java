package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state that a channel can be in, and its ways out. */
class ChannelStatesTest {
    private static final ChannelSpec BTC = ChannelSpec.ticker("tBTCUSD");
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BTC, BOOK);

    private void comeLive() {
        rig.comeLive(7, 8);
        tick(7);
        rig.receive("[8,[[100,1,2],[101,1,-2]]]");
        rig.drainAll();
        rig.transport.clearSent();
    }

    private void tick(int number) {
        rig.receive("[" + number + ",[1,1,1,1,1,1,100,1,1,1]]");
    }

    private MarketChannel channel(int id) {
        return rig.channels.get(id);
    }

    private void subscribe(int id) {
        rig.session.desk().subscribe(channel(id));
        rig.turn();
    }

    private void unsubscribe(int id) {
        rig.session.desk().unsubscribe(channel(id));
        rig.turn();
    }

    private long health(int id) {
        return rig.statistics.get(id, Figure.HEALTH);
    }

    private long asked(String word) {
        return rig.requests().stream().filter(text -> text.contains(word)).count();
    }

    @ParameterizedTest
    @CsvSource({"10300,symbol: invalid", "10305,subscribe: limit", "11000,not ready"})
    void shouldAskAgainForWhatWasRefusedWhenAPersonDoes(int code, String why) {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive(SessionRig.refused(code, why, BTC));
        rig.transport.clearSent();
        assertEquals(Health.OFF, health(0));

        subscribe(0);

        assertEquals(1, asked("ticker"));
        assertEquals(Health.RESYNCING, health(0));
        assertEquals(1, rig.statistics.get(0, Figure.WANTED));
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);
        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldAskAgainForWhatWasNotAnsweredWhenAPersonDoes() {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 100);
        rig.drainAll();
        rig.transport.clearSent();

        subscribe(0);

        assertEquals(1, asked("ticker"));
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);
        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldAskOnceForWhatIsSubscribedAlready() {
        comeLive();

        subscribe(0);

        assertEquals(0, rig.requests().size());
    }

    @Test
    void shouldUnsubscribeWhatWasRefusedAndSubscribeItAgain() {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive(SessionRig.refused(10305, "subscribe: limit", BTC));
        unsubscribe(0);
        subscribe(0);
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);

        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldHearWhatIsUnsubscribedAndSubscribedBeforeAnyAnswer() {
        rig.greet();
        rig.receive(SessionRig.subscribed(7, BTC));
        unsubscribe(1);
        subscribe(1);
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive("[8,[[100,1,2],[101,1,-2]]]");
        rig.receive(
                SessionRig.refused(10301, "subscribe: dup", BOOK)
                        .replace("\"code\"", "\"chanId\":8,\"code\""));
        rig.receive("[8,[99,1,2]]");

        assertEquals(Health.LIVE, health(1));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldHearWhatIsSubscribedWhileItEnds() {
        comeLive();
        unsubscribe(0);
        subscribe(0);
        rig.receive("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":7}");
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);

        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldComeAndGoWhileThereIsNoConnection() {
        comeLive();
        rig.lose(DisconnectCause.LOST, "gone");
        unsubscribe(0);
        assertEquals(Health.OFF, health(0));
        subscribe(0);
        rig.pass(3_000);
        rig.drainAll();
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.subscribed(17, BTC));
        rig.receive(SessionRig.subscribed(18, BOOK));
        tick(17);

        assertEquals(Health.LIVE, health(0));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldComeAndGoDuringMaintenance() {
        comeLive();
        rig.receive("{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}");
        unsubscribe(0);
        subscribe(0);
        rig.receive(SessionRig.refused(11000, "not ready", BTC));
        assertEquals(Health.OFF, health(0));
        subscribe(0);
        rig.receive("{\"event\":\"info\",\"code\":20061,\"msg\":\"over\"}");
        rig.receive(SessionRig.subscribed(17, BTC));
        rig.receive(SessionRig.subscribed(18, BOOK));
        tick(17);

        assertEquals(Health.LIVE, health(0));
        assertEquals(SessionState.LIVE, rig.state());
    }

    // Numbers that are missing, or not a channel's alone

    @Test
    void shouldAskOnceMoreAndThenConnectAnewWhenItRunsUnderAnUnknownNumber() {
        String dup = SessionRig.refused(10301, "subscribe: dup", BTC);
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.transport.clearSent();
        rig.receive(dup);
        rig.turn();
        assertEquals(1, asked("ticker"));

        rig.receive(dup);

        assertEquals(SessionState.DISCONNECTED, rig.state());
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(5_000);
        rig.drainAll();
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.subscribed(18, BOOK));
        rig.receive(dup);
        rig.turn();
        rig.receive(dup);
        assertEquals(SessionState.LIVE, rig.state(), "one fresh connection a minute");
        assertEquals(Health.OFF, health(0));
    }

    @Test
    void shouldTakeTheNumberThatTheSecondAnswerTells() {
        String dup = SessionRig.refused(10301, "subscribe: dup", BTC);
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive(dup);
        rig.turn();
        rig.receive(dup.replace("\"code\"", "\"chanId\":77,\"code\""));
        tick(77);

        assertEquals(Health.LIVE, health(0));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"chanId\":0,", "\"chanId\":null,"})
    void shouldAskAgainWhenTheAnswerTellsNoNumber(String number) {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.transport.clearSent();
        rig.receive(SessionRig.subscribed(7, BTC).replace("\"chanId\":7,", number));
        rig.turn();

        assertEquals(1, asked("ticker"));
        assertEquals(0, asked("unsubscribe"));
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);
        assertEquals(Health.LIVE, health(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "7.5", "\"x\"", "true", "1e300"})
    void shouldSetAChannelAsideWhoseNumberCannotBeRead(String number) {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive(SessionRig.subscribed(7, BTC).replace(":7,", ":" + number + ","));
        assertEquals(Health.RESYNCING, health(0));
        rig.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 100);
        assertEquals(Health.OFF, health(0));
        rig.drainAll();

        subscribe(0);
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);

        assertEquals(Health.LIVE, health(0));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "2147483648", "9007199254740993"})
    void shouldTakeANumberAsATextAndBeyond31Bits(String number) {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive(SessionRig.subscribed(7, BTC).replace(":7,", ":" + number + ","));
        rig.receive("[" + number.replace("\"", "") + ",[1,1,1,1,1,1,100,1,1,1]]");

        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldConnectAnewWhenTwoChannelsHaveOneNumber() {
        rig.greet();
        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive("[8,[[100,1,2],[101,1,-2]]]");

        rig.receive(SessionRig.subscribed(8, BTC));

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldHaveAChannelAnewWhoseNumberIsGivenToWhatNobodyAskedFor() {
        comeLive();

        rig.receive(SessionRig.subscribed(8, ChannelSpec.book("tXRPUSD")));
        rig.turn();
        rig.receive("[8,[[5,1,2]]]");

        assertEquals(Health.GAPPED | Health.RESYNCING, health(1));
        assertEquals(1, asked("\"subscribe\""));
    }

    @Test
    void shouldGoOnWithABookWhoseAnswerComesTwice() {
        comeLive();

        rig.receive(SessionRig.subscribed(8, BOOK));
        rig.receive("[8,[99,1,2]]");

        assertTrue(rig.drainAll().contains("set BUY 99.0"), "a change, no snapshot");
        assertEquals(Health.LIVE, health(1));
    }

    @Test
    void shouldBeginAnewWhenABookIsGrantedUnderAnotherNumber() {
        comeLive();

        rig.receive(SessionRig.subscribed(9, BOOK));

        assertEquals(Health.RESYNCING, health(1));
        assertEquals(1, asked("\"unsubscribe\",\"chanId\":8"));
        rig.receive("[9,[[100,1,2],[101,1,-2]]]");
        assertEquals(Health.LIVE, health(1));
    }

    @Test
    void shouldConnectAnewWhenManyFramesOfUnknownChannelsCome() {
        comeLive();
        for (int i = 0; i < 49; i++) {
            tick(99);
        }
        assertEquals(SessionState.LIVE, rig.state());

        tick(99);

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertTrue(
                rig.drain().toString().contains("50 frames within a minute of channels that are"));
    }

    @Test
    void shouldTakeFewFramesOfUnknownChannelsAndManyOfThoseThatItLeft() {
        comeLive();
        unsubscribe(0);
        for (int i = 0; i < 200; i++) {
            tick(7);
        }
        for (int i = 0; i < 40; i++) {
            tick(99);
            rig.pass(2_000);
            rig.receive("[8,[100,1," + (i + 2) + "]]");
            rig.drainAll();
        }

        assertEquals(SessionState.LIVE, rig.state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"info\"}",
                "{\"event\":\"info\",\"code\":null}",
                "{\"event\":\"info\",\"code\":{}}",
                "{\"event\":\"error\"}",
                "{\"event\":\"error\",\"msg\":5,\"code\":\"x\"}",
                "{\"event\":\"pong\"}",
                "{\"event\":\"pong\",\"cid\":1}",
                "{\"event\":\"pong\",\"cid\":1,\"ts\":null}",
                "{\"event\":\"pong\",\"cid\":1,\"ts\":-5}",
                "{\"event\":\"unsubscribed\"}",
                "{\"event\":\"unsubscribed\",\"chanId\":null}",
                "{\"event\":\"subscribed\"}",
                "{\"event\":\"subscribed\",\"chanId\":-1}",
                "{\"event\":5}",
                "{\"event\":null}",
                "{\"event\":[\"info\"]}",
                "{\"event\":true}",
                "{}"
            })
    void shouldLiveOnWhenAnEventLacksWhatItShouldTell(String event) {
        comeLive();

        rig.receive(event);
        rig.turn();
        tick(7);

        assertTrue(rig.drainAll().contains("ticker 0 last 100.0"));
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(0, rig.requests().size());
        assertTrue(Double.isNaN(rig.venueClock.clockOffsetMs()));
    }

    @Test
    void shouldTellAWelcomeWithoutAVersion() {
        rig.turn();
        rig.transport.acceptConnect();
        rig.receive("{\"event\":\"info\"}");

        assertTrue(rig.outcomes.toString().contains("names no version of the protocol"));
    }
}
