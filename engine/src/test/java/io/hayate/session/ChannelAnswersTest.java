package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels that the venue leaves unanswered, answers too early or too late, or refuses at once. */
class ChannelAnswersTest {
    private static final ChannelSpec BTC = ChannelSpec.ticker("tBTCUSD");
    private static final ChannelSpec ETH = ChannelSpec.ticker("tETHUSD");

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BTC, ETH);

    private void tick(int channelId) {
        rig.receive("[" + channelId + ",[1,1,1,1,1,1,100,1,1,1]]");
    }

    private long health(int channel) {
        return rig.statistics.get(channel, Figure.HEALTH);
    }

    @Test
    void shouldSetAChannelAsideThatIsNotAnsweredWhileOthersAreSent() {
        rig.greet();
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);
        rig.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 100);
        List<String> words = new ArrayList<>(rig.drainAll());
        rig.turn(); // the ring of these tests is small
        words.addAll(rig.drainAll());

        assertEquals(SessionState.LIVE, rig.state());
        assertTrue(words.contains("LIVE: 1 ticker, no account"), words.toString());
        assertTrue(words.contains("channel 1 off: no answer to subscribe"), words.toString());
        assertTrue(
                words.contains(
                        "says no answer to subscribe of the ticker ETHUSD: asked again in a minute"),
                words.toString());
        assertEquals(Health.LIVE, health(0));
        assertEquals(Health.OFF, health(1));
        assertEquals(1, rig.transport.connects());
    }

    @Test
    void shouldAskAgainForAChannelThatWasNotAnswered() {
        rig.greet();
        rig.receive(SessionRig.subscribed(7, BTC));
        rig.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 100);
        rig.transport.clearSent();
        for (int s = 0; s < 60; s++) {
            tick(7);
            rig.pass(1_000);
        }

        assertEquals(
                List.of("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tETHUSD\"}"),
                rig.requests());
        rig.receive(SessionRig.subscribed(8, ETH));
        tick(8);
        assertEquals(Health.LIVE, health(1));
    }

    @Test
    void shouldTakeAnAnswerThatComesLate() {
        rig.greet();
        rig.receive(SessionRig.subscribed(7, BTC));
        rig.pass(SessionConfig.DEFAULTS.timeouts().answerMs() + 100);

        rig.receive(SessionRig.subscribed(8, ETH));
        tick(8);

        assertEquals(Health.LIVE, health(1));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldTrustAChannelThatTheVenueSendsBeforeItIsAskedFor() {
        rig.turn();
        rig.transport.acceptConnect();
        rig.receive(SessionRig.subscribed(7, BTC));
        tick(7);

        assertEquals(Health.LIVE, health(0));
        rig.receive(SessionRig.INFO);
        assertEquals(1, rig.requests().stream().filter(r -> r.contains("subscribe")).count());
    }

    @Test
    void shouldTellARefusalThatComesBeforeAnyoneHeardOfTheChannel() {
        rig.comeLive(7, 8);
        rig.drainAll();
        rig.session.desk().unsubscribe(rig.channels.get(0));
        rig.turn();
        rig.drainAll();
        rig.session.desk().subscribe(rig.channels.get(0));
        rig.session.ask();
        rig.receive(SessionRig.refused(10300, "symbol: invalid", BTC));

        String refused = "channel 0 off: the venue refused it: symbol: invalid (10300)";
        assertTrue(rig.drainAll().contains(refused));
    }

    /** Its snapshot went by while nobody knew whose it was: one more row is not a book. */
    @Test
    void shouldHaveABookAnewThatTheVenueSendsAlready() {
        ChannelSpec book = ChannelSpec.book("tBTCUSD");
        SessionRig books = new SessionRig(MarketConfig.DEFAULTS, book);
        books.greet();
        books.transport.clearSent();

        books.receive(
                SessionRig.refused(10301, "subscribe: dup", book)
                        .replace("\"code\"", "\"chanId\":77,\"code\""));
        books.turn();
        books.receive("[77,[100,1,2]]");

        assertEquals(Health.RESYNCING, books.statistics.get(0, Figure.HEALTH));
        assertEquals(2, books.requests().size(), books.requests().toString());
        assertEquals("{\"event\":\"unsubscribe\",\"chanId\":77}", books.requests().get(0));
        books.receive(SessionRig.subscribed(9, book));
        books.receive("[9,[[100,1,2],[101,1,-2]]]");
        assertEquals(Health.LIVE, books.statistics.get(0, Figure.HEALTH));
    }
}
