package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person says what is to be under way for how long. */
class LatencySpecTest {
    @ParameterizedTest
    @CsvSource({
        "10ms, 10 ms",
        "0ms, 0 ms",
        "10ms+5ms, 10 ms + 5 ms on average",
        "recorded, recorded",
        "recorded+3ms, recorded + 3 ms"
    })
    void shouldReadWhatIsWritten(String written, String told) {
        assertEquals(told, LatencySpec.parse("--latency", written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "x", "10ms+", "10ms+5ms+1ms", "recorded+", "2m", "-1ms"})
    void shouldRefuseWhatIsNone(String written) {
        ConfigException e =
                assertThrows(ConfigException.class, () -> LatencySpec.parse("--latency", written));

        assertTrue(e.getMessage().endsWith("was " + written), e::getMessage);
    }

    @Test
    void shouldAddWhatTheRecordingHas() {
        LatencyModel model = LatencySpec.parse("--latency", "recorded+3ms").model(1, () -> 700_000);

        assertEquals(3_700_000, model.nextNs());
    }

    @Test
    void shouldDrawTheSameTailFromTheSameSeed() {
        LatencyModel model = LatencySpec.parse("--latency", "10ms+5ms").model(7, () -> 0);
        LatencyModel again = LatencySpec.parse("--latency", "10ms+5ms").model(7, () -> 0);

        for (int i = 0; i < 100; i++) {
            long ns = model.nextNs();
            assertTrue(ns >= 10_000_000);
            assertEquals(ns, again.nextNs());
        }
    }
}
