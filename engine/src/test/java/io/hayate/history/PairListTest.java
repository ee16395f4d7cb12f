package io.hayate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.PairListDecoder;
import io.hayate.model.AmountLimits;
import io.hayate.model.Instruments;
import io.hayate.venue.TlsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairListTest {
    private static final int TIMEOUT_S = 30;

    private final Instruments instruments = Instruments.of(List.of("tBTCUSD", "tETHUSD", "fUSD"));
    private final AmountLimits limits = new AmountLimits();
    private final CountDownLatch told = new CountDownLatch(1);
    private final HeardRest heard = new HeardRest();

    private static List<String> decode(String json) throws IOException {
        List<String> pairs = new ArrayList<>();
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        PairListDecoder.decode(
                text,
                text.length,
                (name, least, most) -> pairs.add(name + " " + least + " " + most));
        return pairs;
    }

    @Test
    void shouldReadSmallestAndLargestAmountsOfEachList() throws IOException {
        assertEquals(
                List.of("BTCUSD 4000 200000000000", "DOGE:USD 0 0", "BTCF0:USTF0 1 3"),
                decode(
                        "[[[\"BTCUSD\",[null,null,null,\"0.00004\",\"2000.0\",null,null,null,0.3]],"
                                + "[\"DOGE:USD\",[null,null,null,null,null],{\"new\":[1]}]],"
                                + "[[\"BTCF0:USTF0\",[[],{},\"x\",0.000000001,3e-8,[7]]]]]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[[[\"BTCUSD\"]]]",
                "[[[7,[]]]]",
                "[[[\"BTCUSD\",[0,0,0,\"much\"]]]]",
                "[[[\"BTCUSD\",[0,0,0,"
            })
    void shouldRefuseWhatIsNoListOfPairs(String json) {
        assertThrows(IOException.class, () -> decode(json));
    }

    @ParameterizedTest
    @CsvSource({
        "wss://api.bitfinex.com/ws/2, https://api.bitfinex.com",
        "ws://127.0.0.1:8080/ws/2, http://127.0.0.1:8080",
        "wss://[::1]:9/x, https://[::1]:9"
    })
    void shouldAskTheSameHost(URI venue, String rest) {
        assertEquals(
                rest + "/v2/conf/pub:info:pair,pub:info:pair:futures",
                PairList.restOf(venue).toString());
    }

    private PairList list(URI venue, RestTrust trust) {
        return new PairList(
                venue,
                new PublicRest(trust, new RestTap(heard, () -> 42)),
                instruments,
                limits,
                () -> true,
                (why, how) -> told.countDown());
    }

    @Test
    void shouldKnowWhatTheVenueTakesOfEachInstrument() {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS);
                PairList list = list(venue.url(), RestTrust.OF_JDK)) {
            assertTrue(list.look());

            assertTrue(limits.least(0) > 0);
            assertTrue(limits.most(0) >= limits.least(0));
            assertEquals(0, limits.least(2));
            assertEquals(1, heard.lines.size());
            String line = heard.lines.get(0);
            assertTrue(
                    line.startsWith("/v2/conf/pub:info:pair,pub:info:pair:futures||200|[[["), line);
        }
    }

    @Test
    void shouldReadItOverTlsWhereTheTrustFileHasItsAuthority(@TempDir Path folder)
            throws IOException {
        VenueConfig secure = VenueConfig.DEFAULTS.withTls(TlsConfig.MADE);
        try (SimulatedVenue venue = SimulatedVenue.start(secure)) {
            Path file = Files.writeString(folder.resolve("ca.pem"), venue.certificatePem());
            try (PairList trusting = list(venue.url(), RestTrust.of(file));
                    PairList other = list(venue.url(), RestTrust.OF_JDK)) {
                assertFalse(other.look());
                assertEquals(0, limits.least(0));
                assertTrue(trusting.look());
                assertTrue(limits.least(0) > 0);
            }
        }
    }

    @Test
    void shouldTellOnceWhyItCannotBeRead() throws InterruptedException {
        URI nobody = URI.create("ws://127.0.0.1:1/ws/2");
        try (PairList list = list(nobody, RestTrust.OF_JDK)) {
            list.start();

            assertTrue(told.await(TIMEOUT_S, TimeUnit.SECONDS));
            assertTrue(heard.lines.get(0).endsWith("||0|Connection refused"), "" + heard.lines);
        }
        assertEquals(0, limits.least(0));
    }
}
