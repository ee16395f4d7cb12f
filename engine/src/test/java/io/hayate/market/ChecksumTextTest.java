package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The checksums that the venue and its own clients publish. */
class ChecksumTextTest {
    private final ChecksumText text = new ChecksumText();

    @Test
    void shouldBeVenuesChecksumWhenPricesAreWhole() {
        addLevels(6000, 1, 6100, -3, 5900, 2, 6200, -4);

        assertEquals("6000:1:6100:-3:5900:2:6200:-4", text.toString());
        assertEquals(1_756_193_398, text.value());
    }

    @Test
    void shouldBeVenuesChecksumWhenKeysAreOrderIds() {
        text.addOrder(100, 1);
        text.addOrder(102, -3);
        text.addOrder(101, 2);
        text.addOrder(103, -4);

        assertEquals("100:1:102:-3:101:2:103:-4", text.toString());
        assertEquals(1_841_538_801, text.value());
    }

    @Test
    void shouldKeepExponentWhenPriceIsBelowOneMillionth() {
        addLevels(6000, 1, 6100, -3, 1.7e-8, 2, 6200, -4);

        assertEquals("6000:1:6100:-3:1.7e-8:2:6200:-4", text.toString());
        assertEquals(952_615_146, text.value());
    }

    @Test
    void shouldDifferWhenAsksLoseTheirMinus() {
        addLevels(6000, 1, 6100, 3, 5900, 2, 6200, 4);

        assertNotEquals(1_756_193_398, text.value());
    }

    @Test
    void shouldDifferWhenPriceIsRounded() {
        addLevels(6000.00243644, 1);
        int exact = text.value();
        text.clear();
        addLevels(6000, 1);

        assertNotEquals(exact, text.value());
    }

    @Test
    void shouldDifferWhenOrdersOfOnePriceAreNotById() {
        text.addOrder(101, 2);
        text.addOrder(102, -3);
        text.addOrder(100, 1);
        text.addOrder(103, -4);

        assertNotEquals(1_841_538_801, text.value());
    }

    @Test
    void shouldBeSignedWhenHighestBitIsSet() {
        addLevels(4, 1);

        assertEquals("4:1", text.toString());
        assertEquals((int) 2_824_096_285L, text.value());
    }

    @Test
    void shouldBeZeroWhenBookIsEmpty() {
        assertEquals("", text.toString());
        assertEquals(0, text.value());
    }

    @Test
    void shouldWriteWholeIdWhenItHasMoreThan32Bits() {
        text.addOrder(86_143_776_990L, -0.00056875);

        assertEquals("86143776990:-0.00056875", text.toString());
    }

    @Test
    void shouldStartAnewWhenCleared() {
        addLevels(1, 2, 3, -4);
        assertNotEquals(0, text.value());
        text.clear();
        addLevels(6000, 1, 6100, -3, 5900, 2, 6200, -4);

        assertEquals(1_756_193_398, text.value());
        assertEquals(1_756_193_398, text.value());
    }

    @Test
    void shouldHoldFiftyLevelsOfTheLongestNumbers() {
        for (int i = 0; i < ChecksumText.LEVELS_MAX; i++) {
            text.add(-1.2345678901234567e-6, -1.2345678901234567e-6);
        }

        assertEquals(ChecksumText.LEVELS_MAX * 52 - 1, text.toString().length());
        assertThrows(IllegalStateException.class, () -> text.add(1, 1));
    }

    @Test
    void shouldLeavePlaceEmptyWhenAmountIsNoNumber() {
        addLevels(6000, Double.NaN, 6100, -3);

        assertEquals("6000::6100:-3", text.toString());
    }

    private void addLevels(double... pricesAndAmounts) {
        for (int i = 0; i < pricesAndAmounts.length; i += 2) {
            text.add(pricesAndAmounts[i], pricesAndAmounts[i + 1]);
        }
    }
}
