package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.StopConfig;
import io.hayate.model.ConfigException;
import io.hayate.strategy.CancelOnStop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderErrorTest {
    @TempDir private Path home;

    private ConfigLoader loader;
    private Path file;

    @BeforeEach
    void setUp() {
        loader = new ConfigLoader(Map.of(), home, home);
        file = home.resolve("test.conf");
    }

    private String complaint(String text, Overrides overrides) throws IOException {
        Files.writeString(file, text);
        ConfigException e = assertThrows(ConfigException.class, () -> loader.load(file, overrides));
        return e.getMessage();
    }

    private void assertComplaint(String expected, String text) throws IOException {
        assertEquals(file + expected, complaint(text, new Overrides()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.heartbeat-timeout = 3s | must be over 15s: was 3s",
                "session.heartbeat-timeout = 2h | must be 0s to 1h: was 2h",
                "session.connect-timeout = soon"
                        + "| must be a duration with its unit, such as 500ms, 30s or 5m: was soon",
                "session.connect-timeout = 30"
                        + "| must be a duration with its unit, such as 500ms, 30s or 5m: was 30",
                "session.connect-timeout = {}"
                        + "| must be a duration with its unit, such as 500ms, 30s or 5m:"
                        + " was a section",
                "session.attempt-timeout = 0s | must be 1ms to 1h: was 0s",
                "session.reconnect-delay-max = 10ms | must be 1s to 1h: was 10ms",
                "session.subscriptions-max = 0 | must be 1 to 1000: was 0",
                "session.subscriptions-max = 1.5 | must be a whole number: was 1.5",
                "session.cancel-on-stop = ours | must be strategy, all or none: was ours",
                "embedded.faults.dropped = -1 | must be from 0 to 1000000: was -1",
                "embedded.faults.cut = often | must be a whole number: was often",
                "subscriptions.books = [{ symbol = BTCUSD, precision = P7 }]"
                        + "| precision must be P0 to P4 or R0: was P7",
                "subscriptions.books = [{ symbol = BTCUSD, length = 50 }]"
                        + "| length must be 1, 25, 100 or 250: was 50",
                "subscriptions.books = [{ symbol = BTCUSD, length = [25] }]"
                        + "| length must be 1, 25, 100 or 250: was [25]",
                "subscriptions.books = [{ symbol = BTCUSD, len = 25 }]"
                        + "| takes symbol, precision, frequency, length: was len",
                "subscriptions.books = [{ length = 25 }]"
                        + "| symbol must be a symbol such as BTCUSD: was empty",
                "subscriptions.candles = [{ symbol = BTCUSD, time-frame = 2m }]| time-frame must be"
                        + " a time frame: 1m 5m 15m 30m 1h 3h 4h 6h 12h 1D 7D 1W 14D 1M: was 2m",
                "subscriptions.trades = [{ symbol = BTCUSD }]"
                        + "| must be symbols such as BTCUSD, DOGE:USD or fUSD: was a section",
                "transport.io = uring | must be auto, epoll or nio: was uring",
                "transport.frame-bytes-max = 1 | must be 65536 to 67108864: was 1",
                "market.candles-kept = 1 | must be 2 to 100000: was 1",
                "market.trades-kept = 1000000 | must be 2 to 100000: was 1000000",
                "codec.decoder = fast | must be scanner or jackson: was fast",
                "codec.decoder = SCANNER | must be scanner or jackson: was SCANNER",
                "loop.topology = \"\" | must be split, one-thread or auto: was empty",
                "affinity.loop = first | must be off, last or the number of a core: was first",
                "affinity.loop = -1 | must be off, last or the number of a core: was -1",
                "affinity.strategy = 1.5 | must be off, last or the number of a core: was 1.5",
                "affinity.strategy = [] | must be off, last or the number of a core: was []",
                "loop.ring-size = 1000 | must be a power of two from 256 to 1048576: was 1000",
                "trading.enabled = yes | must be true or false: was yes",
                "trading.enabled = null | must be true or false: was null",
                "journal.flush = never | must be interval or before-wire: was never",
                "journal.flush-interval = 2s | must be 1ms to 1s: was 2s",
                "journal.keep-days = 0 | must be 1 to 10000: was 0",
                "journal.keep-bytes = 1 | must be 67108864 to 1099511627776: was 1",
                "journal.reserve-bytes = -1 | must be 0 to 1099511627776: was -1",
                "trading.order-amount-max = 0 | must be over 0: was 0",
                "trading.order-amount-max = 0.000000001"
                        + "| must be a number with at most 8 decimals, such as 0.05:"
                        + " was 0.000000001",
                "trading.open-orders-max = many | must be a whole number or off: was many",
                "embedded.seed = 1e99 | must be a whole number: was 1e99",
                "embedded.tickers-per-second = fast | must be a number: was fast",
                "embedded.port = 70000 | must be from 0 to 65535: was 70000",
                "console.buy-amount = 0"
                        + "| must be above 0 and a multiple of 0.00000001: was 0.0",
                "subscriptions.tickers = BTCUSD"
                        + "| must be a list, such as [BTCUSD, ETHUSD]: was \"BTCUSD\"",
                "subscriptions.tickers = [BTC]"
                        + "| must be symbols such as BTCUSD, DOGE:USD or fUSD: was BTC",
                "subscriptions.books = [\"BTCUSD P7\"] | must be symbols, each with precision P0 to"
                        + " P4 or R0, frequency F0 or F1 and length 1, 25, 100 or 250 as far as they"
                        + " matter, such as \"BTCUSD P0 F0 100\": was BTCUSD P7",
                "subscriptions.candles = [BTCUSD] | must be time frames and symbols, such as \"1m"
                        + " BTCUSD\" or \"1h fUSD:p30\"; time frames are 1m 5m 15m 30m 1h 3h 4h 6h 12h"
                        + " 1D 7D 1W 14D 1M: was BTCUSD",
                "subscriptions.status = [fUSD] | must be derivatives such as BTCF0:USTF0, or"
                        + " liquidations: was fUSD",
                "loop.loops = 9 | must be 1 to 8: was 9",
                "loop.loops = 2, loop.topology = one-thread"
                        + "| must be 1 where loop.topology is one-thread: was 2",
                "latency.stamps = some | must be all, orders or off: was some",
                "loop.keep-warm = fast | must be a duration in us or ms, such as 20us, or off: was fast",
                "loop.keep-warm = 20us | must be off where loop.idle is blocking: was 20us",
                "loop.keep-warm = 1us, loop.idle = yielding"
                        + "| must be off, or 5us to 10000us: was 1us",
                "loop.keep-warm = 11ms, loop.idle = yielding"
                        + "| must be off, or 5us to 10000us: was 11000us",
                "session.account-connection = none | must be own or shared: was none",
                "venue.public-url = embedded | must be empty, ws://HOST:PORT/ws/2 or"
                        + " wss://HOST/ws/2: was embedded",
                "strategy.name = \"\" | must name a strategy: was empty",
                "strategy.parameters = 5 | must be a section { ... }: was 5",
                "venue.url = \"http://a/\""
                        + "| must be embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2:"
                        + " was http://a/",
                "venue.url = \"wss://\""
                        + "| must be embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was wss://"
            })
    void shouldNameLineKeyAndRuleWhenValueIsWrong(String setting, String rest) throws IOException {
        String key = setting.substring(0, setting.indexOf(' '));

        assertComplaint(":3: " + key + " " + rest, "# a\n# b\n" + setting + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "session.heartbeat-timout, session.heartbeat-timeout",
        "sesion.heartbeat-timeout, session.heartbeat-timeout",
        "url, venue.url",
        "Trace, trace",
        "loop.ringsize, loop.ring-size",
        "strategy.params, strategy.name"
    })
    void shouldNameNearestKeyWhenKeyIsUnknown(String key, String nearest) throws IOException {
        assertComplaint(
                ":2: " + key + " is not a setting: did you mean " + nearest + "?",
                "\n" + key + " = 1");
    }

    @Test
    void shouldNotShowValueWhenKeyIsUnknown() throws IOException {
        String complaint = complaint("credentials.api-secret = hush", new Overrides());

        assertTrue(complaint.contains("credentials.api-secret is not a setting"), complaint);
        assertTrue(!complaint.contains("hush"), complaint);
    }

    @Test
    void shouldRefuseOneCoreForTwoThreads() throws IOException {
        assertComplaint(
                ":1: affinity.loop must be another core than affinity.strategy: was 1",
                "affinity { loop = 1, strategy = 1 }");
    }

    @Test
    void shouldRefuseBookWhoseSnapshotTheRingCannotHold() throws IOException {
        assertComplaint(
                ":1: loop.ring-size times market.ring-share must hold the 500 rows of"
                        + " book tBTCUSD P0 F0 250: was 192",
                "loop.ring-size = 256, subscriptions.books = [\"BTCUSD P0 F0 250\"]");
    }

    @Test
    void shouldRefuseWhenSectionIsAValue() throws IOException {
        assertComplaint(":1: session must be a section { ... }: was 5", "session = 5");
    }

    @Test
    void shouldNameIncludedFileWhenItsLineIsWrong() throws IOException {
        Path included = Files.writeString(home.resolve("base.conf"), "\ntrace = maybe\n");

        assertEquals(
                included + ":2: trace must be true or false: was maybe",
                complaint("include required(\"base.conf\")", new Overrides()));
    }

    @Test
    void shouldNameFileWhenIncludeIsMissing() throws IOException {
        assertComplaint(
                ":1: include must be a file that can be read: was no.conf",
                "include required(\"no.conf\")");
    }

    @Test
    void shouldNameLineWhenFileIsNoHocon() throws IOException {
        String complaint = complaint("a = 1\nb = [1,\n", new Overrides());

        assertTrue(complaint.startsWith(file + ":"), complaint);
        assertTrue(complaint.contains("List should have"), complaint);
    }

    @Test
    void shouldNameOptionWhenItsValueIsWrong() throws IOException {
        assertEquals(
                "--venue must be embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was ftp://a",
                complaint("", new Overrides().set("--venue", "venue.url", "ftp://a")));
        assertEquals(
                "--symbol must be symbols such as BTCUSD, DOGE:USD or fUSD: was b@d",
                complaint(
                        "",
                        new Overrides().set("--symbol", "subscriptions.tickers", List.of("b@d"))));
    }

    @Test
    void shouldNameOptionWhenParameterIsWrongLater() throws IOException {
        Files.writeString(file, "strategy.parameters { slow = x }");
        RunConfig config = loader.load(file, new Overrides().parameter("amount", "0"));

        assertEquals(
                "--param amount must be over 0: was 0",
                config.locate(
                                new ConfigException(
                                        "strategy.parameters.amount must be over 0: was 0"))
                        .getMessage());
        assertEquals(
                file + ":1: strategy.parameters.slow must be a number: was x",
                config.locate(
                                new ConfigException(
                                        "strategy.parameters.slow must be a number: was x"))
                        .getMessage());
    }

    @Test
    void shouldRefuseOffWhenVenueIsNotOnLoopback() throws IOException {
        assertComplaint(
                ":2: trading.open-orders-max must be a number unless the venue is embedded or on"
                        + " this machine's loopback: was off",
                "venue.url = \"wss://127.example.com/ws/2\"\ntrading.open-orders-max = off");
    }

    @Test
    void shouldRefuseToLeaveOrdersOpenThatTheDeadManSwitchCancels() throws IOException {
        assertComplaint(
                ":2: session.cancel-on-stop must be all while orders.dead-man-switch is true, which"
                        + " cancels all at the end: was none",
                "trading.enabled = true\nsession.cancel-on-stop = none");
        assertComplaint(
                ":2: session.cancel-on-stop must be all while orders.dead-man-switch is force, which"
                        + " cancels all at the end: was none",
                "trading.enabled = true\nsession.cancel-on-stop = none\n"
                        + "orders.dead-man-switch = force");
        assertComplaint(
                ":1: orders.dead-man-switch must be true, false or force: was maybe",
                "orders.dead-man-switch = maybe");
        String kept = "session.cancel-on-stop = none\norders.dead-man-switch = false";
        Files.writeString(file, "trading.enabled = true\n" + kept);
        assertEquals(
                new StopConfig(CancelOnStop.NONE, false),
                loader.load(file, new Overrides()).engine().path().orders().stop());
    }

    @Test
    void shouldRefuseNoChannelWhenThereIsNoAccountEither() throws IOException {
        assertComplaint(
                ":1: subscriptions.tickers must name a symbol where there is neither an account"
                        + " nor another channel: was empty",
                "subscriptions.tickers = [], venue.url = \"ws://127.0.0.1:1/ws/2\"");
    }

    @Test
    void shouldRefuseMoreChannelsThanConnectionsHold() throws IOException {
        assertComplaint(
                ":1: subscriptions.tickers and the other channels must be at most 2, or"
                        + " session.market-connections-max be higher: was 3",
                "subscriptions.tickers = [BTCUSD, ETHUSD, LTCUSD], session.subscriptions-max = 2,"
                        + " session.market-connections-max = 1");
    }

    @Test
    void shouldRefuseWhenFileIsNotThere() {
        Path missing = home.resolve("none.conf");

        ConfigException e =
                assertThrows(ConfigException.class, () -> loader.load(missing, new Overrides()));

        assertEquals("--config must be a file that can be read: was " + missing, e.getMessage());
    }

    @Test
    void shouldRefuseWhenPluginIsNotThere() throws IOException {
        Path jar = home.resolve("no.jar");

        assertEquals(
                "--plugin must be a jar that can be read: was " + jar,
                complaint("", new Overrides().plugin(jar)));
    }
}
