package io.hayate.venue.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificantDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "5, 86710, 86710, 86710",
        "5, 86710123, 86710000, 86711000",
        "1, 86710, 80000, 90000",
        "1, 99999, 90000, 100000",
        "3, 99999, 99900, 100000",
        "2, 100, 100, 100",
        "5, 7, 7, 7",
        "4, 1000000000000000001, 1000000000000000000, 1001000000000000000"
    })
    void shouldRoundDownAndUp(int digits, long value, long down, long up) {
        SignificantDigits falling = new SignificantDigits(digits, false);
        SignificantDigits rising = new SignificantDigits(digits, true);

        assertEquals(down, falling.round(value));
        assertEquals(up, rising.round(value));
    }

    @ParameterizedTest
    @CsvSource({"99999, 99990", "100000, 100000", "123456789, 123400000", "5, 5", "99999, 99990"})
    void shouldFollowTheMagnitudeOfEachNumber(long value, long rounded) {
        SignificantDigits digits = new SignificantDigits(4, false);
        for (long other : new long[] {1, 9_999, 10_000, 1_000_000_000_000L, 86_710}) {
            digits.round(other);

            assertEquals(rounded, digits.round(value));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "5"})
    void shouldAnswerAsIfItRememberedNothing(int digits) {
        Random random = new Random(digits);
        SignificantDigits falling = new SignificantDigits(digits, false);
        SignificantDigits rising = new SignificantDigits(digits, true);
        for (int i = 0; i < 200_000; i++) {
            long power = (long) StrictMath.pow(10, random.nextInt(12));
            long value = Math.max(0, power * (1 + random.nextInt(3)) + random.nextInt(41) - 20);

            assertEquals(new SignificantDigits(digits, false).round(value), falling.round(value));
            assertEquals(new SignificantDigits(digits, true).round(value), rising.round(value));
        }
    }
}
