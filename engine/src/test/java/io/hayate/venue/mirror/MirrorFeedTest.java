package io.hayate.venue.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts of the wire say, and what becomes of those that say nothing. */
class MirrorFeedTest {
    private static final String BOOK =
            "{\"event\":\"subscribed\",\"channel\":\"book\",\"chanId\":7,\"symbol\":\"tBTCUSD\","
                    + "\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\",\"pair\":\"BTCUSD\"}";
    private static final String RAW =
            "{\"event\":\"subscribed\",\"channel\":\"book\",\"chanId\":8,\"symbol\":\"tBTCUSD\","
                    + "\"prec\":\"R0\",\"freq\":\"F0\",\"len\":\"100\",\"pair\":\"BTCUSD\"}";
    private static final String TRADES =
            "{\"event\":\"subscribed\",\"channel\":\"trades\",\"chanId\":9,\"symbol\":\"tBTCUSD\","
                    + "\"pair\":\"BTCUSD\"}";
    private static final String TICKER =
            "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":10,\"symbol\":\"tBTCUSD\","
                    + "\"pair\":\"BTCUSD\"}";

    private final List<String> told = new ArrayList<>();
    private MirrorFeed feed;

    @BeforeEach
    void begin() {
        feed =
                new MirrorFeed(
                        new MirrorTargets() {
                            @Override
                            public MirrorTarget find(String symbol) {
                                return symbol.equals("tBTCUSD") ? new ToldTarget(told) : null;
                            }

                            @Override
                            public void onInfo(int code) {
                                told.add("info " + code);
                            }
                        });
        feed.onOpen(1);
    }

    private void text(String text) {
        byte[] bytes = ("xx" + text).getBytes(UTF_8);
        feed.onText(1, new UnsafeBuffer(bytes), 2, bytes.length - 2);
    }

    private long count(MirrorCount what) {
        return feed.counts().of(what);
    }

    private void assertTold(String... lines) {
        assertEquals(List.of(lines), told);
    }

    @Test
    void shouldTellRowsOfLevels() {
        text(BOOK);
        text("[7,[[7616.5,3,31.8],[7617.5,1,-0.25]]]");
        text("[7,[7616.5,0,1]]");
        text("[7,[7616,2,5e-7,\"more\"]]");
        text("[7,\"hb\"]");
        text("[7,\"cs\",-123]");

        assertTold(
                "snapshot 0@761650000000x3 3180000000, 0@761750000000x1 -25000000",
                "rows 0@761650000000x0 100000000",
                "rows 0@761600000000x2 50");
        assertEquals(4, count(MirrorCount.ROWS));
        assertEquals(1, count(MirrorCount.HEARTBEATS));
        assertEquals(1, count(MirrorCount.CHECKSUMS));
        assertEquals(0, count(MirrorCount.BROKEN));
    }

    @Test
    void shouldTellRowsOfOrders() {
        text(RAW);
        text("[8,[]]");
        text("[8,[34006738527,7616.5,31.8]]");
        text("[8,[34006738527,0,1]]");

        assertTold(
                "snapshot",
                "rows 34006738527@761650000000x1 3180000000",
                "rows 34006738527@0x0 100000000");
    }

    @Test
    void shouldTakeASecondSnapshotForOneUnlessUpdatesComeInBulk() {
        text(BOOK);
        text("[7,[[1,1,1]]]");
        text("[7,[[2,1,1]]]");
        text("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":536870912}");
        text("[7,[[3,1,1],[1,0,1]]]");

        assertTold(
                "snapshot 0@100000000x1 100000000",
                "snapshot 0@200000000x1 100000000",
                "rows 0@300000000x1 100000000, 0@100000000x0 100000000");
    }

