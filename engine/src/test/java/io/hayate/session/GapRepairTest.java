package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session does about frames that were lost, came twice, or came late. */
class GapRepairTest {
    private static final String ANEW = ": every channel of the connection is asked for anew";

    private final SessionRig rig = new SessionRig(Credentials.NONE, false, "tBTCUSD", "tETHUSD");

    private void comeLive() {
        rig.comeLive(7, 8);
        tick(rig, 7, 1);
        tick(rig, 8, 2);
        rig.drain();
        rig.transport.clearSent();
    }

    private static void tick(SessionRig rig, int channelId, int sequence) {
        rig.receive("[" + channelId + ",[1,1,1,1,1,1,100,1,1,1]," + sequence + "]");
    }

    private void reconnect() {
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(3_000);
        rig.drain();
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.subscribed(17, "tBTCUSD"));
        rig.receive(SessionRig.subscribed(18, "tETHUSD"));
    }

    @Test
    void shouldMarkTheFrameBehindAGapAndHaveEveryChannelComeAnew() {
        comeLive();

        tick(rig, 7, 4);
        rig.turn();

        assertEquals(
                List.of(
                        "ticker 0 last 100.0: gapped",
                        "says frame 3 was due: a gap and 4 came" + ANEW,
                        "channel 0 gapped resyncing: frames were lost",
                        "channel 1 gapped resyncing: frames were lost"),
                rig.drainAll());
        assertEquals(
                List.of(
                        "{\"event\":\"unsubscribe\",\"chanId\":7}",
                        "{\"event\":\"unsubscribe\",\"chanId\":8}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}",
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tETHUSD\"}"),
                rig.requests());
        assertEquals(1, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(1, rig.statistics.get(0, Figure.GAPS));
        assertEquals(1, rig.statistics.get(1, Figure.GAPS));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldBeHealthyAgainOnceTheChannelHasComeAnew() {
        comeLive();
        tick(rig, 7, 4);
        rig.turn();
        rig.drainAll();

        rig.receive(SessionRig.subscribed(9, "tBTCUSD"));
        tick(rig, 7, 5); // a late one of the old channel
        tick(rig, 9, 6);

        assertEquals(
                List.of("ticker 0 last 100.0", "channel 0 live: it tells its data again"),
                rig.drainAll());
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
        assertEquals(1, rig.count(Counter.SEQUENCE_GAPS));
    }

    @Test
    void shouldTellARepeatAndAStepBackFromAGap() {
        comeLive();

        tick(rig, 7, 2);

        assertTrue(rig.drain().contains("says frame 3 was due: a repeat and 2 came" + ANEW));
        SessionRig other = new SessionRig(Credentials.NONE, false, "tBTCUSD");
        other.comeLive(7);
        tick(other, 7, 5);
        tick(other, 7, 3);
        assertTrue(other.drain().contains("says frame 6 was due: a step back and 3 came" + ANEW));
    }

    @Test
    void shouldConnectAnewWhenASecondGapComesWithinAMinute() {
        comeLive();
        tick(rig, 7, 4);
        rig.receive(SessionRig.subscribed(9, "tBTCUSD"));

        tick(rig, 9, 7);

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertTrue(rig.drain().toString().contains("frame 5 was due: a gap and 7 came again"));
    }

    @Test
    void shouldCountTheLateFrameOfAGapToThatGap() {
        comeLive();

        tick(rig, 7, 4);
        tick(rig, 7, 3);

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(1, rig.count(Counter.SEQUENCE_GAPS));
    }

    @Test
    void shouldTellOneGapWhenItsFramesComeLateInOrder() {
        comeLive();

        for (int sequence : new int[] {6, 3, 4, 5, 7, 8}) {
            tick(rig, 99, sequence);
        }

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(1, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(List.of("says frame 3 was due: a gap and 6 came" + ANEW), rig.drain());
    }

    @Test
    void shouldStayMarkedUntilTheMinuteIsOverWhenThatDidNotHelp() {
        comeLive();
        tick(rig, 7, 4);
        rig.receive(SessionRig.subscribed(9, "tBTCUSD"));
        tick(rig, 9, 6);
        reconnect();
        tick(rig, 17, 1);
        tick(rig, 18, 2);
        tick(rig, 17, 4);
        rig.drainAll();
        rig.transport.clearSent();

        tick(rig, 18, 5);
        assertEquals(List.of("ticker 1 last 100.0: gapped"), rig.drainAll());
        assertEquals(List.of(), rig.requests());
        assertEquals(SessionState.LIVE, rig.state());
        for (int s = 0; s < 58; s++) {
            rig.pass(1_000);
            tick(rig, 17, 6 + 2 * s);
            tick(rig, 18, 7 + 2 * s);
            rig.drain();
        }

        assertEquals(4, rig.requests().size(), rig.requests().toString());
        assertEquals(2, rig.transport.connects());
    }

    @Test
    void shouldConnectAnewAtMostOnceAMinuteWhenTheConnectionCarriesTheAccount() {
        SessionRig trader = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
        trader.comeLive(7);
        trader.receive("[0,\"hb\",1]");
        trader.receive("[0,\"hb\",3]");
        assertEquals(SessionState.DISCONNECTED, trader.state());
        trader.lose(DisconnectCause.CLOSED_BY_US, "closed");
        trader.pass(2_000);
        trader.transport.acceptConnect();
        trader.receive(SessionRig.INFO);
        trader.receive(SessionRig.AUTH_OK);
        trader.receive(SessionRig.subscribed(7, "tBTCUSD"));

        tick(trader, 7, 1);
        trader.receive("[0,\"hb\",3]");

        assertEquals(SessionState.LIVE, trader.state());
        assertEquals(2, trader.count(Counter.SEQUENCE_GAPS));
        for (int s = 0; s < 60; s++) {
            trader.pass(1_000);
            tick(trader, 7, 4 + s);
            trader.drain();
        }
        assertEquals(SessionState.DISCONNECTED, trader.state());
    }

    @Test
    void shouldCountFramesOfEveryChannelKnownOrNot() {
        comeLive();

        rig.receive("[99,[1,2,3],3]");
        rig.receive("[98,\"hb\",4]");
        rig.receive("[0,\"n\",[1,\"x\"],5]");
        rig.receive("[0,\"wu\",[\"exchange\",\"USD\",1,0,1],6,15214]");
        rig.receive("[0,\"hb\",7,1574697680828]");
        tick(rig, 7, 8);

        assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldRepairOnceHoweverMuchIsLostUntilItHasComeAnew() {
        comeLive();
        tick(rig, 7, 4);
        rig.turn();
        rig.transport.clearSent();
        rig.drainAll();

        tick(rig, 99, 6);
        tick(rig, 99, 8);
        rig.turn();

        assertEquals(
                List.of(
                        "says frame 5 was due: a gap and 6 came: what is asked for anew mends this,"
                                + " too"),
                rig.drainAll());
        assertEquals(List.of(), rig.requests());
        assertEquals(3, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldTellAndMarkAThirdGapOfAMinuteAndRepairItWhenTheMinuteIsOver() {
        comeLive();
        tick(rig, 7, 4);
        rig.receive(SessionRig.subscribed(9, "tBTCUSD"));
        tick(rig, 9, 6);
        reconnect();
        tick(rig, 17, 1);
        tick(rig, 18, 2);
        rig.drainAll();
        rig.transport.clearSent();

        tick(rig, 17, 4);
        rig.turn();

        assertEquals(
                List.of(
                        "ticker 0 last 100.0: gapped",
                        "says frame 3 was due: a gap and 4 came: one repair a minute, the channels"
                                + " are marked until then",
                        "channel 0 gapped: frame 3 was due: a gap and 4 came",
                        "channel 1 gapped: frame 3 was due: a gap and 4 came"),
                rig.drainAll());
        assertEquals(List.of(), rig.requests());
        assertEquals(Health.GAPPED, rig.statistics.get(1, Figure.HEALTH));
        for (int s = 0; s < 58; s++) {
            rig.pass(1_000);
            tick(rig, 17, 5 + s);
            rig.drain();
        }
        assertEquals(4, rig.requests().size(), rig.requests().toString());
        rig.receive(SessionRig.subscribed(27, "tBTCUSD"));
        tick(rig, 27, 63);
        assertEquals(
                List.of("ticker 0 last 100.0", "channel 0 live: it tells its data again"),
                rig.drainAll());
    }

    @Test
    void shouldSayNothingOfGapsInAChannelThatNobodySends() {
        SessionRig some = new SessionRig(Credentials.NONE, false, "tBTCUSD", "tNOPEUSD");
        some.greet();
        some.receive(SessionRig.subscribed(7, "tBTCUSD"));
        some.receive(SessionRig.refused(10300, "symbol: invalid", some.channels.get(1).spec()));
        tick(some, 7, 1);
        some.drainAll();

        tick(some, 7, 3);
        some.turn();

        assertEquals(Health.OFF, some.statistics.get(1, Figure.HEALTH));
        assertEquals(0, some.statistics.get(1, Figure.GAPS));
        assertTrue(some.drainAll().stream().noneMatch(text -> text.startsWith("channel 1")));
    }
}
