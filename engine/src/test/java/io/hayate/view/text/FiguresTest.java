package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void shouldWritePlainDecimalsWhenJavaWouldUseAnExponent() {
        assertEquals("0.0000001", Figures.exact(1e-7));
        assertEquals("135000000", Figures.exact(135e6));
        assertEquals("-0.00002", Figures.exact(-2e-5));
    }

    @Test
    void shouldDropTrailingZerosWhenNumberIsWhole() {
        assertEquals("97001", Figures.exact(97_001.0));
        assertEquals("0", Figures.exact(-0.0));
        assertEquals("0", Figures.rounded(0));
    }

    @Test
    void shouldWriteDashWhenNumberIsUnknown() {
        assertEquals("-", Figures.exact(Double.NaN));
        assertEquals("-", Figures.rounded(Double.POSITIVE_INFINITY));
    }

    @Test
    void shouldKeepEightDecimalsWhenMarketFigureHasMore() {
        assertEquals("372.10417038", Figures.rounded(372.1041703800001));
        assertEquals("97000.5", Figures.rounded(97_000.5));
    }

    @Test
    void shouldKeepEightDigitsWhenMarketFigureIsSmall() {
        assertEquals("0.00010013699", Figures.rounded(0.00010013698630137));
        assertEquals("0.0000000012", Figures.rounded(1.2e-9));
    }

    @Test
    void shouldKeepAllDigitsWhenFigureIsOfTheAccount() {
        assertEquals("0.00999800000001", Figures.exact(0.00999800000001));
    }

    @Test
    void shouldUseExponentWhenPlainTextWouldFillTheScreen() {
        assertEquals("1.0E300", Figures.exact(1e300));
        assertEquals("1.0E-300", Figures.rounded(1e-300));
    }
}