    @Test
    void shouldTellEachTradeOnce() {
        text(TRADES);
        text("[9,[[12,1000,1,5],[11,999,-2,4]]]");
        text("[9,\"te\",[13,1001,-0.5,4.5]]");
        text("[9,\"tu\",[13,1001,-0.5,4.5]]");
        text("[9,\"tu\",[14,1002,0.5,4.5]]");
        text("[9,\"tu\",[12,1000,1,5]]");

        assertTold(
                "past 11 999 -200000000@400000000",
                "past 12 1000 100000000@500000000",
                "print 13 1001 -50000000@450000000",
                "print 14 1002 50000000@450000000");
        assertEquals(2, count(MirrorCount.PRINTS));
    }

    @Test
    void shouldTellTickers() {
        text(TICKER);
        text("[10,[7616,31.8,7617,43.3,-550.8,-0.067,7617.1,8314.7,8257.8,7500]]");

        assertTold("ticker 761600000000 761700000000 last 761710000000");
    }

    @Test
    void shouldCountMissingNumbers() {
        text("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":98304}");
        text(TRADES);
        text("[9,\"hb\",1,1700000000000]");
        text("[9,\"te\",[13,1001,-0.5,4.5],2,1700000000000]");
        text("[0,\"n\",[1,\"x\"],3,77,1700000000000]");
        text("[55,[1,2],4,1700000000000]");
        text("[9,\"hb\",8,1700000000000]");

        assertEquals(3, count(MirrorCount.GAPS));
        assertEquals(1, count(MirrorCount.UNKNOWN));
        assertEquals(1, count(MirrorCount.UNFOLLOWED));
        assertEquals(0, count(MirrorCount.BROKEN));
    }

    @Test
    void shouldCountEveryFrameOfAChannelThatWasNotToldButItsHeartbeats() {
        text("[55,[7616.5,3,31.8]]");
        text("[55,[[7616.5,3,31.8]]]");
        text("[55,\"te\",[13,1001,-0.5,4.5]]");
        text("[55,\"cs\",-123]");
        text("[55,\"hb\"]");

        assertEquals(4, count(MirrorCount.UNKNOWN));
        assertEquals(0, count(MirrorCount.CHECKSUMS));
        assertEquals(1, count(MirrorCount.HEARTBEATS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[",
                "[7",
                "[7,",
                "[7,[",
                "[7,[[1,1,1],[2,1",
                "[7,[1,1]]",
                "[7,[1,1,]]",
                "[7,[1,1,1]",
                "[7,[1,1,1]]]",
                "[7,[\"1\",1,1]]",
                "[7,[null,1,1]]",
                "[7,{}]",
                "[7,5]",
                "[\"a\",[1]]",
                "{\"event\":",
                "{}x",
                "[7,\"hb]",
                "[7,\"te\"]"
            })
    void shouldCountWhatIsBrokenAndTellNothingOfIt(String broken) {
        text(BOOK);
        text("[7,[[5,1,1]]]");
        told.clear();

        text(broken);
        text("[7,[6,1,1]]");

        assertTold("rows 0@600000000x1 100000000");
        assertEquals(1, count(MirrorCount.BROKEN));
        assertEquals(broken, feed.counts().example());
    }

    @Test
    void shouldLeaveOutRowsBeyondMeasure() {
        text(BOOK);
        text("[7,[[1e30,1,1],[5,1,1],[5,1,1e30],[-5,1,1]]]");

        assertTold("snapshot 0@500000000x1 100000000");
        assertEquals(3, count(MirrorCount.BEYOND));
    }

    @Test
    void shouldThrowAtNothing() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> seeds =
                List.of(
                        BOOK,
                        RAW,
                        TRADES,
                        "[7,[[7616.5,3,31.8],[7617.5,1,-0.25]]]",
                        "[9,\"te\",[13,1001,-0.5,4.5],2,1700000000000]",
                        "[10,[7616,31.8,7617,43.3,-550.8,-0.067,7617.1,8314.7,8257.8,7500]]",
                        "{\"event\":\"info\",\"code\":20060,\"msg\":\"x\"}");
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).getBytes(UTF_8);
            for (int j = random.nextInt(4); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            feed.onText(random.nextInt(3), new UnsafeBuffer(bytes), 0, length);
        }
        assertEquals(100_000, count(MirrorCount.TEXTS));
        assertTrue(count(MirrorCount.BROKEN) > 10_000);
    }

