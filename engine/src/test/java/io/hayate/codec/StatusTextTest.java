package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.OrderStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXECUTED @ 113940.0(-0.00008865) | 0 | 1 | FILLED",
                "EXECUTED @ 0.00854(-0.31): was PARTIALLY FILLED @ 0.00854(-0.6) | 0 | 1 | FILLED",
                "EXECUTED @ 0.00854(-0.31) was: PARTIALLY FILLED @ 0.00854(-0.6) | 0 | 1 | FILLED",
                "EXECUTED | NaN | 1 | FILLED",
                "FORCED EXECUTED | 0 | 1 | FILLED",
                "FORCED EXECUTED | NaN | NaN | FILLED",
                "CANCELED | 1 | 1 | CANCELED",
                "CANCELED was: PARTIALLY FILLED @ 0.014(-1.6368) | 0.5 | 1 | CANCELED",
                "IOC CANCELED was: PARTIALLY FILLED @ 81889.0(0.00012209) | 0.5 | 1 | CANCELED",
                "IOC CANCELED | 1 | 1 | CANCELED",
                "FILLORKILL CANCELED | 0.2 | 0.2 | CANCELED",
                "POSTONLY CANCELED | 1 | 1 | CANCELED",
                "INSUFFICIENT BALANCE (U1) | 1 | 1 | REJECTED",
                "INSUFFICIENT BALANCE (U1) | NaN | NaN | REJECTED",
                "INSUFFICIENT BALANCE (G1) was: ACTIVE (note:POSCLOSE), PARTIALLY FILLED @ 8(-0.4)"
                        + " | 0 | 0.41 | FILLED",
                "INSUFFICIENT BALANCE (G1) was: PARTIALLY FILLED @ 8(-0.4) | 0.1 | 0.5 | CANCELED",
                "INSUFFICIENT MARGIN was: PARTIALLY FILLED @ 8(-0.4) | 0.1 | 0.5 | CANCELED",
                "RSN_DUST | 1 | 1 | REJECTED",
                "RSN_DUST was: ACTIVE (note:POSCLOSE) | 1 | 1 | REJECTED",
                "RSN_PAUSE | 1 | 1 | REJECTED",
                "RSN_POS_REDUCE_INCR | 1 | 1 | REJECTED",
                "RSN_POS_REDUCE_FLIP | 1 | 1 | REJECTED",
                "RSN_POS_NOTFOUND | 1 | 1 | REJECTED",
                "RSN_BOOK_SLIP was: PARTIALLY FILLED @ 8(-0.4) | 0.1 | 0.5 | CANCELED",
                "A WORD OF LATER YEARS | 0.1 | 0.5 | CANCELED",
                "A WORD OF LATER YEARS | 0 | 0.5 | FILLED",
                "'' | 1 | 1 | CANCELED",
                "'' | 0 | 1 | FILLED"
            })
    void shouldTellHowOrderEnded(
            String text, double remaining, double original, OrderStatus expected) {
        char[] frame = ("#" + text + "#").toCharArray();

        assertEquals(expected, StatusText.ofClosed(frame, 1, text.length(), remaining, original));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACTIVE | 1 | 1 | ACTIVE",
                "ACTIVE (note:POSCLOSE) | 1 | 1 | ACTIVE",
                "ACTIVE | NaN | NaN | ACTIVE",
                "PARTIALLY FILLED @ 6516.1(0.005) | 1.995 | 2 | PARTIALLY_FILLED",
                "PARTIALLY FILLED @ 1(0.5), PARTIALLY FILLED @ 1(0.5) | 1 | 2 | PARTIALLY_FILLED",
                "PARTIALLY FILLED | NaN | NaN | PARTIALLY_FILLED",
                "A WORD OF LATER YEARS | 1 | 2 | PARTIALLY_FILLED",
                "A WORD OF LATER YEARS | 2 | 2 | ACTIVE",
                "A WORD OF LATER YEARS | 0 | 2 | FILLED",
                "'' | 1 | 2 | PARTIALLY_FILLED",
                "'' | NaN | 2 | ACTIVE"
            })
    void shouldTellHowOrderStands(
            String text, double remaining, double original, OrderStatus expected) {
        char[] frame = ("#" + text + "#").toCharArray();

        assertEquals(expected, StatusText.ofOpen(frame, 1, text.length(), remaining, original));
    }
}
