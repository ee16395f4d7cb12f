package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Channel;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.SnapshotFault;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataControlsTest {
    private SimulatedVenue venue;
    private DataControls data;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS.withTickersPerSecond(0).withHeartbeatMs(0));
        data = venue.controls().data();
        client = VenueClient.connect(venue);
        client.send("{\"event\":\"conf\",\"flags\":65536}").next();
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DROPPED, 1 2 4 5 7",
        "DOUBLED, 1 2 3 3 4 5 6 6 7",
        "SWAPPED, 1 2 4 3 5 7 6",
        "SEQUENCE_SKIPPED, 1 2 4 5 6 8 9",
        "SEQUENCE_REPEATED, 1 2 2 3 4 4 5"
    })
    void shouldShowFaultInTheSequenceAtEveryThirdFrame(FrameFault fault, String expected)
            throws Exception {
        data.frames(fault, Channel.TICKER, 3);

        assertEquals(expected, String.join(" ", sequencesOfSevenTickers()));
        assertEquals(2, data.faultsMade());
        data.frames(fault, Channel.TICKER, 0);
        venue.controls().advance(3);
        assertEquals(3, client.framesBeforePong().size());
    }

    @Test
    void shouldGoWrongFromTheStartWhenItIsSet() throws Exception {
        FaultConfig faults = FaultConfig.NONE.with(FrameFault.DROPPED, 3);
        venue.close();
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS
                                .withTickersPerSecond(0)
                                .withHeartbeatMs(0)
                                .withFaults(
                                        faults.with(FrameFault.CUT, 5).with(FrameFault.CUT, 0)));
        client = VenueClient.connect(venue);
        client.send("{\"event\":\"conf\",\"flags\":65536}").next();

        assertEquals("1 2 4 5 7", String.join(" ", sequencesOfSevenTickers()));
    }

    @Test
    void shouldLeaveOtherChannelsAloneWhenFaultIsOfOneKind() throws Exception {
        data.frames(FrameFault.DROPPED, Channel.BOOK, 1);

        assertEquals("1 2 3 4 5 6 7", String.join(" ", sequencesOfSevenTickers()));
    }

    private List<String> sequencesOfSevenTickers() throws Exception {
        subscribe("ticker", "tBTCUSD");
        venue.controls().advance(6);
        List<String> sequences = new ArrayList<>();
        for (String frame : client.framesBeforePong()) {
            sequences.add(frame.replaceAll(".*,(\\d+)\\]", "$1"));
        }
        return sequences;
    }

    @Test
    void shouldCorruptOrCutFrames() throws Exception {
        subscribe("ticker", "tBTCUSD");
        String whole = client.next();
        data.frames(FrameFault.CORRUPTED, null, 1);
        data.sendSnapshots(Channel.TICKER);
        String corrupted = client.next();
        data.frames(FrameFault.CORRUPTED, null, 0);
        data.frames(FrameFault.CUT, null, 1);
        data.sendSnapshots(Channel.TICKER);
        String cut = client.next();

        assertEquals(whole.length(), corrupted.length());
        assertEquals(1, corrupted.chars().filter(c -> c == '#').count());
        assertEquals(whole.substring(0, whole.length() / 2), cut);
    }

    @Test
    void shouldTellWrongChecksums() throws Exception {
        client.send("{\"event\":\"conf\",\"flags\":131072}").next();
        String right = checksum("tBTCUSD");
        client.send("{\"event\":\"unsubscribe\",\"chanId\":" + channelId(right) + "}").next();
        data.frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);

        checksum("tETHUSD");

        assertEquals(1, data.faultsMade());
    }

    private String checksum(String symbol) throws Exception {
        subscribe("book", symbol);
        for (int i = 0; i < 100; i++) {
            venue.controls().advance(1);
            venue.controls().advanceBooks(100);
            for (String frame : client.framesBeforePong()) {
                if (frame.contains(",\"cs\",")) {
                    return frame;
                }
            }
        }
        throw new AssertionError("no checksum");
    }

    @ParameterizedTest
    @CsvSource({"NONE, 1", "MISSING, 0", "EMPTY, 1", "TWICE, 2"})
    void shouldDoWrongWithSnapshots(SnapshotFault fault, int frames) throws Exception {
        data.snapshots(Channel.TRADES, fault);
        subscribe("trades", "tBTCUSD");

        List<String> told = client.framesBeforePong();

        assertEquals(frames, told.size());
        assertEquals(
                fault == SnapshotFault.EMPTY,
                told.stream().anyMatch(frame -> frame.matches("\\[\\d+,\\[\\],1\\]")));
    }

    @Test
    void shouldSendSecondSnapshotWhenAsked() throws Exception {
        subscribe("book", "tBTCUSD");
        String first = client.next();
        data.sendSnapshots(Channel.BOOK);

        assertEquals(first.replaceAll(",1\\]$", ""), client.next().replaceAll(",2\\]$", ""));
    }

    @Test
    void shouldGrowRowsAndReplaceElements() throws Exception {
        data.growRows(Channel.TRADES, 20);
        subscribe("trades", "tBTCUSD");
        String grown = client.next();
        data.growRows(Channel.TRADES, 0);
        data.replaceElement(Channel.TRADES, 3, "1.7e-7");
        data.sendSnapshots(Channel.TRADES);
        String replaced = client.next();
        data.replaceElement(Channel.TRADES, 0, "null");
        data.sendSnapshots(Channel.TRADES);
        String nulls = client.next();

        assertEquals(1 + 30 * 24 + 1, grown.split(",", -1).length);
        assertEquals(30, replaced.split(",1\\.7e-7\\]", -1).length - 1);
        assertEquals(30, nulls.split("\\[null,", -1).length - 1);
    }

    @Test
    void shouldMuteDataWhileNumbersGoOnWithoutGap() throws Exception {
        subscribe("ticker", "tBTCUSD");
        client.next();
        data.mute(Channel.TICKER, true);
        venue.controls().advance(3);
        data.mute(Channel.TICKER, false);
        venue.controls().advance(1);

        assertTrue(client.next().endsWith(",2]"));
    }

    @Test
    void shouldBeatBeforeSubscribed() throws Exception {
        data.heartbeatBeforeSubscribed(true);
        String beat = subscribe("ticker", "tBTCUSD");
        String answer = client.next();

        assertTrue(beat.endsWith(",\"hb\",1]"), beat);
        assertTrue(answer.contains("\"chanId\":" + channelId(beat) + ","), answer);
    }

    @Test
    void shouldSendDataOfChannelsThatAreNot() throws Exception {
        data.lateFrames(2);
        subscribe("ticker", "tBTCUSD");
        String id = channelId(client.next());
        client.send("{\"event\":\"unsubscribe\",\"chanId\":" + id + "}").next();
        data.sendData(7, "[1,2]");

        List<String> told = client.framesBeforePong();

        assertEquals(3, told.size());
        assertEquals(id, channelId(told.get(1)));
        assertEquals("[7,[1,2],4]", told.get(2));
    }

    @ParameterizedTest
    @CsvSource({"10300, symbol: invalid", "10301, subscribe: dup", "10305, subscribe: limit"})
    void shouldRefuseSoManySubscriptions(int code, String message) throws Exception {
        data.refuseSubscriptions(1, code);

        assertEquals(
                "{\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\",\"event\":\"error\",\"msg\":\""
                        + message
                        + "\",\"code\":"
                        + code
                        + ",\"pair\":\"BTCUSD\"}",
                subscribe("ticker", "tBTCUSD"));
        assertTrue(subscribe("ticker", "tBTCUSD").startsWith("{\"event\":\"subscribed\""));
    }

    @Test
    void shouldCloseOneConnectionAlone() throws Exception {
        try (VenueClient second = VenueClient.connect(venue)) {
            venue.controls().closeConnection(1, 1012, "restart");

            assertEquals(1012, second.closeCode());
            assertEquals(List.of(), client.framesBeforePong());
        }
    }

    private String subscribe(String channel, String symbol) throws Exception {
        return client.send(
                        "{\"event\":\"subscribe\",\"channel\":\"%s\",\"symbol\":\"%s\"}"
                                .formatted(channel, symbol))
                .next();
    }

    private static String channelId(String frame) {
        return frame.replaceAll("^\\[(\\d+),.*", "$1");
    }
}
