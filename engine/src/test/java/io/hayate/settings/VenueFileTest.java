package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hayate.model.ConfigException;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.DeadManScope;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionArea;
import io.hayate.venue.RequestNumbers;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueLimits;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "venue.conf");
    private static final String ACCOUNT =
            "accounts = [{ name = ann, user-id = 7, keys = [{ key = k1, secret = ${ANN} },"
                    + " { key = k2, secret = s2, read = [orders], write = [] }],"
                    + " wallets { exchange { BTC = 1.5, USD = 20 }, margin { USD = 0.5 } },"
                    + " fees = [{ maker = 0.001, taker = 0.002 },"
                    + " { from = 1000, maker = -0.0001, taker = 0.001 }] }]\n";

    @TempDir private Path folder;

    private VenueConfig read(String text) throws IOException {
        Path file = folder.resolve("v.conf");
        Files.writeString(file, text);
        return VenueFile.read(file, Map.of("ANN", "secret-of-ann"), folder).config();
    }

    @Test
    void shouldTakeTheDefaultsWhereNothingIsWritten() throws IOException {
        assertEquals(VenueConfig.DEFAULTS.withPort(8765), read(""));
        assertEquals(
                VenueConfig.DEFAULTS.withPort(8765),
                VenueFile.read(null, Map.of(), folder).config());
    }

    @Test
    void shouldHaveTheDefaultsAndEveryKeyInTheFileThatIsShipped() {
        Config shipped = ConfigFactory.parseFile(SHIPPED.toFile());
        Set<String> listed = new TreeSet<>();
        shipped.entrySet().forEach(entry -> listed.add(entry.getKey()));

        assertEquals(new TreeSet<>(VenueFile.knownKeys()), listed);
        assertEquals(
                VenueConfig.DEFAULTS.withPort(8765),
                VenueFile.read(SHIPPED, Map.of(), folder).config());
    }

    @Test
    void shouldReadAccountsWithKeysPermissionsWalletsAndTiers() throws IOException {
        AccountConfig ann = read(ACCOUNT).accounts().all().get(0);

        assertEquals("ann", ann.name());
        assertEquals(7, ann.userId());
        assertEquals("secret-of-ann", ann.keys().get(0).secret());
        KeyConfig second = ann.keys().get(1);
        assertTrue(second.permissions().mayRead(PermissionArea.ORDERS));
        assertFalse(second.permissions().mayRead(PermissionArea.WALLETS));
        assertFalse(second.permissions().mayWrite(PermissionArea.ORDERS));
        assertEquals(
                List.of(
                        new WalletConfig(WalletType.EXCHANGE, "BTC", new BigDecimal("1.5")),
                        new WalletConfig(WalletType.EXCHANGE, "USD", new BigDecimal("20")),
                        new WalletConfig(WalletType.MARGIN, "USD", new BigDecimal("0.5"))),
                ann.wallets());
        assertEquals(new BigDecimal("-0.0001"), ann.fees().at(new BigDecimal("1000")).maker());
    }

    @Test
    void shouldReadRulesMarketAndFaults() throws IOException {
        VenueConfig config =
                read(
                        "rules { dead-man = connection, dead-man-delay = 0s,"
                                + " request-numbers = both }\n"
                                + "market { quiet = true, dust = true, symbols = [ethusd] }\n"
                                + "faults = [\"dropped every=500\","
                                + " { fault = doubled, every = 7 }]\n");

        assertEquals(DeadManScope.CONNECTION, config.accounts().rules().deadMan());
        assertEquals(0, config.accounts().rules().deadManDelayMs());
        assertEquals(RequestNumbers.BOTH, config.accounts().rules().numbers());
        assertTrue(config.traded().quiet() && config.traded().dust());
        assertEquals(List.of("tETHUSD"), config.symbols());
        assertEquals(2, config.faults().rules().size());
    }

    @Test
    void shouldReadLimits() throws IOException {
        VenueConfig config =
                read(
                        "limits { connections = 7, connections-per-address = 6, handshakes = 5,"
                                + " handshake-timeout = 4s, auth-failures = 3, orders = 2,"
                                + " channel-bytes = 100000, backlog-bytes = 200000 }");

        assertEquals(
                new VenueLimits(7, 6, 5, 4_000, 3, 2, 100_000, 200_000), config.clients().limits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen.port = 70000|listen.port must be from 0 to 65535: was 70000",
                "market.tickers-per-second = -1"
                        + "|market.tickers-per-second must be from 0 to 100000: was -1.0",
                "market.symbols = [BTC]"
                        + "|market.symbols must be symbols such as BTCUSD, DOGE:USD or fUSD: was BTC",
                "market.symbols = []|market.symbols must name at least one symbol: was []",
                "market.quiet = maybe|market.quiet must be true or false: was maybe",
                "markt.quiet = true|markt.quiet is not a setting: did you mean market.quiet?",
                "clients.heartbeat = 1h|clients.heartbeat must be from 0 to 600000: was 3600000",
                "rules.dead-man = mine|rules.dead-man must be account or connection: was mine",
                "rules.dead-man-delay = 2h"
                        + "|rules.dead-man-delay must be from 0 to 1 h: was 7200000 ms",
                "limits.connections = 0" + "|limits.connections must be from 1 to 100000: was 0",
                "limits.connections-per-address = 200000"
                        + "|limits.connections-per-address must be from 1 to 100000: was 200000",
                "limits.handshakes = -1|limits.handshakes must be from 1 to 100000: was -1",
                "limits.handshake-timeout = 2h"
                        + "|limits.handshake-timeout must be from 1 ms to 1 h: was 7200000 ms",
                "limits.auth-failures = 0"
                        + "|limits.auth-failures must be from 1 to 1000000: was 0",
                "limits.orders = many|limits.orders must be a whole number: was many",
                "limits.channel-bytes = 1"
                        + "|limits.channel-bytes must be from 65536 to 1099511627776: was 1",
                "limits.backlog-bytes = 0"
                        + "|limits.backlog-bytes must be from 1 to 1099511627776: was 0",
                "limits.order = 5|limits.order is not a setting: did you mean limits.orders?",
                "accounts = 7|accounts must be a list, such as [BTCUSD, ETHUSD]: was 7",
                "accounts = []|accounts must name from 1 to 1000: was 0",
                "accounts = [7]|accounts[0] must be a section { ... }: was 7",
                "accounts = [{}]"
                        + "|accounts[0].name must be a word of at most 32 letters and digits:"
                        + " was missing",
                "accounts = [{ name = a, nam = b }]|accounts[0].nam is not a setting: there are"
                        + " name, user-id, keys, wallets, fees",
                "accounts = [{ name = a }]"
                        + "|accounts[0].keys must be a list of 1 to 100 keys: was one of 0",
                "accounts = [{ name = a, keys = [{ key = k }] }]"
                        + "|accounts[0].keys[0].secret must be a text: was missing",
                "accounts = [{ name = a, keys = [{ key = k, secret = \"x y\" }] }]"
                        + "|accounts[0].keys[0].secret must be as the venue shows it, letters and"
                        + " digits: was one with a blank at character 2",
                "accounts = [{ name = a, keys = [{ key = k, secret = k }] }]"
                        + "|accounts[0].keys[0].secret must differ from the key: was the same",
                "accounts = [{ name = a, keys = [{ key = k, secret = s, write = [all] }] }]"
                        + "|accounts[0].keys[0].write must be a list of bfxpay, orders, account,"
                        + " funding, history, wallets, settings, withdraw, positions, ui_withdraw:"
                        + " was all",
                "accounts = [{ name = a, keys = [{ key = k, secret = s }],"
                        + " wallets { exchange { BTC = -1 } } }]"
                        + "|accounts[0].wallets.exchange.BTC must be an amount from 0 to 1e15 with"
                        + " at most 8 decimals: was -1",
                "accounts = [{ name = a, keys = [{ key = k, secret = s }], wallets { spot {} } }]"
                        + "|accounts[0].wallets.spot is not a setting: there are exchange, margin,"
                        + " funding",
                "accounts = [{ name = a, keys = [{ key = k, secret = s }],"
                        + " fees { maker = 0.1 % } }]"
                        + "|accounts[0].fees.maker must be a rate such as 0.001, which is 0.1 %:"
                        + " was 0.1 %",
                "accounts = [{ name = a, keys = [{ key = k, secret = s }],"
                        + " fees { maker = 1, taker = 0 } }]"
                        + "|accounts[0].fees must be rates from -0.1 to 0.1: was 1",
                "accounts = [{ name = a, keys = [{ key = k, secret = s }] },"
                        + " { name = b, keys = [{ key = k, secret = t }] }]"
                        + "|accounts must have keys of their own: was k twice",
                "faults = [{ every = 5 }]" + "|each rule must name its fault: fault = dropped"
            })
    void shouldNameTheSettingAndItsLine(String text, String complaint) {
        ConfigException e = assertThrows(ConfigException.class, () -> read("\n" + text));

        assertTrue(e.getMessage().endsWith(": " + complaint), e.getMessage());
        assertTrue(e.getMessage().contains("v.conf:2: "), e.getMessage());
    }

    @Test
    void shouldNeverShowASecret() throws IOException {
        VenueConfig config = read(ACCOUNT);

        assertFalse(config.toString().contains("secret-of-ann"));
    }
}