    @Test
    void shouldTellOfMaintenanceAndOfTheEnd() {
        text(BOOK);
        text("[7,[[5,1,1]]]");
        told.clear();

        text("{\"event\":\"info\",\"code\":20060,\"msg\":\"Entering in Maintenance mode.\"}");
        text("{\"event\":\"info\",\"code\":20061,\"msg\":\"Maintenance ended.\"}");
        text("{\"event\":\"info\",\"code\":20051,\"msg\":\"Stopping.\"}");
        feed.onClosed(1);

        assertTold(
                "stale true",
                "info 20060",
                "stale false",
                "info 20061",
                "info 20051",
                "stale true",
                "ended");
    }

    private static String order(long id, String amount, String type, int flags, String price) {
        return "["
                + id
                + ",null,5,\"tBTCUSD\",1,2,"
                + amount
                + ",-2,\""
                + type
                + "\",null,null,null,"
                + flags
                + ",\"ACTIVE\",null,null,"
                + price
                + ",0,0,0]";
    }

    @Test
    void shouldTellWhatTheRecordedAccountHadInTheBook() {
        text("[0,\"os\",[" + order(3, "0.5", "EXCHANGE LIMIT", 0, "7616.5") + "],77]");
        text("[0,\"on\"," + order(4, "-2", "LIMIT", 4096, "7617") + "]");
        text("[0,\"ou\"," + order(4, "-1.5", "LIMIT", 4096, "7617") + "]");
        text("[0,\"oc\"," + order(4, "-1.5", "LIMIT", 4096, "7617") + "]");
        text("[0,\"os\",[]]");

        assertTold(
                "own 3 BUY 50000000@761650000000",
                "own 4 SELL 200000000@761700000000",
                "own 4 SELL 150000000@761700000000",
                "own 4 SELL 0@761700000000",
                "own 3 BUY 0@0");
    }

    @Test
    void shouldTakeForNoneInTheBookWhatNoBookShows() {
        text("[0,\"on\"," + order(3, "0.5", "EXCHANGE LIMIT", 64, "7616.5") + "]");
        text("[0,\"on\"," + order(4, "0.5", "EXCHANGE STOP", 0, "7616.5") + "]");
        text("[0,\"on\",[1,2]]");
        text("[0,\"on\",null]");
        text("[0,\"on\"," + order(5, "0.5", "EXCHANGE LIMIT", 0, "null") + "]");
        text("[0,\"on\"," + order(6, "1e30", "EXCHANGE LIMIT", 0, "1") + "]");

        assertTold("own 3 BUY 0@761650000000", "own 4 BUY 0@761650000000", "own 6 BUY 0@100000000");
        assertEquals(6, count(MirrorCount.UNFOLLOWED));
        assertEquals(0, count(MirrorCount.BROKEN));
    }

    @Test
    void shouldTakeTheAccountsHeartbeatWithAndWithoutNumbers() {
        text("[0,\"hb\"]");
        text("[0,\"hb\",3,4]");
        text("[0,\"wu\",[1]]");

        assertEquals(3, count(MirrorCount.UNFOLLOWED));
        assertEquals(0, count(MirrorCount.BROKEN));
    }

    @Test
    void shouldForgetTheOrdersOfAnAccountWhoseConnectionHasEnded() {
        text("[0,\"on\"," + order(3, "0.5", "EXCHANGE LIMIT", 0, "7616.5") + "]");
        feed.onClosed(2);
        feed.onClosed(1);

        assertTold("own 3 BUY 50000000@761650000000", "own 3 BUY 0@0");
    }
}
