package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that a file says, or says that another says, is left out in silence. */
class SettingsFileTest {
    private static final String LIMIT = "trading.order-amount-max = ";

    @TempDir private Path home;

    private Path file;

    @BeforeEach
    void setUp() throws IOException {
        file = home.resolve("test.conf");
        write("limits.conf", "trading.order-amount-max = 0.01\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private RunConfig load(String text) throws IOException {
        write("test.conf", text);
        Map<String, String> environment = Map.of("MAX", "0.02", "EMPTY", "", "NOISE", "yes");
        return new ConfigLoader(environment, home, home).load(file, new Overrides());
    }

    private String complaint(String text) throws IOException {
        write("test.conf", text);
        return assertThrows(ConfigException.class, () -> load(text)).getMessage();
    }

    private long limitOf(String text) throws IOException {
        return load(text).engine().path().orders().limits().orderAmountMaxUnits();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"no.conf\" | no.conf",
                "file(\"no.conf\") | no.conf",
                "required(\"no.conf\") | no.conf",
                "required(file(\"no.conf\")) | no.conf",
                "\"\" | empty",
                "\".\" | .",
                "\"folder\" | folder",
                "\"limits\" | limits",
                "\"http://127.0.0.1:1/limits.conf\" | http://127.0.0.1:1/limits.conf",
                "url(\"file:limits.conf\") | file:limits.conf",
                "url(\"http://127.0.0.1:1/a.conf\") | http://127.0.0.1:1/a.conf",
                "classpath(\"limits.conf\") | limits.conf"
            })
    void shouldRefuseWhenIncludeIsNoFileThatIsThere(String include, String was) throws IOException {
        Files.createDirectories(home.resolve("folder"));

        assertEquals(
                file + ":2: include must be a file that can be read: was " + was,
                complaint("trace = false\ninclude " + include + "\n"));
    }

    @Test
    void shouldRefuseWhenIncludeWithinASectionIsMissing() throws IOException {
        assertEquals(
                file + ":1: include must be a file that can be read: was no.conf",
                complaint("trading { include \"no.conf\" }"));
    }

    @Test
    void shouldRefuseWhenIncludesMakeACircle() throws IOException {
        Path other = write("other.conf", "include \"test.conf\"");

        assertEquals(
                other
                        + ":1: include must not lead back to a file that includes it: was"
                        + " test.conf",
                complaint("include \"other.conf\""));
        assertEquals(
                file
                        + ":1: include must not lead back to a file that includes it: was"
                        + " ./test.conf",
                complaint("include \"./test.conf\""));
    }

    @Test
    void shouldRefuseWhenIncludeIsNoText() throws IOException {
        Files.write(home.resolve("bytes.conf"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});

        assertEquals(
                file + ":1: include must be a text in UTF-8 that can be read: was bytes.conf",
                complaint("include \"bytes.conf\""));
    }

    @Test
    void shouldTakeWhatIncludesSayInTheirOrder() throws IOException {
        write("more.conf", "trading { order-amount-max = 0.03 }");

        assertEquals(1_000_000, limitOf("include \"limits.conf\""));
        assertEquals(1_000_000, limitOf("include required(file(\"limits.conf\"))"));
        assertEquals(3_000_000, limitOf("include \"limits.conf\", include \"more.conf\""));
        assertEquals(4_000_000, limitOf("include \"limits.conf\"\n" + LIMIT + "0.04"));
        write("section.conf", "order-amount-max = 0.05");
        assertEquals(5_000_000, limitOf("trading { include \"section.conf\" }"));
    }

    @Test
    void shouldRefuseWhenAnIncludeReplacesAKeyBeforeIt() throws IOException {
        assertEquals(
                file
                        + ":3: include must stand before trading.order-amount-max on line 1: was"
                        + " limits.conf",
                complaint("trading { order-amount-max = 0.001 }\n\ninclude \"limits.conf\""));
    }

