package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
    @ParameterizedTest
    @CsvSource({
        "97010, 97010",
        "97010.0, 97010",
        "1, 1",
        "0.1, 0.1",
        "0.3, 0.3",
        "12345, 12345",
        "1.2345, 1.2345",
        "123450000, 123450000",
        "0.00001234, 0.00001234",
        "0.0000000010042, 0.0000000010042",
        "0.000000000000000012345, 0.000000000000000012345",
        "99999000000000000000, 99999000000000000000",
        "100000, 100000",
        "99999, 99999",
        "9.9999, 9.9999"
    })
    void shouldKeepEveryDigitOfFive(String typed, String text) {
        assertEquals(text, Price.text(Price.parse(typed)));
        assertEquals(text, Price.text(Price.of(Double.parseDouble(typed))));
        assertEquals(Price.parse(typed), Price.of(Double.parseDouble(typed)));
        assertEquals(Double.parseDouble(typed), Price.toDouble(Price.parse(typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"97010.5", "123456", "0.123456", "1.00001", "100001", "9999.99"})
    void shouldRefuseMoreThanFiveDigits(String typed) {
        assertEquals(Price.INEXACT, Price.parse(typed));
        assertEquals(Price.INEXACT, Price.of(Double.parseDouble(typed)));
        assertFalse(Price.isPrice(Price.of(Double.parseDouble(typed))));
    }

    @Test
    void shouldRefuseWhatArithmeticMadeUp() {
        assertEquals(Price.INEXACT, Price.of(0.1 + 0.2));
        assertEquals(Price.parse("0.3"), Price.rounded(0.1 + 0.2));
        assertEquals(Price.INEXACT, Price.of(Math.nextUp(97_010.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-1", "+1", "1e5", "0", "0.0", "1.", "1,5", "abc", "1.2.3"})
    void shouldBeNoneWhereThereIsNoPrice(String typed) {
        assertEquals(Price.NONE, Price.parse(typed));
        assertEquals("", Price.text(Price.parse(typed)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, 1e-300, 1e300, Double.POSITIVE_INFINITY})
    void shouldBeNoneForNumbersThatAreNoPrices(double value) {
        assertEquals(Price.NONE, Price.of(value));
        assertEquals(Price.NONE, Price.rounded(value));
    }

    @ParameterizedTest
    @CsvSource({"97010.5, 97010", "97011.5, 97012", "0.1234567, 0.12346", "99999.9, 100000"})
    void shouldRoundToTheNearestWhenAsked(double value, String text) {
        assertEquals(text, Price.text(Price.rounded(value)));
    }

    @Test
    void shouldAgreeWithExactArithmeticOnEveryMagnitude() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 200_000; i++) {
            long digits = random.nextInt(1, 100_000);
            int power = random.nextInt(-17, 15);
            BigDecimal exact = BigDecimal.valueOf(digits, -power);
            long price = Price.of(exact.doubleValue());
            if (exact.compareTo(new BigDecimal("1e-18")) < 0) {
                continue;
            }
            assertTrue(Price.isPrice(price), () -> exact.toPlainString());
            assertEquals(exact.stripTrailingZeros().toPlainString(), Price.text(price));
            assertEquals(price, Price.rounded(exact.doubleValue()));
        }
    }
}
