package io.hayate.strategy.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyParameters;
import io.hayate.strategy.sample.ImbalanceStrategy;
import io.hayate.strategy.sample.PrinterStrategy;
import io.hayate.strategy.sample.SmaCrossStrategy;
import io.hayate.strategy.sample.TriggerStrategy;
import io.hayate.strategy.sample.VwapStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies by name; those in jars are {@link PluginTest}'s. */
class StrategyLoaderTest {
    private static final String HERE = StrategyLoaderTest.class.getName() + "$";

    private static Strategy load(String name, Map<String, String> parameters) {
        return StrategyLoader.load(
                new StrategyConfig(name, parameters, true, List.of(), Path.of("no-such-folder")));
    }

    private static ConfigException refusal(String name) {
        return assertThrows(ConfigException.class, () -> load(name, Map.of()));
    }

    @Test
    void shouldFindSamplesByTheirShortNames() {
        assertInstanceOf(PrinterStrategy.class, load("printer", Map.of()));
        assertInstanceOf(TriggerStrategy.class, load("trigger", Map.of()));
        assertInstanceOf(SmaCrossStrategy.class, load("sma-cross", Map.of()));
        assertInstanceOf(ImbalanceStrategy.class, load("imbalance", Map.of()));
        assertInstanceOf(VwapStrategy.class, load("vwap", Map.of()));
    }

    @Test
    void shouldFindAClassByItsName() {
        assertInstanceOf(Good.class, load(HERE + "Good", Map.of()));
        assertInstanceOf(
                TriggerStrategy.class, load("io.hayate.strategy.sample.TriggerStrategy", Map.of()));
    }

    @Test
    void shouldMakeANewOneEachTime() {
        assertNotSame(load("printer", Map.of()), load("printer", Map.of()));
    }

    @Test
    void shouldGiveTheStrategyItsParameters() {
        Good good = (Good) load(HERE + "Good", Map.of("word", "hello"));

        assertEquals("hello", good.word);
    }

    @ParameterizedTest
    @CsvSource({"nope", "com.example.Nope", "com/example/Nope", "'x y'"})
    void shouldSayWhichThereAreWhenItFindsNone(String name) {
        assertEquals(
                "strategy "
                        + name
                        + " is not to be found: it is one of imbalance, printer, sma-cross,"
                        + " trigger and vwap, or the name of a class, with its package, in a jar"
                        + " given by --plugin",
                refusal(name).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"sma-cros, sma-cross", "Printer, printer", "tirgger, trigger"})
    void shouldNameNearestWhenShortNameIsNearlyRight(String typed, String meant) {
        String told = refusal(typed).getMessage();

        assertTrue(
                told.startsWith(
                        "strategy "
                                + typed
                                + " is not to be found, did you mean "
                                + meant
                                + "? Else it is one of imbalance, "),
                told);
    }

    @Test
    void shouldRefuseWhatIsNoStrategy() {
        assertEquals(
                "strategy java.lang.String is no strategy: it must implement"
                        + " io.hayate.strategy.Strategy",
                refusal("java.lang.String").getMessage());
    }

    @ParameterizedTest
    @CsvSource({"NeedsArguments", "HiddenConstructor", "Unfinished", "OnlyAPlug"})
    void shouldRefuseWhatCannotBeMade(String simpleName) {
        assertEquals(
                "strategy "
                        + HERE
                        + simpleName
                        + " must be a public class, not abstract, with a public constructor without"
                        + " arguments",
                refusal(HERE + simpleName).getMessage());
    }

    @Test
    void shouldTellWhatTheConstructorThrew() {
        ConfigException refusal = refusal(HERE + "Throwing");

        assertEquals(
                "strategy "
                        + HERE
                        + "Throwing failed in its constructor: java.lang.IllegalStateException: no",
                refusal.getMessage());
        assertInstanceOf(IllegalStateException.class, refusal.getCause());
    }

    @Test
    void shouldTellWhatItsClassThrewAsItWasLoaded() {
        assertEquals(
                "strategy "
                        + HERE
                        + "ThrowingEarly failed as its class was loaded:"
                        + " java.lang.IllegalStateException: too early",
                refusal(HERE + "ThrowingEarly").getMessage());
    }

