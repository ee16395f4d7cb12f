package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleConfigTest {
    @Test
    void shouldTakeAmountWhenItIsAMultipleOfTheSmallestUnit() {
        assertEquals(1e-8, new ConsoleConfig(true, 1e-8, true, null, "").buyAmount());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.01, 1e-9, 0.123456789, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseAmountWhenNoOrderCanHaveIt(double amount) {
        ConfigException refusal =
                assertThrows(
                        ConfigException.class,
                        () -> new ConsoleConfig(true, amount, true, null, ""));

        assertEquals(
                "console.buy-amount must be above 0 and a multiple of 0.00000001: was " + amount,
                refusal.getMessage());
    }

    @Test
    void shouldLetTheAmountBeWhereNobodyTypes() {
        assertEquals(-1, new ConsoleConfig(false, -1, true, null, "").buyAmount());
    }
}
