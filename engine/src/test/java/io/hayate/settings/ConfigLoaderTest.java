package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.DecoderKind;
import io.hayate.engine.AffinityConfig;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.StopConfig;
import io.hayate.engine.Topology;
import io.hayate.machine.CoreChoice;
import io.hayate.metrics.LatencyStamps;
import io.hayate.model.IdleMode;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.CancelOnStop;
import io.hayate.transport.IoKind;
import io.hayate.transport.tls.TlsKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private static final RiskLimits LIMITS =
            new RiskLimits(true, 1, 10, 20, ExposureLimits.DEFAULTS);

    @TempDir private Path home;

    private ConfigLoader loader;

    @BeforeEach
    void setUp() {
        loader = new ConfigLoader(Map.of(), home, home.resolve("user"));
    }

    private RunConfig load(String text) throws IOException {
        return load(text, new Overrides());
    }

    private RunConfig load(String text, Overrides overrides) throws IOException {
        return loader.load(Files.writeString(home.resolve("test.conf"), text), overrides);
    }

    @Test
    void shouldReadChannelsOfAllKindsInTheOrderOfTheirLists() throws IOException {
        RunConfig config =
                load(
                        """
                subscriptions {
                  channels = ["trades ETHUSD", "ticker BTCUSD"]
                  books = [BTCUSD, "BTCUSD R0 100"], trades = [fUSD], candles = ["1m LTCUSD"]
                  status = [liquidations]
                }
                """);

        assertEquals(
                "[ticker tBTCUSD, trades fUSD, book tBTCUSD P0 F0 25, book tBTCUSD R0 F0 100,"
                        + " candles trade:1m:tLTCUSD, status liq:global, trades tETHUSD]",
                config.engine().channels().toString());
        assertEquals(List.of("tBTCUSD"), config.engine().path().tickers());
        assertTrue(config.venue().symbols().containsAll(List.of("fUSD", "tLTCUSD", "tETHUSD")));
    }

    @Test
    void shouldReadBooksAndCandlesWrittenInParts() throws IOException {
        RunConfig config =
                load(
                        """
                subscriptions {
                  tickers = []
                  books = [
                    { symbol = BTCUSD, precision = P0, frequency = F1, length = 100 }
                    { symbol = ethusd }, "LTCUSD R0", { symbol = fUSD, precision = r0, length = 25 }
                  ]
                  candles = [{ symbol = BTCUSD, time-frame = 1h }, { symbol = "fUSD:p30" }]
                }
                """);

        assertEquals(
                "[book tBTCUSD P0 F1 100, book tETHUSD P0 F0 25, book tLTCUSD R0 F0 25,"
                        + " book fUSD R0 F0 25, candles trade:1h:tBTCUSD, candles trade:1m:fUSD:p30]",
                config.engine().channels().toString());
    }

    @Test
    void shouldHaveDefaultsWhenNothingIsSet() {
        RunConfig config = loader.load(null, new Overrides());

        assertTrue(config.engine().venue().embedded());
        assertNull(config.engine().venue().url());
        assertEquals(List.of("tBTCUSD"), config.engine().path().tickers());
        assertEquals(SessionConfig.DEFAULTS, config.engine().path().session());
        assertEquals(DecoderKind.SCANNER, config.engine().path().decoder().kind());
        assertEquals(LoopConfig.DEFAULTS, config.engine().loop());
        assertEquals(AffinityConfig.OFF, config.engine().affinity());
        assertEquals(10_000, config.engine().transport().connectTimeoutMs());
        assertEquals("printer", config.engine().strategy().name());
        assertEquals(home.resolve("plugins"), config.engine().strategy().pluginsDir());
        assertEquals(StopConfig.DEFAULTS, config.engine().path().orders().stop());
        assertEquals(home.resolve("user/.local/state/hayate"), config.engine().stateDir());
        assertTrue(config.prompt());
        assertNull(config.duration());
    }

    @Test
    void shouldTakeTheTimesOfRowsThatAreAskedFor() throws IOException {
        assertEquals(
                LatencyStamps.ORDERS, load("latency.stamps = orders").engine().loop().stamps());
        assertEquals(LatencyStamps.OFF, load("latency.stamps = off").engine().loop().stamps());
    }

    @Test
    void shouldTakeEachKeyWhenItIsSet() throws IOException {
        RunConfig run =
                load(
                        """
                        venue { url = "wss://api.bitfinex.com/ws/2", trust-file = roots.pem }
                        subscriptions.tickers = [btcusd, tETHUSD, "DOGE:USD", fUSD, BTCUSD]
                        session { heartbeat-timeout = 1m, attempt-timeout = 3s, cancel-on-stop = all }
                        transport { io = nio, tls = jdk, frame-bytes-max = 65536 }
                        codec.decoder = jackson
                        loop { topology = one-thread, idle = busy-spin, ring-size = 256 }
                        affinity { loop = last, strategy = 3 }
                        trading { enabled = true, order-amount-max = 0.00000001 }
                        strategy { name = trigger, on-exception = tolerate, plugins-dir = "~/jars" }
                        console.buy-amount = 0.5
                        state.dir = /var/hayate, trace = true
                        """);

        EngineConfig config = run.engine();
        assertFalse(config.venue().embedded());
        assertEquals(URI.create("wss://api.bitfinex.com/ws/2"), config.venue().url());
        assertEquals(config.venue().url(), config.transport().url());
        assertEquals(home.resolve("roots.pem"), config.transport().trustFile());
        assertEquals(List.of("tBTCUSD", "tETHUSD", "tDOGE:USD", "fUSD"), config.path().tickers());
        assertEquals(60_000, config.path().session().timeouts().heartbeatMs());
        assertEquals(3_000, config.transport().connectTimeoutMs());
        assertEquals(CancelOnStop.ALL, config.path().orders().stop().cancelOnStop());
        assertEquals(IoKind.NIO, config.transport().io());
        assertEquals(TlsKind.JDK, config.transport().tls());
        assertEquals(65_536, config.transport().frameBytesMax());
        assertEquals(DecoderKind.JACKSON, config.path().decoder().kind());
        assertEquals(
                new LoopConfig(Topology.ONE_THREAD, IdleMode.BUSY_SPIN, 256, 10, 1), config.loop());
        assertEquals(new AffinityConfig(CoreChoice.LAST, new CoreChoice(3)), config.affinity());
        assertEquals(LIMITS, config.path().orders().limits());
        assertFalse(config.strategy().stopOnException());
        assertEquals(home.resolve("user/jars"), config.strategy().pluginsDir());
        assertEquals(0.5, run.console().buyAmount());
        assertEquals(Path.of("/var/hayate"), config.stateDir());
        assertTrue(config.trace());
    }

    @Test
    void shouldLetOptionsWinOverFile() throws IOException {
        Overrides overrides =
                new Overrides()
                        .set("--venue", "venue.url", "ws://127.0.0.1:8765")
                        .set("--symbol", "subscriptions.tickers", List.of("ethusd"))
                        .set("--trade", "trading.enabled", true)
                        .parameter("amount", "0.2")
                        .duration(Duration.ofSeconds(30))
                        .prompt(false);

        RunConfig config =
                load("venue.url = embedded, strategy.parameters { amount = 0.1 }", overrides);

        assertEquals(URI.create("ws://127.0.0.1:8765/ws/2"), config.engine().venue().url());
        assertEquals(List.of("tETHUSD"), config.engine().path().tickers());
        assertTrue(config.engine().path().orders().limits().tradingEnabled());
        assertEquals(Map.of("amount", "0.2"), config.engine().strategy().parameters());
        assertEquals(Duration.ofSeconds(30), config.duration());
        assertFalse(config.prompt());
    }

    @Test
    void shouldKeepParametersAsWritten() throws IOException {
        RunConfig config =
                load("strategy.parameters { a = 0.10, b = yes, sma { fast = 1e3 }, \"c.d\" = 5 }");

        assertEquals(
                Map.of("a", "0.10", "b", "yes", "sma.fast", "1e3", "c.d", "5"),
                config.engine().strategy().parameters());
    }

    @Test
    void shouldTradeOnEmbeddedVenueOnlyWhenTradingIsNotSwitchedOn() throws IOException {
        assertTrue(load("").engine().path().orders().limits().tradingEnabled());
        assertFalse(
                load("venue.url = \"ws://127.0.0.1:1/\"")
                        .engine()
                        .path()
                        .orders()
                        .limits()
                        .tradingEnabled());
    }

    @Test
    void shouldTakeOffWhenVenueIsOnLoopback() throws IOException {
        String off = "trading { orders-per-second-max = off, open-orders-max = off }\n";

        assertTrue(load(off).engine().path().orders().limits().isUnlimited());
        assertTrue(
                load(off + "venue.url = \"ws://localhost:1/\"")
                        .engine()
                        .path()
                        .orders()
                        .limits()
                        .isUnlimited());
        assertTrue(
                load(off + "venue.url = \"ws://[::1]:1/\"")
                        .engine()
                        .path()
                        .orders()
                        .limits()
                        .isUnlimited());
    }

    @Test
    void shouldLimitNothingElseByDefaultWhenOrdersInASecondHaveNoLimit() throws IOException {
        String off = "trading.orders-per-second-max = off\n";

        assertEquals(ExposureLimits.NONE, load(off).engine().path().orders().limits().exposure());
        assertEquals(
                7,
                load(off + "trading.twin-window = 7ms")
                        .engine()
                        .path()
                        .orders()
                        .limits()
                        .exposure()
                        .twinWindowMs());
    }

    @Test
    void shouldTakeLimitsOfMoneyByCurrency() throws IOException {
        RunConfig config =
                load(
                        """
                        trading {
                          order-notional-max = [500 USD, 0.005 BTC], position-notional-max = off
                          daily-loss-max = ["1000.5 EUR"], twin-window = 0s, check-balance = false
                          rejects-max = 3, rejects-window = 1s, rejects-pause = 1m
                        }
                        """);

        CurrencyLimits order = new CurrencyLimits(Map.of("USD", 500.0, "BTC", 0.005));
        assertEquals(
                new ExposureLimits(
                        order,
                        CurrencyLimits.OFF,
                        new CurrencyLimits(Map.of("EUR", 1_000.5)),
                        0,
                        new RejectLimits(3, 1_000, 60_000),
                        false),
                config.engine().path().orders().limits().exposure());
    }

    @Test
    void shouldTradeSubscribedSymbolsOnEmbeddedVenue() throws IOException {
        RunConfig config = load("subscriptions.tickers = [LTCUSD]");

        assertTrue(config.venue().symbols().contains("tLTCUSD"));
        assertEquals(config.engine().path().tickers().get(0), config.venue().symbols().get(0));
    }

    @Test
    void shouldFollowXdgStateHome() {
        ConfigLoader other = new ConfigLoader(Map.of("XDG_STATE_HOME", "/var/state"), home, home);

        assertEquals(
                Path.of("/var/state/hayate"),
                other.load(null, new Overrides()).engine().stateDir());
    }

    @Test
    void shouldPutAddressIntoTransportWhenEmbeddedVenueListens() {
        RunConfig config = loader.load(null, new Overrides());
        URI address = URI.create("ws://127.0.0.1:4711/ws/2");

        assertEquals(address, config.engine().transportTo(address).url());
        assertEquals(10_000, config.engine().transportTo(address).connectTimeoutMs());
    }
}
