package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> WORDS = List.of("buy", "sell", "orders", "BTCUSD");

    @Test
    void shouldFindWordWhenLettersAreSwappedMissingOrWrong() {
        assertEquals("buy", Nearest.of("byu", WORDS));
        assertEquals("sell", Nearest.of("sel", WORDS));
        assertEquals("orders", Nearest.of("ORDRES", WORDS));
        assertEquals("BTCUSD", Nearest.of("btcust", WORDS));
    }

    @Test
    void shouldFindNothingWhenNoWordIsClose() {
        assertNull(Nearest.of("frobnicate", WORDS));
        assertNull(Nearest.of("x".repeat(100_000), WORDS));
    }
}
