package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hayate.codec.Allocations;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChecksumTextAllocationTest {
    private final ChecksumText text = new ChecksumText();
    private int sum;

    @Test
    void shouldAllocateNothingForBook() throws IOException {
        assertEquals(0, Allocations.of(this::checkBook));
        assertNotEquals(0, sum);
    }

    @Test
    void shouldAllocateNothingForBookOfOrders() throws IOException {
        assertEquals(0, Allocations.of(this::checkOrders));
        assertNotEquals(0, sum);
    }

    private void checkBook(int i) {
        text.clear();
        for (int level = 0; level < ChecksumText.LEVELS_MAX / 2; level++) {
            text.add((118_940 - level) * 1e-11, 0.00014761 * (i + 1));
            text.add(118_950.5 + level, -43.23174788 - level);
        }
        sum += text.value();
    }

    private void checkOrders(int i) {
        text.clear();
        for (int order = 0; order < ChecksumText.LEVELS_MAX; order++) {
            text.addOrder(86_143_776_990L + order, 0.00056875 * (i + 1));
        }
        sum += text.value();
    }
}
