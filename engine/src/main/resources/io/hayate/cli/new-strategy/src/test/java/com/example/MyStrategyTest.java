package com.example;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.strategy.StrategyParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MyStrategyTest {
    private final MyStrategy strategy = new MyStrategy();

    @Test
    void shouldBuyWhenAskFallsToThePrice() {
        strategy.configure(new StrategyParameters("MyStrategy", Map.of("buy-below", "9500")));

        assertTrue(strategy.isCheap(9_500));
        assertFalse(strategy.isCheap(9_500.1));
    }
}
