package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.intake.MarketConfig.TradeMessage;
import io.hayate.intake.RoomWait;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Market data that waits for room, on a connection that the account is not on. */
class RoomWaitTest {
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");
    private static final ChannelSpec OTHER = ChannelSpec.book("tETHUSD");
    private static final ChannelSpec TRADES = ChannelSpec.trades("tBTCUSD");
    private static final ChannelSpec CANDLES = ChannelSpec.candles("1m", "tBTCUSD");
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");
    private static final MarketConfig PATIENT =
            new MarketConfig(TradeMessage.TE, false, 0, 0, 0, 0.75);
    private static final int MARKET_ROOM = SessionRig.RING_SIZE * 3 / 4;
    private static final int EASED = MARKET_ROOM / 2;
    private static final long WAIT_MS = RoomWait.WAIT_MAX_NS / 1_000_000;

    private final SessionRig rig = new SessionRig(PATIENT, BOOK, TRADES, CANDLES, TICKER, OTHER);
    private long sequence;
    private int trade;

    /** Each frame of the venue has the number that is due. */
    private void receive(String start) {
        sequence++;
        rig.receive(start + "," + sequence + "]");
    }

    private void comeLive() {
        rig.comeLive(7, 8, 9, 10, 11);
        receive("[7,[[100,1,2],[101,1,-2]]");
        receive("[8,[]");
        receive("[9,[]");
        receive("[11,[[50,1,2],[51,1,-2]]");
        tick(1);
        rig.drainAll();
        rig.transport.clearSent();
    }

    private void tick(int last) {
        receive("[10,[1,1,1,1,1,1," + last + ",1,1,1]");
    }

    private void trade() {
        trade++;
        receive("[8,\"te\",[" + trade + ",1574694605001,0.5,100]");
    }

    private void fill() {
        while (rig.ring.size() < MARKET_ROOM) {
            trade();
        }
    }

    private void take(int events) {
        assertEquals(events, rig.ring.poll(event -> {}, events));
    }

