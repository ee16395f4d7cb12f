package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogLineTest {
    private static final double[] NUMBERS = {97_000.5, 1e-7, Double.NaN, 4};

    @Test
    void shouldFillMarksInOrderWhenTemplateHasThem() {
        assertEquals("97000.5 over 0.0000001, -, 4", LogLine.of("{} over {}, {}, {}", NUMBERS));
    }

    @Test
    void shouldLeaveNumbersUnreadWhenTemplateAsksForNone() {
        assertEquals("started", LogLine.of("started", NUMBERS));
    }

    @Test
    void shouldLeaveMarkWhenThereAreNoMoreNumbers() {
        assertEquals("97000.5 0.0000001 - 4 {}", LogLine.of("{} {} {} {} {}", NUMBERS));
    }
}
