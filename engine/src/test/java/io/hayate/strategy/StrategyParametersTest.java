package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyParametersTest {
    private static StrategyParameters given(String value) {
        return new StrategyParameters("mine", Map.of("x", value));
    }

    private static void assertRefused(String rule, Executable asked) {
        ConfigException refusal = assertThrows(ConfigException.class, asked);
        assertEquals("strategy.parameters.x of mine " + rule, refusal.getMessage());
    }

    @Test
    void shouldAnswerWhatHoldsWhenNothingIsGiven() {
        StrategyParameters none = new StrategyParameters("mine", Map.of());

        assertEquals("word", none.text("x", "word"));
        assertEquals(7, none.wholeNumber("x", 7, 1, 10));
        assertEquals(1_000_000, none.positive("x", 1_000_000));
        assertEquals(1e-8, none.amount("x", 1e-8));
        none.checkAllAsked();
    }

    @Test
    void shouldAnswerWhatIsGiven() {
        assertEquals("a b", given("a b").text("x", "word"));
        assertEquals(10, given(" 10 ").wholeNumber("x", 7, 1, 10));
        assertEquals(0.1, given("0.1").positive("x", 1));
        assertEquals(1e-9, given("1e-9").positive("x", 1));
        assertEquals(0.12345678, given("0.12345678").amount("x", 1));
        assertEquals(0.5, given("0.500000000000").amount("x", 1));
        assertEquals(1e-8, given("1E-8").amount("x", 1));
        assertEquals(300, given("3e2").amount("x", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "1.5", "ten", "", "99999999999", "1e1"})
    void shouldRefuseWhatIsNoWholeNumberOfTheRange(String value) {
        assertRefused(
                "must be a whole number from 1 to 10: was " + value,
                () -> given(value).wholeNumber("x", 7, 1, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0.1", "NaN", "Infinity", "1e400", "1e-400", "1,5", "0x1", "", "much"})
    void shouldRefuseWhatIsNoNumberOverZero(String value) {
        assertRefused("must be a number over 0: was " + value, () -> given(value).positive("x", 1));
        assertRefused("must be a number over 0: was " + value, () -> given(value).amount("x", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.123456789, 0.123456789",
        "1e-9, 0.000000001",
        "0.1000000000000000001, 0.1000000000000000001",
        "923456789.12345678, 923456789.12345678",
        "100000000000, 100000000000"
    })
    void shouldRefuseAmountsThatWouldBeRounded(String value, String shown) {
        assertRefused(
                "must be an amount with at most 8 decimals: was " + shown,
                () -> given(value).amount("x", 1));
    }

    @Test
    void shouldRefuseWhatNobodyAskedFor() {
        StrategyParameters parameters =
                new StrategyParameters("mine", Map.of("fast", "1", "slwo", "2", "zzz", "3"));
        parameters.text("fast", "");
        parameters.text("slow", "");

        ConfigException refusal = assertThrows(ConfigException.class, parameters::checkAllAsked);
        assertEquals(
                "strategy.parameters.slwo is no parameter of mine: it has fast, slow",
                refusal.getMessage());
    }
}
