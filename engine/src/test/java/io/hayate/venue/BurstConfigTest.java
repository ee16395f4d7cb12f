package io.hayate.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstConfigTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "27999, 1", "28000, 20", "29999, 20", "30000, 1", "58000, 20", "60000, 1"})
    void shouldRunFasterInTheLastPartOfEachInterval(int ms, int factor) {
        BurstConfig bursts = new BurstConfig(20, 2_000, 30_000);

        assertEquals(factor, bursts.factorAt(ms * 1_000_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, embedded.burst-factor must be from 1 to 100: was 0",
        "1, 2, 1, embedded.burst-duration must be from 0 to burst-interval: was 2",
        "1, 0, 0, embedded.burst-interval must be from 1 ms to 1 h: was 0"
    })
    void shouldNameKeyRuleAndValueWhenWrong(
            int factor, int duration, int interval, String message) {
        ConfigException refused =
                assertThrows(
                        ConfigException.class, () -> new BurstConfig(factor, duration, interval));

        assertEquals(message, refused.getMessage());
    }
}