    @Test
    void shouldRefuseWhenAFileIsIncludedAgainByAnother() throws IOException {
        Path other = write("other.conf", "include \"limits.conf\"");

        assertEquals(
                other
                        + ":1: include must not read a file again that has been read: was"
                        + " limits.conf",
                complaint("include \"limits.conf\"\ninclude \"other.conf\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trading.order-amount-max = 5 | trading.order-amount-max",
                "trading { order-amount-max : 5 } | trading.order-amount-max",
                "trading { \"order-amount-max\" = 5, enabled = true } | trading.order-amount-max",
                "trading { # {~ // }~ order-amount-max = ~5 } | trading.order-amount-max"
            })
    void shouldRefuseWhenAKeyIsGivenTwice(String second, String key) throws IOException {
        String complaint =
                complaint("trading {\n  order-amount-max = 0.01\n}\n" + second.replace("~", "\n"));

        assertTrue(complaint.endsWith(key + " must be set once: was set on line 2"), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trading.order-amount-max = ${?NOPE} | trading.order-amount-max | NOPE",
                "trading { order-amount-max = ${?NOPE} } | trading.order-amount-max | NOPE",
                "trading.order-amount-max = 1${?NOPE} | trading.order-amount-max | NOPE",
                "trading = ${?nope.trading} | trading | nope.trading"
            })
    void shouldRefuseWhenAValueIsTakenThatIsNotSet(String text, String key, String taken)
            throws IOException {
        assertEquals(
                file + ":1: " + key + " must be set: was ${?" + taken + "}, which is not",
                complaint(text));
    }

    @Test
    void shouldRefuseWhenAListTakesAValueThatIsNotSet() throws IOException {
        String complaint = complaint("subscriptions.tickers = [BTCUSD, ${?NOPE}]");

        assertTrue(complaint.endsWith("must be set: was ${?NOPE}, which is not"), complaint);
    }

    @Test
    void shouldTakeAVariableWhenItIsSet() throws IOException {
        assertEquals(2_000_000, limitOf(LIMIT + "${?MAX}"));
        assertEquals(2_000_000, limitOf(LIMIT + "${MAX}"));
        assertEquals(2_000_000, limitOf(LIMIT + "0.01\n" + LIMIT + "${?MAX}"));
        assertEquals(1_000_000, limitOf(LIMIT + "0.01\n" + LIMIT + "${?NOPE}"));
        assertEquals(1_000_000, limitOf("include \"limits.conf\"\n" + LIMIT + "${?NOPE}"));
    }

    @Test
    void shouldRefuseWhenAVariableHoldsNoSuchValue() throws IOException {
        assertTrue(complaint(LIMIT + "${?EMPTY}").contains("must be a number"));
        assertTrue(complaint("trading.enabled = ${?NOISE}").contains("must be true or false"));
        assertTrue(complaint(LIMIT + "${NOPE}").contains("${NOPE}"));
        assertTrue(complaint(LIMIT + "1, " + LIMIT + "${?EMPTY}").contains("was empty"));
    }

    @Test
    void shouldAddToAListThatIsSetAlone() throws IOException {
        assertEquals(
                "[tBTCUSD, tETHUSD]",
                load("subscriptions.tickers = [BTCUSD]\nsubscriptions.tickers += ETHUSD")
                        .engine()
                        .path()
                        .tickers()
                        .toString());
        assertEquals(
                file
                        + ":1: subscriptions.tickers must be a list before += adds to it: was not"
                        + " set",
                complaint("subscriptions.tickers += ETHUSD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trading.order-amount-max = null",
                "trading = null",
                "trading = []",
                "trading.order-amount-max =",
                "trading.order-amount-max = \"\"",
                "trading.order-amount-max = [1]",
                "trading.order-amount-max { max = 1 }",
                "trading.order-amount-max = NaN",
                "trading.order-amount-max = Infinity",
                "trading.order-amount-max = -1",
                "trading.order-amount-max = 1e400",
                "trading.order-amount-max = 1e999999999",
                "trading.order-amount-max = 1e-999999999",
                "trading.order-amount-max = 92233720369",
                "trading.orders-per-second-max = 0",
                "trading.orders-per-second-max = 2147483647",
                "trading.open-orders-max = 2147483648",
                "trading.open-orders-max = 4294967297",
                "trading.open-orders-max = OFF",
                "trading.open-orders-max = 1.5",
                "trading.enabled = on",
                "trading.enabled = 1",
                "market.ring-share = NaN",
                "market.stale-after.book = 0.4ms",
                "market.stale-after.book = -1s",
                "session.ping-interval = 999999999999h",
                "transport.frame-bytes-max = 4294967296",
                "subscriptions.tickers = [null]",
                "subscriptions.tickers = [[BTCUSD]]",
                "strategy.parameters.amount = null",
                "include \"typo.conf\"",
                "tradng {}",
                "\"trading.enabled\" = false"
            })
    void shouldRefuseWhatIsNoValueOfItsKey(String text) throws IOException {
        write("typo.conf", "trading { order-amount-maximum = 1 }");

        String complaint = complaint(text);

        assertTrue(complaint.startsWith(home.toString()), complaint);
    }

    @Test
    void shouldLetSettingsOfNoUseContradictOthers() throws IOException {
        String other = "venue.url = \"ws://127.0.0.1:1/ws/2\"\n";
        String symbols =
                IntStream.range(0, 508)
                        .mapToObj(i -> "A" + (10_000 + i))
                        .collect(Collectors.joining(", "));

        assertEquals(
                508,
                load(other + "subscriptions.tickers = [" + symbols + "]")
                        .engine()
                        .path()
                        .tickers()
                        .size());
        load(other + "embedded { port = 70000, burst-duration = 1h, faults.cut = -1 }");
        load("affinity { loop = 0, strategy = 0 }, loop.topology = one-thread");
        Overrides noPrompt = new Overrides().prompt(false);
        new ConfigLoader(Map.of(), home, home)
                .load(write("a.conf", "console.buy-amount = 0"), noPrompt);
    }

    @Test
    void shouldStillReadSettingsOfNoUse() throws IOException {
        String other = "venue.url = \"ws://127.0.0.1:1/ws/2\"\n";

        assertTrue(complaint(other + "embedded.port = x").contains("must be a whole number"));
        assertTrue(complaint(other + "embedded.prot = 1").contains("is not a setting"));
    }

    @Test
    void shouldNameTheSettingWhenTheEmbeddedVenueHasTooManySymbols() throws IOException {
        String symbols =
                IntStream.range(0, 508)
                        .mapToObj(i -> "A" + (10_000 + i))
                        .collect(Collectors.joining(", "));

        assertEquals(
                file
                        + ":1: subscriptions.tickers and the other channels must name at most 488"
                        + " symbols where the venue is embedded: was 508",
                complaint("subscriptions.tickers = [" + symbols + "]"));
    }

    @Test
    void shouldReadWhatTheFilesOfHayateSay() {
        for (String name : new String[] {"hayate", "live", "tuned", "bench", "load"}) {
            Path shipped = Path.of("../config", name + ".conf");

            new ConfigLoader(Map.of(), home, home).load(shipped, new Overrides());
        }
    }
}
