package io.hayate.venue.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalsTest {
    private static final String LETTERS = "0123456789.-+eE 0123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "00",
                "007",
                "5.",
                "1.50",
                "-1.50",
                "86711",
                "0.00000001",
                "999999999999999999",
                "-999999999999999999",
                "123456789.123456789"
            })
    void shouldReadWhatClientsWriteAsBigDecimalDoes(String text) {
        assertEquals(new BigDecimal(text), PlainDecimals.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                ".5",
                "+5",
                "1e3",
                "1E3",
                "1.2.3",
                " 1",
                "1 ",
                "1-",
                "--1",
                "NaN",
                "1_000",
                "1,5",
                "0x10",
                "1000000000000000000",
                "0.1234567890123456789",
                "\u0661"
            })
    void shouldLeaveAllElseToBigDecimal(String text) {
        assertNull(PlainDecimals.parse(text));
    }

    @Test
    void shouldNeverReadAnotherNumberThanBigDecimal() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            String text = text(random);
            BigDecimal read = PlainDecimals.parse(text);
            if (read != null) {
                assertEquals(new BigDecimal(text), read);
            }
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(24); left > 0; left--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
