package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryConfigTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 100_001})
    void shouldRefuseNumbersOutOfRange(int kept) {
        ConfigException candles =
                assertThrows(ConfigException.class, () -> new HistoryConfig(kept, 2));
        ConfigException trades =
                assertThrows(ConfigException.class, () -> new HistoryConfig(2, kept));

        assertEquals("market.candles-kept must be 2 to 100000: was " + kept, candles.getMessage());
        assertEquals("market.trades-kept must be 2 to 100000: was " + kept, trades.getMessage());
    }

    @Test
    void shouldTakeNumbersInRange() {
        assertEquals(100_000, new HistoryConfig(100_000, 2).candlesKept());
        assertEquals(512, HistoryConfig.DEFAULTS.candlesKept());
    }
}
