package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a frame that cannot be read, or that says nothing, makes doubtful. */
class LostFramesTest {
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");
    private static final int ANEW = Health.GAPPED | Health.RESYNCING;

    private final SessionRig rig =
            new SessionRig(
                    MarketConfig.DEFAULTS,
                    BOOK,
                    ChannelSpec.trades("tBTCUSD"),
                    ChannelSpec.candles("1m", "tBTCUSD"),
                    ChannelSpec.ticker("tBTCUSD"),
                    ChannelSpec.derivative("tBTCF0:USTF0"),
                    ChannelSpec.LIQUIDATIONS);

    @BeforeEach
    void comeLive() {
        rig.comeLive(7, 8, 9, 10, 11, 12);
        rig.receive("[7,[[100,1,2],[101,1,-2]]]");
        rig.receive("[8,[[1,1574694605000,0.5,100]]]");
        rig.receive("[9,[[1574694600000,100,100,100,100,0.5]]]");
        rig.receive("[10,[1,1,1,1,1,1,100,1,1,1]]");
        rig.receive("[11,[1574694600000,null,100,100]]");
        rig.drainAll();
        rig.transport.clearSent();
        for (int i = 0; i < 6; i++) {
            assertEquals(Health.LIVE, health(i));
        }
    }

    private long health(int channel) {
        return rig.statistics.get(channel, Figure.HEALTH);
    }

