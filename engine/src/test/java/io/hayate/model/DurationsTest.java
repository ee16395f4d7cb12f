package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0s, 0",
        "500ms, 500",
        "30s, 30000",
        "1.5m, 90000",
        "5 minutes, 300000",
        "1h, 3600000",
        "2d, 172800000",
        "0.005s, 5"
    })
    void shouldReadTimeWhenUnitIsGiven(String text, long ms) {
        assertEquals(ms, Durations.parseMs(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "s",
                "-3s",
                "3 weeks",
                "1e3s",
                "soon",
                "0.0005s",
                "999999999999999999d"
            })
    void shouldRefuseWhenTextIsNoTimeWithUnit(String text) {
        assertEquals(Durations.NONE, Durations.parseMs(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "999, 999ms",
        "1500, 1500ms",
        "20000, 20s",
        "60000, 1m",
        "90000, 90s",
        "7200000, 2h",
        "172800000, 2d"
    })
    void shouldWriteLargestExactUnit(long ms, String text) {
        assertEquals(text, Durations.text(ms));
    }
}
