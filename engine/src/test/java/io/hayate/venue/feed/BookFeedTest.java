package io.hayate.venue.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.BookConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.BookClient;
import io.hayate.venue.server.BookMirror;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.wire.ConfFlags;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookFeedTest {
    private static final double ON_DEMAND = 1e-6; // a step in days
    private static final long CHECKED = ConfFlags.CHECKSUM;
    private static final List<String> SYMBOLS =
            List.of("tBTCUSD", "tETHBTC", "tBTTUSD", "fUSD", "tBTC:JPY");

    private SimulatedVenue venue;

    @BeforeEach
    void start() {
        venue = start(1);
    }

    private static SimulatedVenue start(long seed) {
        return SimulatedVenue.start(
                VenueConfig.DEFAULTS
                        .withDust(true)
                        .withSeed(seed)
                        .withHeartbeatMs(0)
                        .withTickersPerSecond(ON_DEMAND)
                        .withSymbols(SYMBOLS)
                        .withBooks(new BookConfig(0, 0, 300)));
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    private static ChannelSpec spec(String symbol, String precision, int length) {
        return ChannelSpec.book(symbol, BookPrecision.valueOf(precision), "F0", length);
    }

    @Test
    void shouldStartWithBidsThenAsksBestFirst() throws Exception {
        try (BookClient client = new BookClient(venue, spec("tBTCUSD", "P0", 25), 0)) {
            List<String[]> rows = BookMirror.rows(client.snapshot());

            assertEquals(50, rows.size());
            assertEquals("86710", rows.get(0)[0]);
            assertEquals("86711", rows.get(25)[0]);
            assertEquals(client.book().text(), text(rows));
            assertTrue(rows.stream().allMatch(row -> row[1].matches("[1-9]\\d*")));
        }
    }

    private static List<String> text(List<String[]> rows) {
        return rows.stream().map(row -> String.join(",", row)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "tBTCUSD, P0, 1", "tBTCUSD, P0, 25", "tBTCUSD, P0, 250", "tBTCUSD, P2, 25",
        "tBTCUSD, R0, 25", "tBTCUSD, R0, 250", "fUSD, P0, 25", "fUSD, R0, 100"
    })
    void shouldTellDeletesBeforeSetsAndBidsBeforeAsks(String symbol, String precision, int length)
            throws Exception {
        try (BookClient client = new BookClient(venue, spec(symbol, precision, length), 0)) {
            int long4 = 0;
            for (int burst = 0; burst < 200; burst++) {
                BookMirror before = new BookMirror(precision.equals("R0"), symbol.equals("fUSD"));
                client.book().bids().forEach(before::apply);
                client.book().asks().forEach(before::apply);
                List<String> frames = client.burst(burst & 1);

                assertOrder(frames, before);
                long4 += frames.size() >= 4 ? 1 : 0;
            }
            assertTrue(long4 > 20, () -> "few long bursts");
        }
    }

    private static void assertOrder(List<String> frames, BookMirror before) {
        int phase = 0;
        BigDecimal last = null;
        for (String frame : frames.stream().filter(f -> !f.contains("\"cs\"")).toList()) {
            String[] row = BookMirror.rows(frame).get(0);
            boolean bid = before.isBid(row);
            int now = (before.isDelete(row) ? 0 : 2) + (bid ? 0 : 1);
            BigDecimal price = before.priceOf(row);
            assertTrue(now >= phase, () -> frames.toString());
            if (now == phase && last != null) {
                int order = price.compareTo(last) * (bid ? -1 : 1);
                assertTrue(order >= 0, () -> frames.toString());
            }
            phase = now;
            last = price;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tBTCUSD, P0, 1",
        "tBTCUSD, P0, 25",
        "tBTCUSD, P0, 100",
        "tBTCUSD, P0, 250",
        "tBTCUSD, P1, 100",
        "tBTCUSD, P2, 25",
        "tBTCUSD, P3, 25",
        "tBTCUSD, P4, 25",
        "tBTCUSD, R0, 1",
        "tBTCUSD, R0, 25",
        "tBTCUSD, R0, 100",
        "tBTCUSD, R0, 250",
        "tBTTUSD, P0, 25",
        "tBTTUSD, R0, 25",
        "tETHBTC, P0, 100",
        "tETHBTC, P2, 250",
        "tBTC:JPY, P0, 25",
        "fUSD, P0, 25",
        "fUSD, P0, 250",
        "fUSD, P1, 100",
        "fUSD, R0, 100"
    })
    void shouldGiveTheSameBookAndChecksumByUpdatesAsByTheSnapshot(
            String symbol, String precision, int length) throws Exception {
        ChannelSpec spec = spec(symbol, precision, length);
        try (BookClient client = new BookClient(venue, spec, CHECKED)) {
            for (int burst = 0; burst < 300; burst++) {
                client.burst(burst % 3 == 0 ? 1 : 0);
                if (burst % 50 == 49) {
                    try (BookClient late = new BookClient(venue, spec, 0)) {
                        assertEquals(late.book().text(), client.book().text());
                    }
                }
            }

            int wanted = precision.equals("P4") || precision.equals("P3") ? 20 : 100;
            assertTrue(client.checksums() >= wanted, () -> client.checksums() + " checksums");
        }
    }

    @Test
    void shouldDeleteWhatLeavesTheWindowAndTellItAgainWhenItComesBack() throws Exception {
        try (BookClient client = new BookClient(venue, spec("tBTCUSD", "P0", 25), 0);
                BookClient deep = new BookClient(venue, spec("tBTCUSD", "P0", 250), 0)) {
            int left = 0;
            for (int burst = 0; burst < 100; burst++) {
                List<String> frames = client.burst(1);
                deep.frames();
                List<String> deepText = deep.book().text();
                assertEquals(deepText.subList(0, 25), client.book().text().subList(0, 25));
                for (String frame : frames) {
                    String[] row = BookMirror.rows(frame).get(0);
                    String level = row[0] + ",";
                    boolean there = deepText.stream().anyMatch(text -> text.startsWith(level));
                    left += client.book().isDelete(row) && there ? 1 : 0;
                }
            }
            assertTrue(left > 20);
        }
    }

    @Test
    void shouldSendOneFrameForABurstWhenBulkUpdatesAreOn() throws Exception {
        ChannelSpec spec = spec("tBTCUSD", "P0", 25);
        try (BookClient single = new BookClient(venue, spec, CHECKED);
                BookClient bulk = new BookClient(venue, spec, CHECKED | ConfFlags.BULK)) {
            int bursts = 0;
            for (int i = 0; i < 100; i++) {
                List<String> singles = single.burst(1);
                List<String> bulks = bulk.frames();

                assertEquals(single.book().text(), bulk.book().text());
                assertEquals(singles.isEmpty() ? 0 : 2, bulks.size());
                bursts += bulks.size() / 2;
                if (!bulks.isEmpty()) {
                    assertTrue(bulks.get(0).matches("\\[\\d+,\\[\\[.*\\]\\]\\]"), bulks.get(0));
                    int rows = BookMirror.rows(bulks.get(0)).size();
                    assertEquals(singles.size(), rows + 1, "and the checksum");
                }
            }
            assertTrue(bursts > 30);
            assertEquals(single.checksums(), bulk.checksums());
        }
    }

    @Test
    void shouldSpeakEveryTwoSecondsWhenFrequencyIsSlow() throws Exception {
        ChannelSpec slow = ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F1", 25);
        try (BookClient client = new BookClient(venue, slow, 0)) {
            List<Integer> spoken = new ArrayList<>();
            for (int tick = 1; tick <= 60; tick++) {
                if (!client.burst(1).isEmpty()) {
                    spoken.add(tick);
                }
            }
            assertEquals(List.of(20, 40, 60), spoken);
        }
    }

    @Test
    void shouldSpeakAtEveryFirstToThirdTick() throws Exception {
        try (BookClient client = new BookClient(venue, spec("tBTCUSD", "P0", 100), 0)) {
            List<Integer> spoken = new ArrayList<>();
            for (int tick = 1; tick <= 200; tick++) {
                if (!client.burst(1).isEmpty()) {
                    spoken.add(tick);
                }
            }
            for (int i = 1; i < spoken.size(); i++) {
                assertTrue(spoken.get(i) - spoken.get(i - 1) <= 3);
            }
            assertTrue(spoken.size() > 80 && spoken.size() < 160, spoken::toString);
        }
    }

    @Test
    void shouldReverseSignsWhenFunding() throws Exception {
        try (BookClient client = new BookClient(venue, spec("fUSD", "P0", 25), 0);
                BookClient raw = new BookClient(venue, spec("fUSD", "R0", 25), 0)) {
            List<String[]> rows = BookMirror.rows(client.snapshot());
            String[] offer = BookMirror.rows(raw.snapshot()).get(49);

            assertEquals(50, rows.size());
            assertTrue(rows.subList(0, 25).stream().allMatch(row -> row[3].startsWith("-")));
            assertTrue(rows.subList(25, 50).stream().noneMatch(row -> row[3].startsWith("-")));
            assertTrue(rows.stream().allMatch(row -> row[1].matches("2|30|120")));
            assertTrue(rows.get(0)[0].matches("0\\.000\\d+"), rows.get(0)[0]);
            assertTrue(offer[0].matches("2\\d{11}") && offer[1].matches("2|30|120"));
            assertTrue(offer[2].startsWith("0.000") && !offer[3].startsWith("-"));
        }
    }

    @Test
    void shouldSendTheSameFramesWhenSeedIsTheSame() throws Exception {
        List<String> first = frames(42);

        assertEquals(first, frames(42));
        assertNotEquals(first, frames(43));
        assertTrue(first.size() > 500);
    }

    private static List<String> frames(long seed) throws Exception {
        try (SimulatedVenue other = start(seed);
                BookClient client = new BookClient(other, spec("tBTCUSD", "R0", 100), CHECKED)) {
            List<String> frames = new ArrayList<>(List.of(client.snapshot()));
            for (int burst = 0; burst < 100; burst++) {
                frames.addAll(client.burst(burst & 1));
            }
            return frames;
        }
    }

    @Test
    void shouldWriteExponentsNoiseAndFinePrices() throws Exception {
        try (BookClient client = new BookClient(venue, spec("tBTTUSD", "P0", 250), CHECKED);
                BookClient raw = new BookClient(venue, spec("tBTCUSD", "R0", 250), CHECKED)) {
            List<String> rows = new ArrayList<>(List.of(client.snapshot()));
            List<String> orders = new ArrayList<>();
            for (int burst = 0; burst < 100; burst++) {
                rows.addAll(client.burst(1));
                orders.addAll(raw.frames());
            }
            String all = String.join(" ", rows);
            String single = String.join(" ", orders);

            assertTrue(all.matches(".*\\[\\d\\.\\d+e-7,.*"), "price with exponent");
            assertTrue(single.matches(".*,-?[1-9](\\.\\d+)?e-[78]\\].*"), "amount with exponent");
            assertTrue(single.matches(".*,\\d{5}\\.\\d{6,8},.*"), "price beyond five digits");
            assertTrue(all.matches(".*\\.\\d{9,}\\].*"), "sum with noise");
        }
    }

    @Test
    void shouldMoveOrdersWithoutNewIds() throws Exception {
        try (BookClient client = new BookClient(venue, spec("tBTCUSD", "R0", 250), 0)) {
            int moved = 0;
            for (int burst = 0; burst < 100; burst++) {
                BookMirror before = new BookMirror(true, false);
                client.book().bids().forEach(before::apply);
                List<String> known = before.text();
                for (String frame : client.burst(0)) {
                    String[] row = BookMirror.rows(frame).get(0);
                    boolean there = known.stream().anyMatch(r -> r.startsWith(row[0] + ","));
                    boolean same =
                            known.stream().anyMatch(r -> r.startsWith(row[0] + "," + row[1]));
                    moved += there && !same && !row[1].equals("0") ? 1 : 0;
                }
            }
            assertTrue(moved > 5, "moved");
        }
    }

    @Test
    void shouldSendChecksumsAtMostInTheirIntervalAndNoneOfAStillBook() throws Exception {
        VenueConfig config =
                VenueConfig.DEFAULTS.withTickersPerSecond(ON_DEMAND).withHeartbeatMs(0);
        try (SimulatedVenue other =
                        SimulatedVenue.start(config.withBooks(new BookConfig(0, 2_500, 0)));
                BookClient client = new BookClient(other, spec("tBTCUSD", "P0", 25), CHECKED)) {
            for (int tick = 0; tick < 260; tick++) {
                client.burst(1);
            }
            int moving = client.checksums();
            for (int tick = 0; tick < 260; tick++) {
                List<String> frames = client.burst(0);
                assertTrue(tick < 3 || frames.isEmpty(), frames::toString);
            }

            assertTrue(moving >= 8 && moving <= 10, () -> moving + " checksums in 26 s");
            assertEquals(moving, client.checksums(), 1);
        }
    }

    @Test
    void shouldHoldNoMoreLevelsThanAThinMarketHas() throws Exception {
        try (BookClient thin = new BookClient(venue, spec("tETHBTC", "P0", 100), 0);
                BookClient full = new BookClient(venue, spec("tBTCUSD", "P0", 250), 0)) {
            int rows = BookMirror.rows(thin.snapshot()).size();

            assertTrue(rows > 150 && rows < 200, () -> rows + " levels");
            assertEquals(500, BookMirror.rows(full.snapshot()).size());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 20})
    void shouldSpeakByItselfWhateverThePace(double pace) throws Exception {
        VenueConfig config = VenueConfig.DEFAULTS.withTickersPerSecond(50);
        try (SimulatedVenue other =
                        SimulatedVenue.start(config.withBooks(new BookConfig(20, 0, 1_000)));
                BookClient client = new BookClient(other, spec("tBTCUSD", "P0", 25), CHECKED)) {
            other.controls().pace(pace);
            while (client.checksums() < 50) {
                client.frames();
            }
            assertTrue(other.bookFramesSent() > 50);
        }
    }

    @Test
    void shouldSpeakOfClientsOrdersWhileThePriceStandsStill() throws Exception {
        VenueConfig config = VenueConfig.DEFAULTS.withTickersPerSecond(0);
        try (SimulatedVenue other =
                        SimulatedVenue.start(config.withBooks(new BookConfig(10, 0, 1_000)));
                VenueClient trader = VenueClient.authenticated(other, 1);
                BookClient book = new BookClient(other, spec("tBTCUSD", "P0", 25), CHECKED)) {
            trader.send(
                    "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                            + "\"amount\":\"1\",\"price\":\"86700\"}]");

            String update = book.client().next();

            assertTrue(update.matches("\\[\\d+,\\[86700,2,1\\.\\d+\\]\\]"), update);
        }
    }
}