    private void assertLiveBut(int channel) {
        for (int i = 0; i < 6; i++) {
            assertTrue(i == channel || health(i) == Health.LIVE, "channel " + i);
        }
        assertEquals(SessionState.LIVE, rig.state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|[7,[]]",
                "0|[7,[[]]]",
                "0|[7,[[[100,1,2]]]]",
                "0|[7,[100,1]]",
                "0|[7,[100]]",
                "0|[7,[null,1,2]]",
                "0|[7,[100,null,2]]",
                "0|[7,[100,1,null]]",
                "0|[7,[100,1,2]",
                "0|[7,[[100,1,2],[101,1]]]",
                "0|[7,null]",
                "0|[7,null,null]",
                "0|[7]",
                "0|[7,5]",
                "0|[7,{}]",
                "0|[7,\"cs\",null]",
                "0|[7,\"cs\"]",
                "0|[7,[\"x\",1,2]]",
                "1|[8,[]]",
                "1|[8,[[]]]",
                "1|[8,null]",
                "1|[8]",
                "1|[8,\"te\",null]",
                "1|[8,\"te\",[]]",
                "1|[8,\"te\",[[2,1,1,1]]]",
                "1|[8,\"te\",[2,1,1]]",
                "1|[8,\"te\",[2,1,null,1]]",
                "2|[9,[]]",
                "2|[9,[[]]]",
                "2|[9,[1574694600000]]",
                "2|[9,[1574694600000,100,null,100,100,1]]",
                "2|[9,[null,1,1,1,1,1]]",
                "2|[9,null]",
                "5|[12,[[]]]",
                "5|[12,[[],[]]]",
                "5|[12,[[null]]]",
                "5|[12,[null]]",
                "5|[12,[[\"pos\",5,1574694605000,null,null,1,2,null,0,1,null,3]]]",
                "5|[12,[[\"pos\",5,1574694605000,null,\"\",1,2,null,0,1,null,3]]]",
                "5|[12,[[\"pos\",null,1574694605000,null,\"tBTCF0:USTF0\",1,2]]]",
                "5|[12,[[\"pos\",5,1574694605000,null,\"tBTCF0:USTF0\"]]]",
                "5|[12,[[\"pos\",{}]]",
                "5|[12,null]"
            })
    void shouldHaveComeAnewWhatHasLostSomething(int channel, String frame) {
        rig.receive(frame);
        rig.turn();

        assertEquals(ANEW, health(channel), frame);
        assertLiveBut(channel);
        assertEquals(2, rig.requests().size(), rig.requests().toString());
        assertEquals(
                "{\"event\":\"unsubscribe\",\"chanId\":" + (7 + channel) + "}",
                rig.requests().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|[10,[]]",
                "3|[10,[[]]]",
                "3|[10,[[1,1,1,1,1,1,100,1,1,1]]]",
                "3|[10,null]",
                "3|[10]",
                "3|[10,[1,1,1,1,1,1,\"x\",1,1,1]]",
                "4|[11,[]]",
                "4|[11,[[1574694600000,null,100,100]]]",
                "4|[11,null]"
            })
    void shouldNotTrustTheLatestThatIsNotTheLatestUntilTheNext(int channel, String frame) {
        rig.receive(frame);
        rig.turn();

        assertEquals(Health.STALE, health(channel));
        assertLiveBut(channel);
        assertEquals(List.of(), rig.requests());
        rig.receive("[10,[1,1,1,1,1,1,100,1,1,1]]");
        rig.receive("[11,[1574694600000,null,100,100]]");
        assertEquals(Health.LIVE, health(channel));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[", "[null]", "{}", "x", "[12,[]]", "[10,[null,null]]"})
    void shouldDoubtNoChannelThatAFrameDoesNotName(String frame) {
        rig.receive(frame);
        rig.turn();

        assertLiveBut(-1);
    }

    /** Whose it was nobody can say: where frames have numbers the next one tells that it is missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[null]",
                "[null,[100,0,1]]",
                "[\"x\",[100,0,1]]",
                "[[7],[100,0,1]]",
                "[-7,[100,0,1]]",
                "[99999999999999999999,[100,0,1]]",
                "[7.5,[100,0,1]]",
                " [true,\"hb\"]",
                "[{},\"te\",[1]]"
            })
    void shouldCountAndTellAFrameThatNamesNoChannel(String frame) {
        rig.receive(frame);
        rig.turn();

        assertEquals(1, rig.count(Counter.FRAMES_MALFORMED));
        List<String> told = rig.drain();
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("says skipped a frame, "), told.get(0));
        assertTrue(told.get(0).endsWith(": " + frame), told.get(0));
        assertLiveBut(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "[null,[100,0,1],2]", "[\"x\",[100,0,1],2]"})
    void shouldMissByItsNumberAFrameThatNamesNoChannel(String frame) {
        rig.receive("[10,\"hb\",1]");
        rig.receive(frame);
        rig.turn();
        assertEquals(1, rig.count(Counter.FRAMES_MALFORMED));
        assertLiveBut(-1);
        assertTrue(rig.drain().get(0).startsWith("says skipped a frame, "));

        rig.receive("[10,\"hb\",3]");
        rig.turn();

        for (int i = 0; i < 5; i++) {
            assertTrue((health(i) & Health.GAPPED) != 0, "channel " + i);
        }
    }

    /** A venue whose rows cannot be read at all is not asked without end. */
    @Test
    void shouldComeAnewThreeTimesAMinuteAndStayMarkedBetween() {
        int number = 7;
        for (int i = 0; i < 10; i++) {
            rig.receive("[" + number + ",[100,1]]");
            rig.turn();
            rig.drainAll();
            number = 100 + i;
            rig.receive(SessionRig.subscribed(number, BOOK));
            rig.receive("[" + number + ",[[100,1,2],[101,1,-2]]]");
        }
        long asked = rig.requests().stream().filter(r -> r.contains("\"subscribe\"")).count();
        assertEquals(3, asked, rig.requests().toString());
    }

    @Test
    void shouldNotTakeABrokenSnapshotsRestForTheBook() {
        rig.session.desk().resync(rig.channels.get(0), "test");
        rig.turn();
        rig.receive(SessionRig.subscribed(17, BOOK));
        rig.receive("[17,[[100,1,2],[101,1]]]");
        rig.receive("[17,[99,1,2]]");
        rig.turn();

        assertEquals(ANEW, health(0));
    }

    /** A fresh connection would have the venue cancel the orders that rest. */
    @Test
    void shouldKeepAConnectionWithTheAccountWhileOrdersMayLeave() {
        SessionRig trader = new SessionRig(SessionRig.KEY, true, "tBTCUSD", "tETHUSD");
        trader.comeLive(7, 8);
        for (int i = 0; i < 100; i++) {
            trader.receive("[99,[1,1,1,1,1,1,100,1,1,1]]");
        }

        assertEquals(SessionState.LIVE, trader.state());
        assertTrue(trader.drain().toString().contains("of channels that are not known"));
    }
}
