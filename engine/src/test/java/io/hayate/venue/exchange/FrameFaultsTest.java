package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.wire.JsonReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with market data, events, connections and the clock. */
class FrameFaultsTest {
    private static final String PING = "{\"event\":\"ping\",\"cid\":1}";

    private final FaultRig rig = FaultRig.still();
    private final FaultRig.Client client = rig.connect();

    private List<String> tickers(int count) {
        client.subscribe("ticker");
        client.take();
        rig.controls().advance(count);
        return client.take();
    }

    @ParameterizedTest
    @CsvSource({
        "exponent, '8.[0-9]+e\\+4'",
        "string, '\"8[0-9.]+\"'",
        "negative-zero, '-0'",
        "huge, '1e\\+21'",
        "null, 'null'",
        "noise, '8[0-9]+\\.0000000000[0-9]+'"
    })
    void shouldWriteNumbersInOddForms(String form, String number) throws Exception {
        rig.fault("odd-numbers index=0 form=" + form);

        String ticker = tickers(1).get(0);

        assertTrue(ticker.matches("\\[\\d+,\\[" + number + ",.*"), ticker);
        JsonReader.read(ticker);
    }

    @Test
    void shouldGrowAndReplaceAlsoRowsOfTheAccountWithObjectsInThem() throws Exception {
        FaultRig.Client owner = rig.demo();
        rig.fault("grown more=2 channel=account type=on");
        rig.fault("replaced index=6 value=1.7e-7 channel=account type=on");

        String order = owner.buy(1).take("[0,\"on\"").get(0);

        assertTrue(order.contains(",1.7e-7,0.01,\"EXCHANGE LIMIT\","), order);
        assertTrue(order.endsWith(",17,17]]"), order);
        JsonReader.read(order);
    }

    @Test
    void shouldCrossBooks() {
        rig.fault("crossed-book");

        client.subscribe("book");

        String bids = client.take("[").get(0);
        assertTrue(bids.matches("\\[\\d+,\\[\\[1[67]\\d{4},.*"), bids); // twice the best bid
    }

    @Test
    void shouldSilenceOneChannelAlone() {
        rig.fault("muted channel=ticker");
        client.subscribe("trades");
        List<String> trades = client.take("[");

        assertEquals(4, tickers(3).stream().filter(each -> each.contains("\"te\"")).count());
        assertEquals(List.of(), tickers(0));
        assertEquals(1, trades.size());
        assertEquals("pong", event(client.send(PING).take().get(0)));
    }

    @Test
    void shouldSendNothingButHeartbeatsAndAnswers() {
        FaultRig.Client owner = rig.demo();
        rig.fault("heartbeats-only");

        owner.buy(1);

        assertEquals("", owner.types());
        assertEquals(List.of(), tickers(3));
    }

    @Test
    void shouldSayNothingAtAllToOneConnectionForAWhile() {
        FaultRig.Client other = rig.connect();
        client.take();
        other.take();
        rig.fault("silent connection=1 from=1s lasts=2s");
        assertEquals(1, client.send(PING).take().size());
        rig.advance(1_000);

        assertEquals(0, client.send(PING).take().size());
        assertEquals(1, other.send(PING).take().size());
        rig.advance(2_000);
        assertEquals(1, client.send(PING).take().size());
    }

    @Test
    void shouldReadNothingOfAHalfOpenConnection() {
        FaultRig.Client owner = rig.demo();
        int half = rig.fault("half-open");
        owner.buy(1);
        rig.controls().faults().remove(half);

        owner.send("[0,\"oc_multi\",null,{\"all\":1}]");

        assertTrue(owner.take("[0,\"n\"").get(0).contains("Submitting 0 order"));
    }

