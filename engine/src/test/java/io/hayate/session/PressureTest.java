package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to frames for which the ring has no room. */
class PressureTest {
    private static final int MARKET_ROOM = SessionRig.RING_SIZE * 3 / 4;

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD", "tETHUSD");

    @BeforeEach
    void comeLive() {
        rig.comeLive(7, 8);
        tick(7, 0);
        tick(8, 0);
        rig.drain();
    }

    private void tick(int channelId, int last) {
        rig.receive("[" + channelId + ",[1,1,1,1,1,1," + last + ",1,1,1]]");
    }

    private void wallet(String currency) {
        rig.receive("[0,\"wu\",[\"exchange\",\"" + currency + "\",1,0,1,null,null]]");
    }

    @Test
    void shouldKeepTheLatestTickerOfEachSymbolWhenTheRingIsFull() {
        for (int last = 1; last <= MARKET_ROOM; last++) {
            tick(7, last);
        }
        tick(7, 101);
        tick(8, 201);
        tick(7, 102);
        rig.turn();

        List<String> words = rig.drain();
        assertEquals(MARKET_ROOM, words.size());
        assertEquals(1, rig.count(Counter.TICKERS_CONFLATED));
        rig.turn();
        assertEquals(List.of("ticker 0 last 102.0: conflated", "ticker 1 last 201.0"), rig.drain());
    }

    @Test
    void shouldLeaveRoomForAccountEventsWhenMarketDataFillsTheRing() {
        for (int last = 1; last <= 2 * MARKET_ROOM; last++) {
            tick(7, last);
        }

        wallet("USD");

        List<String> words = rig.drain();
        assertEquals("wallet USD", words.get(words.size() - 1));
        assertEquals(0, rig.count(Counter.READS_PAUSED));
    }

    @Test
    void shouldStopReadingAndLoseNothingWhenAccountEventsFillTheRing() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3 * SessionRig.RING_SIZE; i++) {
            wallet("C" + i);
            expected.add("wallet C" + i);
        }
        tick(7, 5);
        expected.add("ticker 0 last 5.0");
        assertTrue(rig.transport.kept() > 0);

        assertEquals(expected, takenInTime());
        assertEquals(SessionState.LIVE, rig.state());
        assertTrue(rig.count(Counter.READS_PAUSED) > 0);
    }

    /** One that is longer than what market data leaves. */
    @Test
    void shouldTellWhatTheSessionDoesThoughAListWaitsForRoom() {
        for (int last = 1; last <= MARKET_ROOM; last++) {
            tick(7, last);
        }
        String row = "[\"exchange\",\"USD\",1,0,1]";
        rig.receive("[0,\"ws\",[" + (row + ",").repeat(100) + row + "]]");
        assertTrue(rig.transport.kept() > 0);

        rig.session.tell(0, "a word");
        rig.turn();
        assertTrue(rig.transport.kept() > 0);

        List<String> words = takenInTime();
        assertTrue(words.stream().anyMatch(each -> each.contains("a word")), words::toString);
        int told = words.indexOf("wallet USD");
        assertTrue(words.stream().limit(told).anyMatch(each -> each.contains("a word")));
        assertEquals(101, words.stream().filter("wallet USD"::equals).count());
    }

    /** What the strategy's side gets once it takes what waits, turn by turn. */
    private List<String> takenInTime() {
        List<String> taken = new ArrayList<>();
        for (int turns = 0; turns < 10; turns++) {
            taken.addAll(rig.drain());
            rig.turn();
        }
        return taken;
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 30_000, 600_000})
    void shouldLoseNothingOfTheAccountHoweverLongTheRingIsFull(int ms) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            wallet("C" + i);
            expected.add("wallet C" + i);
        }
        rig.pass(ms);
        assertTrue(rig.transport.kept() > 0);

        assertEquals(expected, takenInTime());
        assertEquals(SessionState.LIVE, rig.state());
        rig.receive("[0,\"hb\"]");
        rig.pass(1_000);
        assertEquals(SessionState.LIVE, rig.state());
        rig.pass(60_000);
        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldPublishAListAtOnceAndMarkItsEnds() {
        rig.receive(
                "[0,\"ws\",[[\"exchange\",\"USD\",1,0,1],[\"exchange\",\"BTC\",1,0,1],"
                        + "[\"margin\",\"BTC\",1,0,1]]]");

        List<String> ends = new ArrayList<>();
        rig.ring.poll(event -> ends.add(event.isFirst() + " " + event.isLast()), 9);
        assertEquals(List.of("true false", "false false", "false true"), ends);
    }

    @Test
    void shouldPublishNothingOfAListThatBreaks() {
        rig.receive("[0,\"ws\",[[\"exchange\",\"USD\",1,0,1],[\"exchange\",\"BTC\",\"x\",0,1]]]");

        assertEquals(1, rig.count(Counter.FRAMES_MALFORMED));
        List<String> words = rig.drain();
        assertTrue(words.stream().noneMatch(text -> text.startsWith("wallet")), words.toString());
    }

    @Test
    void shouldGiveTheConnectionUpWhenAListCanNeverFit() {
        StringBuilder list = new StringBuilder("[0,\"ws\",[[\"exchange\",\"C\",1,0,1]");
        list.append(",[\"exchange\",\"C\",1,0,1]".repeat(SessionRig.RING_SIZE)).append("]]");

        rig.receive(list.toString());

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertTrue(
                rig.drain()
                        .toString()
                        .contains("must be at least that: was " + SessionRig.RING_SIZE));
    }

    @Test
    void shouldTellThatNoOrderIsOpen() {
        rig.receive("[0,\"os\",[]]");

        assertEquals(List.of("report NO_OPEN_ORDERS"), rig.drain());
    }
}
