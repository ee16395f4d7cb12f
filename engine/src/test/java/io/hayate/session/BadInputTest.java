package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Trade;
import io.hayate.intake.MarketConfig;
import io.hayate.intake.MarketConfig.TradeMessage;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the strategy sees when the venue, or the way to it, does not do as it should. */
class BadInputTest {
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");
    private static final ChannelSpec TRADES = ChannelSpec.trades("tBTCUSD");
    private static final ChannelSpec CANDLES = ChannelSpec.candles("1m", "tBTCUSD");
    private static final String ANEW = "it tells its data again";

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BOOK, TRADES, CANDLES);

    /** Live, with a book of two levels, one print and one candle. */
    private void comeLive() {
        rig.comeLive(7, 8, 9);
        rig.receive("[7,[[100,1,2],[101,1,-2]]]");
        rig.receive("[8,[[1,1574694605000,0.5,100]]]");
        rig.receive("[9,[[1574694600000,100,100,100,100,0.5]]]");
        rig.drainAll();
        rig.transport.clearSent();
    }

    private List<String> seenAfter(String... frames) {
        for (String frame : frames) {
            rig.receive(frame);
        }
        rig.turn();
        return rig.drainAll();
    }

    @Test
    void shouldTellASnapshotAndTheEndOfEachRead() {
        rig.comeLive(7, 8, 9);
        rig.receive("[7,[[100,1,2],[101,1,-2]]]");
        rig.receiveInOneRead("[7,[100,0,1]]", "[7,[99,1,3]]", "[7,\"cs\",1]");

        assertEquals(
                List.of(
                        "set BUY 100.0 in snapshot",
                        "set SELL 101.0 in snapshot",
                        "channel 0 live: " + ANEW,
                        "burst end",
                        "delete BUY 100.0",
                        "set BUY 99.0",
                        "BOOK_CHECKSUM",
                        "burst end"),
                rig.drainAll());
    }

    @Test
    void shouldPassOnTheDeleteOfALevelThatIsNotThere() {
        comeLive();

        assertEquals(List.of("delete BUY 42.0", "burst end"), seenAfter("[7,[42,0,1]]"));
    }

    @Test
    void shouldApplyAnUpdateBeforeItsSnapshotToAnEmptyBook() {
        rig.comeLive(7, 8, 9);

        assertEquals(
                List.of(
                        "set BUY 100.0 in snapshot",
                        "channel 0 live: " + ANEW,
                        "burst end",
                        "set BUY 99.0 in snapshot",
                        "set SELL 101.0 in snapshot",
                        "burst end"),
                seenAfter("[7,[100,1,2]]", "[7,[[99,1,2],[101,1,-2]]]"));
    }

    @Test
    void shouldReplaceTheBookWhenASecondSnapshotComes() {
        comeLive();

        assertEquals(
                List.of("set BUY 90.0 in snapshot", "set SELL 91.0 in snapshot", "burst end"),
                seenAfter("[7,[[90,1,2],[91,1,-2]]]"));
    }

    @Test
    void shouldBeginWithAnEmptyBookWhenItsSnapshotIsEmpty() {
        rig.comeLive(7, 8, 9);

        assertEquals(
                List.of("no entry in snapshot", "channel 0 live: " + ANEW, "burst end"),
                seenAfter("[7,[]]"));
    }

    @Test
    void shouldNotEmptyALiveBookButHaveItComeAnewWhenAnEmptyListComes() {
        comeLive();

        assertEquals(
                List.of("channel 0 gapped resyncing: an empty list came"), seenAfter("[7,[]]"));
        assertTrue(rig.requests().contains("{\"event\":\"unsubscribe\",\"chanId\":7}"));
        rig.receive(SessionRig.subscribed(17, BOOK));
        rig.receive("[17,[[100,1,2],[101,1,-2]]]");
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));
    }

    @Test
    void shouldTakeListsAsChangesWhereTheVenueMaySendThemSo() {
        SessionRig bulk =
                new SessionRig(new MarketConfig(TradeMessage.TE, true, 0, 0, 0, 0.75), BOOK);
        bulk.comeLive(7);
        bulk.receive("[7,[[100,1,2],[101,1,-2]]]");
        bulk.drainAll();

        bulk.receive("[7,[[100,0,1],[99,1,2]]]");

        assertEquals(List.of("delete BUY 100.0", "set BUY 99.0", "burst end"), bulk.drainAll());
        bulk.receive("[7,[]]");
        assertEquals(List.of("channel 0 gapped resyncing: an empty list came"), bulk.drainAll());
    }

    @Test
    void shouldBeginWithNoPrintAndNoCandleWhenTheirSnapshotsAreEmpty() {
        rig.comeLive(7, 8, 9);

        assertEquals(
                List.of("channel 1 live: " + ANEW, "channel 2 live: " + ANEW),
                seenAfter("[8,[]]", "[9,[]]"));
    }

    @Test
    void shouldTellEachPrintOnceWhicheverOfItsMessagesCount() {
        comeLive();

        assertEquals(
                List.of("trade 2", "trade 3"),
                seenAfter(
                        "[8,\"te\",[2,1574694605001,0.5,100]]",
                        "[8,\"te\",[3,1574694605001,0.5,100]]",
                        "[8,\"tu\",[2,1574694605001,0.5,100]]",
                        "[8,\"tu\",[3,1574694605001,0.5,100]]",
                        "[8,\"te\",[2,1574694605001,0.5,100]]"));
        SessionRig later =
                new SessionRig(new MarketConfig(TradeMessage.TU, false, 0, 0, 0, 0.75), TRADES);
        later.comeLive(7);
        later.receive("[7,[]]");
        later.receive("[7,\"te\",[2,1574694605001,0.5,100]]");
        later.receive("[7,\"tu\",[2,1574694605001,0.5,100]]");
        assertEquals(List.of("channel 0 live: " + ANEW, "trade 2"), later.drainAll());
    }

    @Test
    void shouldTellOfAFreshSnapshotThePrintsAloneThatAreNew() {
        comeLive();
        rig.session.desk().resync(rig.channels.get(1), "test");
        rig.turn();
        rig.receive(SessionRig.subscribed(18, TRADES));
        rig.drainAll();

        assertEquals(
                List.of("trade 2 in snapshot", "channel 1 live: " + ANEW),
                seenAfter("[18,[[2,1574694605001,0.5,100],[1,1574694605000,0.5,100]]]"));
    }

    @Test
    void shouldTellPrintsThoughTheirSnapshotNeverComes() {
        rig.comeLive(7, 8, 9);

        assertEquals(
                List.of("trade 2", "channel 1 live: " + ANEW, "trade 3"),
                seenAfter(
                        "[8,\"te\",[2,1574694605001,0.5,100]]",
                        "[8,\"tu\",[2,1574694605001,0.5,100]]",
                        "[8,\"te\",[3,1574694605001,0.5,100]]"));
    }

    @Test
    void shouldTellTheRunningCandleAndALateChangeOfTheOneBefore() {
        comeLive();

        assertEquals(
                List.of("candle 1574694660000", "candle 1574694600000"),
                seenAfter(
                        "[9,[1574694660000,100,100,100,100,0.5]]",
                        "[9,[1574694600000,100,101,101,100,0.6]]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void shouldReadRowsThatGrew(int fields) {
        comeLive();
        String more = ",null".repeat(fields - 1) + ",5";

        assertEquals(
                List.of("set BUY 99.0", "burst end", "trade 2", "candle 1574694660000"),
                seenAfter(
                        "[7,[99,1,2" + more + "]]",
                        "[8,\"te\",[2,1574694605001,0.5,100" + more + "]]",
                        "[9,[1574694660000,100,100,100,100,0.5" + more + "]]"));
    }

    @Test
    void shouldTakeAHeartbeatBeforeTheAnswer() {
        rig.greet();
        rig.receive("[7,\"hb\"]");
        rig.receive(SessionRig.subscribed(7, BOOK));
        rig.receive(SessionRig.subscribed(8, TRADES));
        rig.receive(SessionRig.subscribed(9, CANDLES));
        rig.receive("[7,[[100,1,2]]]");

        assertTrue(rig.drainAll().contains("set BUY 100.0 in snapshot"));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
    }

    @Test
    void shouldSeeNothingOfAChannelThatWasUnsubscribed() {
        comeLive();
        rig.session.desk().unsubscribe(rig.channels.get(0));
        rig.turn();
        rig.drainAll();

        assertEquals(List.of(), seenAfter("[7,[99,1,2]]", "[7,\"cs\",1]", "[7,\"hb\"]"));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
    }

    @Test
    void shouldReadSmallPricesAsTheyAreWritten() {
        comeLive();
        rig.receive("[7,[1.7e-7,1,2.5e-8]]");
        rig.receive("[8,\"te\",[2,1574694605001,-0.006000000000000001,1e-8]]");

        List<Double> numbers = new ArrayList<>();
        rig.ring.poll(event -> addNumbers(event, numbers), SessionRig.RING_SIZE);
        assertEquals(List.of(1.7e-7, 2.5e-8, 1e-8, 0.006000000000000001), numbers);
    }

    private static void addNumbers(Event event, List<Double> numbers) {
        if (event.type() == EventType.BOOK_ENTRY) {
            BookEntry entry = new BookEntry().wrap(event);
            numbers.addAll(List.of(entry.price(), entry.amount()));
        } else if (event.type() == EventType.TRADE) {
            Trade trade = new Trade().wrap(event);
            numbers.addAll(List.of(trade.price(), trade.amount()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[8,\"te\",null]",
                "[8,\"te\",[null,1,1,1]]",
                "[8,\"te\",[2,null,1,1]]",
                "[8,\"te\",[2,1,null,1]]",
                "[8,\"te\",[2,1,1,null]]",
                "[9,[null,1,1,1,1,1]]",
                "[9,[1,null,1,1,1,1]]",
                "[9,[[null]]]",
                "[null,[1,1,1]]"
            })
    void shouldLiveOnWhereANullStands(String frame) {
        comeLive();
        rig.receive(frame);
        rig.drainAll();

        assertEquals(List.of("set BUY 98.0", "burst end"), seenAfter("[7,[98,1,2]]"));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldPublishNothingOfAFrameThatBreaksAndCountIt() {
        comeLive();

        List<String> words = seenAfter("[7,[[100,1,2],[101,1,\"x\"]]]", "[8,\"te\",[5,1,0.5");

        assertTrue(words.stream().noneMatch(text -> text.startsWith("set")), words.toString());
        assertEquals(1, rig.statistics.get(0, Figure.UNKNOWN));
        assertEquals(2, rig.count(Counter.FRAMES_MALFORMED));
        rig.receive(SessionRig.subscribed(18, TRADES));
        assertEquals(
                List.of("trade 5 in snapshot", "channel 1 live: " + ANEW),
                seenAfter("[18,[[5,1574694605001,0.5,100],[1,1574694605000,0.5,100]]]"),
                "one that broke was not told");
    }

    @Test
    void shouldNotTakeAChecksumForABookThatIsStillToCome() {
        rig.comeLive(7, 8, 9);

        assertEquals(List.of(), seenAfter("[7,\"cs\",5]"));
        rig.receive("[7,[[100,1,2]]]");
        rig.drainAll();
        assertEquals(List.of("BOOK_CHECKSUM"), seenAfter("[7,\"cs\",5]"));
        assertEquals(0, rig.count(Counter.TYPES_UNKNOWN));
    }

    @Test
    void shouldCountTypesThatNobodyKnows() {
        comeLive();

        assertEquals(List.of(), seenAfter("[7,\"zz\",[1]]", "[8,\"cs\",5]"));

        assertEquals(2, rig.count(Counter.TYPES_UNKNOWN));
        assertEquals(1, rig.statistics.get(0, Figure.UNKNOWN));
    }

    /** Every n-th frame is dropped, doubled, late or broken: marked at once, and mended by itself. */
    @ParameterizedTest
    @CsvSource({
        "drop,1",
        "drop,2",
        "drop,5",
        "double,1",
        "double,2",
        "double,5",
        "late,1",
        "late,2",
        "late,5",
        "corrupt,1",
        "corrupt,2",
        "corrupt,5"
    })
    void shouldMarkWhatFollowsABadFrameAndHaveItComeAnew(String fault, int place) {
        rig.comeLive(7, 8, 9);
        int sequence = 0;
        rig.receive("[7,[[100,1,2],[101,1,-2]]," + ++sequence + "]");
        rig.receive("[8,[]," + ++sequence + "]");
        rig.receive("[9,[]," + ++sequence + "]");
        for (int i = 1; i < place; i++) {
            rig.receive("[7,[" + (90 + i) + ",1,2]," + ++sequence + "]");
        }
        rig.drainAll();
        String bad = "[7,[80,1,2]," + ++sequence + "]";
        String next = "[7,[81,1,2]," + ++sequence + "]";
        switch (fault) {
            case "drop" -> rig.receive(next);
            case "double" -> rig.receiveInOneRead(bad, bad, next);
            case "late" -> rig.receiveInOneRead(next, bad);
            default -> rig.receiveInOneRead(bad.replace("1,2", "1,x"), next);
        }
        rig.turn();

        List<String> words = rig.drainAll();
        assertTrue(words.stream().anyMatch(text -> text.contains("gapped")), words.toString());
        assertEquals(Health.GAPPED | Health.RESYNCING, rig.statistics.get(0, Figure.HEALTH));
        assertTrue(rig.count(Counter.SEQUENCE_GAPS) > 0);
        rig.receive(SessionRig.subscribed(17, BOOK));
        rig.receive("[17,[[100,1,2],[101,1,-2]]," + ++sequence + "]");
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));
        assertEquals(
                List.of(
                        "set BUY 100.0 in snapshot",
                        "set SELL 101.0 in snapshot",
                        "channel 0 live: " + ANEW,
                        "burst end"),
                rig.drainAll());
    }
}