    @Test
    void shouldLoseAndDelayEventsByTheirNames() {
        rig.fault("dropped type=pong nth=1");
        rig.fault("late type=pong nth=2 delay=100ms");
        client.take();
        assertEquals(List.of(), client.send(PING).take());
        assertEquals(List.of(), client.send(PING).take());

        rig.advance(100);

        assertEquals(1, client.take().size());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 4000})
    void shouldCloseWithEachCode(int code) {
        client.take();
        rig.fault("closed code=" + code + " reason=go from=1s");
        rig.advance(1_000);

        assertEquals(List.of("close " + code + " go"), client.take());
    }

    @Test
    void shouldStopWithFramesBehindTheAnnouncement() {
        client.subscribe("ticker");
        client.take();
        rig.fault("stop delay=1s");
        rig.advance(0);
        assertTrue(client.take().get(0).contains("20051"));
        rig.controls().advance(1);
        assertEquals(1, client.take("[").size());

        rig.advance(1_000);

        assertEquals(List.of("close 1001 stopping"), client.take());
    }

    @Test
    void shouldAnnounceMaintenanceToOneConnection() {
        FaultRig.Client other = rig.connect();
        client.take();
        other.take();
        rig.fault("maintenance length=10s connection=2");
        rig.advance(0);
        assertTrue(other.take().get(0).contains("20060"));
        rig.advance(10_000);

        assertTrue(other.take().get(0).contains("20061"));
        assertEquals(List.of(), client.take());
    }

    @Test
    void shouldEndAtOnceWhatBeginsTooOften() {
        client.subscribe("ticker").take();
        rig.fault("maintenance every=1ms length=1h");

        rig.advance(70_000); // more often than timers may run

        List<String> heard = client.take();
        assertEquals(70_001, heard.stream().filter(each -> each.contains("20060")).count());
        assertEquals(69_001, heard.stream().filter(each -> each.contains("20061")).count());
    }

    @Test
    void shouldRepeatByItsPeriodUntilItsTimesAreUsedUp() {
        client.take();
        rig.fault("info code=5000 every=10s times=3");
        rig.advance(50_000);

        assertEquals(3, client.take().size());
    }

    @Test
    void shouldLetTheWallClockJumpAndTimersBe() {
        client.take();
        rig.fault("clock-step by=-1h from=1s");
        rig.fault("clock-step by=2h from=2s");
        rig.advance(1_000);
        String back = client.send("{\"event\":\"ping\"}").take().get(0);
        rig.advance(1_000);
        String ahead = client.send("{\"event\":\"ping\"}").take().get(0);

        assertEquals(
                "{\"event\":\"pong\",\"ts\":" + (FaultRig.NOW_MS + 1_000 - 3_600_000) + "}", back);
        assertEquals(
                "{\"event\":\"pong\",\"ts\":" + (FaultRig.NOW_MS + 2_000 + 3_600_000) + "}", ahead);
    }

    @Test
    void shouldSendWhatNoServerShould() {
        client.take();
        rig.fault("text text=\"{no JSON\"");
        rig.fault("masked text=x");
        rig.fault("invalid-utf8");
        rig.fault("oversize bytes=100000");
        rig.fault("slow-reader length=1s");
        rig.fault("connection-dropped from=1s");
        rig.advance(1_000);

        List<String> sent = client.take();
        assertEquals("{no JSON", sent.get(0));
        assertEquals("masked x", sent.get(1));
        assertEquals(100_000, sent.get(3).length());
        assertEquals(List.of("reads not", "reads", "drop"), sent.subList(4, 7));
    }

    @Test
    void shouldCutTextsIntoFragmentsByChance() {
        rig.fault("fragmented bytes=1 every=2");
        client.take();

        client.send(PING).send(PING);

        assertEquals(1, IntStream.range(0, 1).map(i -> fragments()).sum());
    }

    private int fragments() {
        return (int) client.take().stream().filter("fragments of 1"::equals).count();
    }

    @Test
    void shouldSendSnapshotsAgainAndLateAndNotAtAll() {
        rig.fault("no-snapshot channel=trades");
        rig.fault("late-data count=2");
        client.subscribe("trades");
        assertEquals(0, client.take("[").size());
        client.subscribe("ticker");
        String id = client.take("[").get(0).replaceAll("^\\[(\\d+),.*", "$1");
        rig.fault("snapshot-again channel=ticker");
        rig.advance(0);
        assertEquals(1, client.take("[").size());

        client.send("{\"event\":\"unsubscribe\",\"chanId\":" + id + "}");

        assertEquals(2, client.take("[").size());
    }

    @Test
    void shouldMakeTheSameFaultsForTheSameSeed() {
        assertEquals(lostOf(1), lostOf(1));
        assertNotEquals(lostOf(1), lostOf(2));
    }

    private static String lostOf(long seed) {
        FaultRig rig =
                new FaultRig(
                        io.hayate.venue.VenueConfig.DEFAULTS
                                .withSeed(seed)
                                .withTickersPerSecond(0)
                                .withHeartbeatMs(0));
        rig.fault("dropped chance=0.5");
        FaultRig.Client client = rig.connect();
        client.send("{\"event\":\"conf\",\"flags\":65536}").subscribe("ticker");
        client.take();
        rig.controls().advance(100);
        return client.sequences();
    }

    private static String event(String text) {
        return text.replaceAll(".*\"event\":\"(\\w+)\".*", "$1");
    }
}
