package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.paper.PaperConfig;
import io.hayate.venue.QueueModel;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paper trading is told, and what it refuses. */
class PaperSettingsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String KEY = "live-key-1234567890";
    private static final String SECRET = "live-secret-1234567890";

    @TempDir private Path folder;

    private RunConfig load(Map<String, String> environment, String... settings) throws IOException {
        StringBuilder text = new StringBuilder("paper.enabled = true\n");
        for (String setting : settings) {
            text.append(setting).append('\n');
        }
        Path file = Files.writeString(folder.resolve("paper.conf"), text.toString());
        return new ConfigLoader(environment, HOME, folder).load(file, new Overrides());
    }

    private RunConfig load(String... settings) throws IOException {
        return load(Map.of(), settings);
    }

    private static List<String> channels(RunConfig run) {
        return run.engine().channels().stream().map(Object::toString).toList();
    }

    @Test
    void shouldHearThePublicAddressAndKeepTheAccountHere() throws IOException {
        RunConfig run = load();

        assertTrue(run.engine().venue().embedded());
        assertEquals(
                "wss://api-pub.bitfinex.com/ws/2", run.engine().venue().publicUrl().toString());
        assertEquals(SimulatedVenue.DEMO_KEY, run.engine().credentials().apiKey());
        assertTrue(run.engine().path().orders().limits().tradingEnabled());
        assertEquals(PaperConfig.MARK, run.console().mark());
    }

    @Test
    void shouldLeaveTheEmbeddedVenueItsOwnMarketDataWithoutPaper() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("x.conf"), "venue.public-url = \"ws://127.0.0.1:9/ws/2\"");

        RunConfig run = new ConfigLoader(Map.of(), HOME, folder).load(file, new Overrides());

        assertEquals(null, run.engine().venue().publicUrl());
        assertFalse(run.paper().isEnabled());
        assertEquals("", run.console().mark());
    }

    @ParameterizedTest
    @CsvSource({
        "venue.url, 'venue.url = \"wss://api.bitfinex.com/ws/2\"'",
        "venue.url, 'venue.url = \"ws://127.0.0.1:8765/ws/2\"'",
        "venue.public-url, 'venue.public-url = \"wss://api.bitfinex.com/ws/2\"'",
        "venue.public-url, 'venue.public-url = \"wss://api-pub.bitfinex.com.example.com/ws/2\"'",
        "venue.public-url, 'venue.public-url = \"ws://192.0.2.7:8765/ws/2\"'",
        "venue.rest-url, 'venue.rest-url = \"https://api.bitfinex.com\"'",
        "venue.rest-url, venue.rest-url = off",
        "trading.enabled, trading.enabled = true",
        "session.account-connection, session.account-connection = shared",
        "embedded.faults.dropped, embedded.faults.dropped = 100",
        "paper.latency, paper.latency = recorded",
        "paper.latency, paper.latency = 10",
        "paper.queue, paper.queue = best",
        "paper.maker-fee, paper.maker-fee = 0.2",
        "paper.taker-fee, paper.taker-fee = much",
        "paper.wallets, paper.wallets = []",
        "paper.wallets, paper.wallets = [USD]",
        "paper.wallets, 'paper.wallets = [-1 USD]'"
    })
    void shouldNameTheKeyOfWhatItRefuses(String key, String setting) {
        ConfigException e = assertThrows(ConfigException.class, () -> load(setting));

        assertTrue(e.getMessage().contains(" " + key + " must be "), e::getMessage);
        assertTrue(e.getMessage().startsWith(folder + "/paper.conf:2: "), e::getMessage);
        assertEquals(1, e.getMessage().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:8765/ws/2", "ws://localhost:8765", "ws://[::1]:1/ws/2"})
    void shouldTakeAVenueOfThisMachineForThePublicOne(String url) throws IOException {
        assertTrue(load("venue.public-url = \"" + url + "\"").engine().venue().embedded());
    }

    @Test
    void shouldTellOfCredentialsAndReadNone() throws IOException {
        Map<String, String> environment =
                Map.of("BFX_API_KEY", KEY, "BFX_API_SECRET", SECRET, "OTHER", "x");

        RunConfig run = load(environment, "credentials.file = /no/such/file");

        assertEquals("BFX_API_KEY, BFX_API_SECRET, credentials.file", run.paper().ignored());
        assertEquals(SimulatedVenue.DEMO_KEY, run.engine().credentials().apiKey());
        assertFalse(run.toString().contains(KEY));
        assertFalse(run.toString().contains(SECRET));
    }

    @Test
    void shouldNotMindHalfAPairOfCredentials() throws IOException {
        assertEquals("BFX_API_KEY", load(Map.of("BFX_API_KEY", KEY)).paper().ignored());
    }

    @Test
    void shouldKeepItsStateApart() throws IOException {
        RunConfig run = load("state.dir = \"" + folder + "\"");

        assertEquals(folder.resolve("paper"), run.engine().stateDir());
        Path file = folder.resolve("paper.conf");
        assertEquals(
                folder.resolve("paper"), new ConfigLoader(Map.of(), HOME, folder).stateDir(file));
    }

    @Test
    void shouldReadItsTerms() throws IOException {
        PaperConfig paper =
                load(
                                "paper.latency = \"80ms+20ms\"",
                                "paper.queue = proportional",
                                "paper.maker-fee = -0.0001",
                                "paper.taker-fee = 0.0015",
                                "paper.wallets = [\"500.5 USD\", 2 BTC]")
                        .paper();

        assertEquals(QueueModel.PROPORTIONAL, paper.model());
        assertEquals(
                "fees -0.01 % maker, 0.15 % taker; latency 80 ms + 20 ms on average",
                paper.terms());
        assertEquals("500.5", paper.wallets().get(0).balance().toString());
        assertEquals("BTC", paper.wallets().get(1).currency());
    }

    @Test
    void shouldHearWhatMatchingNeedsBesideWhatIsAskedFor() throws IOException {
        RunConfig run =
                load(
                        "subscriptions.tickers = [BTCUSD, fUSD, \"BTCF0:USTF0\"]",
                        "subscriptions.books = [\"ETHUSD R0 250\", \"XRPUSD P2\"]");

        assertEquals(
                List.of(
                        "ticker tBTCUSD",
                        "ticker fUSD",
                        "ticker tBTCF0:USTF0",
                        "book tETHUSD R0 F0 250",
                        "book tXRPUSD P2 F0 25",
                        "trades tBTCUSD",
                        "book tBTCUSD P0 F0 100",
                        "trades tETHUSD",
                        "trades tXRPUSD",
                        "book tXRPUSD P0 F0 100"),
                channels(run));
    }

    @Test
    void shouldBeWhatItSaysInPaperConf() {
        RunConfig run =
                new ConfigLoader(Map.of(), HOME, folder)
                        .load(HOME.resolve("config/paper.conf"), new Overrides());

        assertTrue(run.paper().isEnabled());
        assertEquals("wss://api-pub.bitfinex.com/ws/2", "" + run.engine().venue().publicUrl());
    }
}