    /** Takes all that is there, turn by turn. */
    private List<String> drainAndTurn() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            words.addAll(rig.drainAll());
            rig.turn();
        }
        return words;
    }

    private void assertNothingLost() {
        assertEquals(0, rig.count(Counter.UPDATES_DROPPED));
        assertEquals(0, rig.count(Counter.RESYNCS));
        assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(List.of(), rig.requests());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldLoseNothingOfABookWhenRoomComesInTime() {
        comeLive();
        long frames = rig.count(Counter.FRAMES);
        long ofBook = rig.statistics.get(0, Figure.FRAMES);
        fill();
        int filled = trade;
        receive("[7,[99,1,3]");
        tick(2);
        receive("[7,\"cs\",5");
        assertEquals(3, rig.transport.kept());
        assertEquals(frames + filled, rig.count(Counter.FRAMES));

        List<String> words = drainAndTurn();

        assertEquals(
                List.of("set BUY 99.0", "ticker 0 last 2.0", "BOOK_CHECKSUM", "burst end"),
                words.subList(filled, words.size()));
        assertEquals(frames + filled + 3, rig.count(Counter.FRAMES));
        assertEquals(ofBook + 2, rig.statistics.get(0, Figure.FRAMES));
        assertEquals(sequence, rig.statistics.get(0, Figure.LAST_SEQUENCE));
        assertEquals(1, rig.count(Counter.READS_PAUSED));
        assertNothingLost();
    }

    @Test
    void shouldReadOnOnlyOnceTheRingHasEased() {
        comeLive();
        fill();
        receive("[7,[99,1,3]");

        take(MARKET_ROOM - EASED - 1);
        rig.turn();
        assertEquals(1, rig.transport.kept());
        take(1);
        rig.turn();

        assertEquals(0, rig.transport.kept());
        assertEquals(1, rig.count(Counter.READS_PAUSED));
    }

    @Test
    void shouldGiveTheBookUpOnceWhenNoRoomComesInTimeAndReadOn() {
        comeLive();
        fill();
        receive("[7,[99,1,3]");
        receive("[7,[98,1,3]");
        receive("[11,[49,1,3]");
        tick(2);
        tick(3);

        rig.pass(WAIT_MS - 10);
        assertEquals(5, rig.transport.kept());
        rig.pass(10);

        assertEquals(0, rig.transport.kept());
        assertEquals(1, rig.statistics.get(0, Figure.RESYNCS));
        assertEquals(1, rig.statistics.get(4, Figure.RESYNCS));
        assertEquals(1, rig.statistics.get(0, Figure.DROPPED));
        assertEquals(1, rig.statistics.get(3, Figure.CONFLATED));
        assertEquals(1, rig.count(Counter.READS_PAUSED));
        assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldWaitAgainOnceTheRingHasEased() {
        comeLive();
        fill();
        receive("[7,[99,1,3]");
        rig.pass(WAIT_MS);
        trade();
        assertEquals(0, rig.transport.kept());
        rig.drainAll();
        rig.pass(10);

        fill();
        receive("[11,[49,1,3]");

        assertEquals(1, rig.transport.kept());
        assertEquals(0, rig.statistics.get(4, Figure.RESYNCS));
        assertEquals(2, rig.count(Counter.READS_PAUSED));
    }

    @Test
    void shouldHavePrintsAndSnapshotsWaitToo() {
        rig.comeLive(7, 8, 9, 10, 11);
        receive("[7,[[100,1,2],[101,1,-2]]");
        receive("[8,[]");
        rig.transport.clearSent();
        fill();
        trade();
        receive("[9,[[120000,100,100,100,100,1],[60000,100,100,100,100,1]]");
        assertEquals(2, rig.transport.kept());

        List<String> words = drainAndTurn();

        assertTrue(words.contains("trade " + trade), words.toString());
        assertTrue(words.contains("candle 60000 in snapshot"), words.toString());
        assertNothingLost();
    }

    @Test
    void shouldNotWaitForRoomThatCannotCome() {
        rig.comeLive(7, 8, 9, 10, 11);

        receive("[7,[" + ",[100,1,2]".repeat(MARKET_ROOM + 1).substring(1) + "]");

        assertEquals(0, rig.transport.kept());
        assertEquals(1, rig.statistics.get(0, Figure.RESYNCS));
    }

    @Test
    void shouldTellTheEndOfABurstOnceAllThatWasReadOfItIsTold() {
        comeLive();
        while (rig.ring.size() < MARKET_ROOM - 1) {
            trade();
        }
        long first = ++sequence;
        long second = ++sequence;
        rig.receiveInOneRead("[7,[102,1,3]," + first + "]", "[7,[101,0,-1]," + second + "]");
        take(MARKET_ROOM - EASED - 1);
        rig.turn();
        assertEquals(1, rig.transport.kept());

        List<String> words = drainAndTurn();

        assertEquals(
                List.of("set BUY 102.0", "delete SELL 101.0", "burst end"),
                words.subList(words.size() - 3, words.size()));
    }

    @Test
    void shouldForgetTheWaitWhenTheConnectionIsLost() {
        comeLive();
        fill();
        receive("[7,[99,1,3]");
        rig.lose(DisconnectCause.LOST, "gone");
        rig.drainAll();
        assertEquals(Health.RESYNCING, rig.statistics.get(0, Figure.HEALTH));

        sequence = 0;
        rig.pass(2_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.subscribed(17, BOOK));
        receive("[17,[[90,1,2]]");

        assertTrue(drainAndTurn().contains("set BUY 90.0 in snapshot"));
        assertEquals(0, rig.transport.kept());
    }

    /** Each wait is made up for by the time without one that follows. */
    @Test
    void shouldGoOnWaitingForAStrategyThatAlwaysCatchesUp() {
        comeLive();
        for (long ms = 0; ms < 2 * RoomWait.SUM_MAX_NS / 1_000_000; ms += WAIT_MS / 2) {
            fill();
            receive("[7,[99,1,3]");
            assertEquals(1, rig.transport.kept());
            rig.pass(WAIT_MS / 2);
            drainAndTurn();
            tick(2);
            rig.pass(WAIT_MS * 3 / 4);
            rig.drainAll();
        }

        assertNothingLost();
    }

    /** It makes room each time, but never catches up: what is read is ever older. */
    @Test
    void shouldNotFallBehindForEver() {
        comeLive();
        long pausedMs = 0;
        while (rig.count(Counter.RESYNCS) == 0) {
            fill();
            receive("[7,[99,1,3]");
            rig.pass(WAIT_MS - 20);
            pausedMs += WAIT_MS - 10; // the turn that reads on is a step later
            assertTrue(pausedMs <= RoomWait.SUM_MAX_NS / 1_000_000 + 2 * WAIT_MS, "bounded");
            rig.drainAll();
            rig.pass(10);
        }
        rig.drainAll();
        rig.pass(RoomWait.REST_NS / 1_000_000);
        rig.drainAll();
        rig.turn();

        fill();
        receive("[11,[49,1,3]");

        assertTrue(pausedMs >= RoomWait.SUM_MAX_NS / 1_000_000);
        assertEquals(1, rig.transport.kept());
    }
}
