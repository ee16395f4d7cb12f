package io.hayate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RequestBudget budget = new RequestBudget();

    @Test
    void shouldAllowATenthOfTheLimitInAnyMinute() {
        for (int i = 0; i < 9; i++) {
            assertEquals(0, budget.waitNs(i * SECOND));
            budget.onMade(i * SECOND);
        }

        assertEquals(51 * SECOND, budget.waitNs(9 * SECOND));
        assertEquals(0, budget.waitNs(60 * SECOND));
        budget.onMade(60 * SECOND);
        assertEquals(SECOND, budget.waitNs(60 * SECOND));
    }
}
