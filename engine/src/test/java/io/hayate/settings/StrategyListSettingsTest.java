package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyListSettingsTest {
    private static final String TWO =
            """
            strategies = [
              {
                name = fast
                strategy = sma-cross
                parameters { fast = 5, slow = 20 }
                limits {
                  order-amount-max = 0.25
                  order-notional-max = [1000 USD]
                  position-notional-max = [2000 USD, 1 BTC]
                  daily-loss-max = off
                  orders-per-second-max = 3
                  open-orders-max = off
                }
              },
              { name = watch, strategy = printer }
            ]
            """;

    @TempDir private Path home;

    private ConfigLoader loader;
    private Path file;

    @BeforeEach
    void setUp() {
        loader = new ConfigLoader(Map.of(), home, home);
        file = home.resolve("test.conf");
    }

    private StrategyConfig load(String text, Overrides overrides) throws IOException {
        Files.writeString(file, text);
        return loader.load(file, overrides).engine().strategy();
    }

    private String complaint(String text, Overrides overrides) {
        ConfigException e = assertThrows(ConfigException.class, () -> load(text, overrides));
        return e.getMessage();
    }

    @Test
    void shouldReadSeveralWithTheirParametersAndLimits() throws IOException {
        StrategyConfig config = load(TWO, new Overrides());

        assertTrue(config.isList());
        assertEquals(List.of("fast", "watch"), config.names());
        StrategyMember fast = config.members().get(0);
        assertEquals("sma-cross", fast.type());
        assertEquals(Map.of("fast", "5", "slow", "20"), fast.parameters());
        RiskLimits limits = fast.limits();
        assertEquals(25_000_000, limits.orderAmountMaxUnits());
        assertEquals(3, limits.ordersPerSecondMax());
        assertEquals(RiskLimits.UNLIMITED, limits.openOrdersMax());
        assertFalse(limits.exposure().orderNotionalMax().isOff());
        assertFalse(limits.exposure().positionNotionalMax().isOff());
        assertTrue(limits.exposure().dailyLossMax().isOff());
        assertTrue(config.members().get(1).limits().isUnlimited());
    }

    @Test
    void shouldRunTheOneOfTheCommandLineInPlaceOfSeveral() throws IOException {
        Overrides one = new Overrides().set("--strategy", "strategy.name", "trigger");

        StrategyConfig config = load(TWO, one.parameter("amount", "0.5"));

        assertFalse(config.isList());
        assertEquals(List.of("trigger"), config.names());
        assertEquals(Map.of("amount", "0.5"), config.parameters());
    }

    @Test
    void shouldTakeThePlaceOfTheOneThatAnIncludedFileNames() throws IOException {
        Path base = home.resolve("base.conf");
        Files.writeString(base, "strategy { name = trigger, parameters { amount = 2 } }");

        StrategyConfig config = load("include \"base.conf\"\n" + TWO, new Overrides());

        assertEquals(List.of("fast", "watch"), config.names());
    }

    @Test
    void shouldReadThemAgainWhenARecordingTellsWhatWasSet() throws IOException {
        Files.writeString(home.resolve("base.conf"), "strategy { name = trigger }");
        Files.writeString(file, "include required(\"base.conf\")\n" + TWO);
        String written = loader.load(file, new Overrides()).origins().written();
        RecordedSettings recorded =
                RecordedSettings.find(
                        "{\"settings\":{\"account\":true,\"written\":" + written + "}}");

        StrategyConfig config = loader.loadRecorded(recorded, new Overrides()).engine().strategy();

        assertEquals(List.of("fast", "watch"), config.names());
    }

    @Test
    void shouldReadHowLongACallbackMayLast() throws IOException {
        assertEquals(5_000, load("", new Overrides()).callbackMaxMs());
        assertEquals(0, load("strategy.callback-max = off", new Overrides()).callbackMaxMs());
        assertEquals(250, load("strategy.callback-max = 250ms", new Overrides()).callbackMaxMs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strategies = fast"
                        + "| strategies must be a list of 1 to 255 strategies, each { ... }: was"
                        + " \"fast\"",
                "strategies = []"
                        + "| strategies must be a list of 1 to 255 strategies, each { ... }: was empty",
                "strategies = [fast] | strategies[0] must be a section { ... }: was \"fast\"",
                "strategies = [{ strategy = printer }]"
                        + "| strategies[0].name must be a word of at most 24 letters, digits and"
                        + " hyphens that begins with a letter: was missing",
                "strategies = [{ name = \"a b\", strategy = printer }]"
                        + "| strategies[0].name must be a word of at most 24 letters, digits and"
                        + " hyphens that begins with a letter: was a b",
                "strategies = [{ name = a }]"
                        + "| strategies[0].strategy must name a strategy, such as sma-cross, or its"
                        + " class: was missing",
                "strategies = [{ name = a, strategy = printer, limit = {} }]"
                        + "| strategies[0].limit is not a setting: there are name, strategy,"
                        + " parameters, limits",
                "strategies = [{ name = a, strategy = printer }, { name = a, strategy = trigger }]"
                        + "| strategies[1].name must be another than those before: was a",
                "strategies = [{ name = a, strategy = printer, parameters = 5 }]"
                        + "| strategies[0].parameters must be a section { ... }: was 5",
                "strategies = [{ name = a, strategy = printer, limits { open-orders = 5 } }]"
                        + "| strategies[0].limits.open-orders is not a setting: there are"
                        + " order-amount-max, order-notional-max, position-notional-max,"
                        + " daily-loss-max, orders-per-second-max, open-orders-max",
                "strategies = [{ name = a, strategy = printer, limits { open-orders-max = 0 } }]"
                        + "| strategies[0].limits.open-orders-max must be a whole number from 1 to"
                        + " 1000000, or off: was 0",
                "strategies = [{ name = a, strategy = printer, limits { order-amount-max = 0 } }]"
                        + "| strategies[0].limits.order-amount-max must be a number over 0 with at"
                        + " most 8 decimals, such as 0.05: was 0",
                "strategies = [{ name = a, strategy = printer, limits { daily-loss-max = [5] } }]"
                        + "| strategies[0].limits.daily-loss-max must be a list of limits over 0 with"
                        + " their currencies, such as [100000 USD, 1 BTC], or off: was 5",
                "strategy.name = printer, strategies = [{ name = a, strategy = printer }]"
                        + "| strategy.name must be left out where there is strategies: was set",
                "strategy.parameters { a = 1 }, strategies = [{ name = a, strategy = printer }]"
                        + "| strategy.parameters must be left out where there is strategies: was set",
            })
    void shouldSayWhatIsWrong(String text, String expected) {
        assertEquals(file + ":1: " + expected, complaint(text, new Overrides()));
    }

    @Test
    void shouldRefuseMoreThanHaveANumber() {
        String entries =
                IntStream.range(0, 256)
                        .mapToObj(i -> "{ name = s" + i + ", strategy = printer }")
                        .collect(Collectors.joining(", "));

        assertEquals(
                file
                        + ":1: strategies must be a list of 1 to 255 strategies, each { ... }: was one of"
                        + " 256",
                complaint("strategies = [" + entries + "]", new Overrides()));
    }

    @Test
    void shouldRefuseParametersOfTheCommandLineThatAreNobodys() {
        assertEquals(
                "--param must stand with --strategy where there is strategies: was amount",
                complaint(TWO, new Overrides().parameter("amount", "1")));
    }
}
