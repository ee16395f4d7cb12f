package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RoundedTest {
    @Test
    void shouldHaveNoSignWhenRoundedToZero() {
        assertEquals("0.0", Rounded.text(-0.0, 1));
        assertEquals("0.0", Rounded.text(-0.04, 1));
        assertEquals("0", Rounded.text(-0.4, 0));
    }

    @Test
    void shouldKeepTheSignOfWhatIsLeft() {
        assertEquals("-0.1", Rounded.text(-0.06, 1));
        assertEquals("-60000.0", Rounded.text(-60_000, 1));
        assertEquals("12.35", Rounded.text(12.345_6, 2));
    }

    @Test
    void shouldWriteADotWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("1.5", Rounded.text(1.5, 1));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldNameWhatIsNoNumber() {
        assertEquals("NaN", Rounded.text(Double.NaN, 1));
        assertEquals("-Infinity", Rounded.text(Double.NEGATIVE_INFINITY, 1));
    }
}
