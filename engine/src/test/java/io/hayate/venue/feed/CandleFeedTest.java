package io.hayate.venue.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.market.DayFigures;
import io.hayate.venue.market.Print;
import io.hayate.venue.market.PrintTape;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandleFeedTest {
    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue = SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0));
        client = VenueClient.connect(venue);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1m", "5m", "15m", "30m", "1h", "3h", "4h", "6h", "12h", "1D", "7D", "1W", "14D",
                "1M"
            })
    void shouldSendRowsNewestFirstWhenSubscribed(String timeFrame) throws Exception {
        String key = "trade:" + timeFrame + ":tBTCUSD";
        String answer = subscribe(key);
        double[][] rows = rows(client.next());

        assertTrue(answer.endsWith(",\"key\":\"" + key + "\",\"subId\":7}"), answer);
        assertTrue(rows.length > 60 && rows.length <= 120, "rows: " + rows.length);
        for (int i = 0; i < rows.length; i++) {
            assertTrue(i == 0 || rows[i][0] < rows[i - 1][0]);
            assertTrue(rows[i][3] >= Math.max(rows[i][1], rows[i][2]));
            assertTrue(rows[i][4] <= Math.min(rows[i][1], rows[i][2]));
            assertTrue(rows[i][5] > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade:1m:fUSD:p30", "trade:1h:fUSD:a30:p2:p30"})
    void shouldTakeKeysOfFunding(String key) throws Exception {
        assertTrue(subscribe(key).endsWith(",\"key\":\"" + key + "\",\"subId\":7}"));
        assertTrue(rows(client.next())[0][0] > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"trade:2m:tBTCUSD\"",
                "\"trade:1m:BTCUSD\"",
                "\"trade:1m:tNOPEUSD\"",
                "\"trade:1m:fUSD\"",
                "\"trade:1m:fUSD:p99999999999\"",
                "\"trade:1m\"",
                "\"\"",
                "17"
            })
    void shouldRefuseKeysThatAreNone(String key) throws Exception {
        String request = "{\"event\":\"subscribe\",\"channel\":\"candles\",\"key\":" + key + "}";

        assertEquals(
                "{\"channel\":\"candles\",\"key\":"
                        + key
                        + ",\"event\":\"error\",\"msg\":\"key: invalid\",\"code\":10300}",
                client.send(request).next());
    }

    @Test
    void shouldSendTheRunningIntervalAfterTrades() throws Exception {
        subscribe("trade:1M:tBTCUSD");
        double[] before = rows(client.next())[0];
        venue.controls().advance(3);

        double[] after = rows(client.next())[0];

        assertTrue(after[0] >= before[0]);
        assertTrue(after[0] > before[0] || after[5] > before[5]);
    }

    @Test
    void shouldPutLateTradeIntoThePreviousRow() {
        PrintTape tape = tape(120_000 + 59_000);
        VenueCandles series = new VenueCandles(TimeFrame.of("1m"), tape.latest(), new Random64(1));
        assertTrue(series.onTrade(new Print(1, 180_010, 5, 7, 0)));

        assertFalse(series.onTrade(new Print(2, 179_999, 3, 900_000, 0)));

        List<CandleRow> rows = series.rows();
        CandleRow previous = rows.get(rows.size() - 2);
        assertEquals(180_000, series.newest().startMs);
        assertEquals(900_000, previous.high);
        assertEquals(900_000, previous.close);
        assertTrue(previous.changed);
    }

    private static PrintTape tape(long timeMs) {
        DayFigures day = new DayFigures(new Random64(1), 10_000, 1, 100);
        Print print = new Print(1, timeMs, 10, 10_000, 0);
        return new PrintTape(0, day, Collections.nCopies(PrintTape.LATEST, print));
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 1609668599999, 1609668540000",
        "1h, 1609668599999, 1609668000000",
        "1D, 1609668599999, 1609632000000",
        "7D, 1609668599999, 1609113600000",
        "1W, 1609668599999, 1609113600000",
        "1M, 1609668599999, 1609459200000"
    })
    void shouldBeginIntervalsInUtc(String word, long timeMs, long startMs) {
        assertEquals(startMs, TimeFrame.of(word).startOf(timeMs));
        assertEquals(startMs, TimeFrame.of(word).startOf(startMs));
        assertTrue(TimeFrame.of(word).before(startMs) < startMs);
        assertEquals(word, ChannelSpec.ofKey(Channel.CANDLES, "trade:" + word + ":tX").timeFrame());
    }

    private String subscribe(String key) throws Exception {
        return client.send(
                        "{\"event\":\"subscribe\",\"channel\":\"candles\",\"key\":\""
                                + key
                                + "\",\"subId\":7}")
                .next();
    }

    /** The rows of a frame, be it a snapshot or an update. */
    static double[][] rows(String frame) {
        String list = frame.replaceAll("^\\[\\d+,\\[+", "").replaceAll("\\]+$", "");
        return Arrays.stream(list.split("\\],\\[", -1))
                .map(row -> Arrays.stream(row.split(",", -1)))
                .map(row -> row.mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }
}