    @Test
    void shouldTellWhatConfigureThrew() {
        assertEquals(
                "strategy " + HERE + "Confused failed in configure: java.lang.AssertionError: lost",
                refusal(HERE + "Confused").getMessage());
    }

    @Test
    void shouldPassOnWhatTheStrategyRefuses() {
        assertEquals("not with me", refusal(HERE + "Picky").getMessage());
    }

    @Test
    void shouldRefuseParametersThatTheStrategyDoesNotHave() {
        ConfigException refusal =
                assertThrows(
                        ConfigException.class,
                        () -> load("trigger", Map.of("amuont", "1", "amount", "1")));

        assertEquals(
                "strategy.parameters.amuont is no parameter of trigger: it has last-at-least,"
                        + " amount",
                refusal.getMessage());
    }

    @Test
    void shouldRefuseParametersOfAStrategyThatHasNone() {
        ConfigException refusal =
                assertThrows(ConfigException.class, () -> load("printer", Map.of("a", "1")));

        assertEquals(
                "strategy.parameters.a is no parameter of printer: it has none",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"sma-cros", "com.example.Nope", "java.lang.String"})
    void shouldRefuseWhenCheckedWhatIsNoStrategy(String name) {
        assertEquals(
                refusal(name).getMessage(),
                assertThrows(ConfigException.class, () -> check(name, Map.of())).getMessage());
    }

    @Test
    void shouldRefuseWhenCheckedParametersOfASample() {
        check("printer", Map.of());
        assertThrows(ConfigException.class, () -> check("printer", Map.of("a", "b")));
    }

    @Test
    void shouldMakeNoStrategyOfAnotherWhenChecked() {
        check(HERE + "Throwing", Map.of());
    }

    private static void check(String name, Map<String, String> parameters) {
        StrategyLoader.check(
                new StrategyConfig(name, parameters, true, List.of(), Path.of("no-such-folder")));
    }

    @Test
    void shouldRefuseAnEmptyName() {
        ConfigException refusal = refusal(" ");

        assertEquals("strategy.name must name a strategy: was empty", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "io.hayate.strategy.sample.SmaCrossStrategy, sma-cross",
        "io.hayate.strategy.plugin.StrategyLoaderTest$RSI2Strategy, rsi2",
        "io.hayate.strategy.plugin.StrategyLoaderTest$MyRSIStrategy, my-rsi",
        "io.hayate.strategy.plugin.StrategyLoaderTest$Good, good",
        "io.hayate.strategy.Strategy, strategy"
    })
    void shouldShortenTheNameOfAClass(String className, String shortName) throws Exception {
        assertEquals(shortName, ShortNames.of(Class.forName(className).asSubclass(Strategy.class)));
    }

    /** One that can be made. */
    public static class Good implements Strategy {
        private String word = "";

        @Override
        public void configure(StrategyParameters parameters) {
            word = parameters.text("word", "none");
        }
    }

    /** Names in capitals. */
    public static final class RSI2Strategy extends Good {}

    /** Names in capitals behind a word. */
    public static final class MyRSIStrategy extends Good {}

    /** Its constructor wants something. */
    public static final class NeedsArguments implements Strategy {
        public NeedsArguments(int number) {
            assertTrue(number >= 0);
        }
    }

    /** Its constructor is its own. */
    public static final class HiddenConstructor implements Strategy {
        private HiddenConstructor() {}
    }

    /** Not to be made. */
    public abstract static class Unfinished implements Strategy {}

    /** Not a class. */
    public interface OnlyAPlug extends Strategy {}

    /** Throws as it is made. */
    public static final class Throwing implements Strategy {
        public Throwing() {
            throw new IllegalStateException("no");
        }
    }

    /** Throws before it is made. */
    public static final class ThrowingEarly implements Strategy {
        private static final int NUMBER = number();

        private static int number() {
            throw new IllegalStateException("too early");
        }

        @Override
        public String toString() {
            return "" + NUMBER;
        }
    }

    /** Throws as it is configured. */
    public static final class Confused implements Strategy {
        @Override
        public void configure(StrategyParameters parameters) {
            throw new AssertionError("lost");
        }
    }

    /** Refuses its parameters. */
    public static final class Picky implements Strategy {
        @Override
        public void configure(StrategyParameters parameters) {
            throw new ConfigException("not with me");
        }
    }
}
