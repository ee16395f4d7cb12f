package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.session.pool.ConnectionBudget;
import org.junit.jupiter.api.Test;

class ConnectionBudgetTest {
    private static final long MS = 1_000_000L;

    /** 3 connections in 10 s. */
    private final ConnectionBudget budget = new ConnectionBudget(3, 10_000);

    @Test
    void shouldTakeNoMoreConnectionsThanTheWindowAllows() {
        assertTrue(budget.tryAttempt(0, 0));
        assertTrue(budget.tryAttempt(1_000 * MS, 0));
        assertTrue(budget.tryAttempt(2_000 * MS, 0));

        assertFalse(budget.tryAttempt(2_000 * MS, 0));
        assertFalse(budget.tryAttempt(9_999 * MS, 0));
        assertTrue(budget.tryAttempt(10_000 * MS, 0));
        assertFalse(budget.tryAttempt(10_999 * MS, 0));
        assertTrue(budget.tryAttempt(11_000 * MS, 0));
    }

    @Test
    void shouldLeaveSomeForOthers() {
        assertTrue(budget.tryAttempt(0, 1));
        assertTrue(budget.tryAttempt(0, 1));

        assertFalse(budget.tryAttempt(0, 1));
        assertTrue(budget.tryAttempt(0, 0));
        assertFalse(budget.hasRoom(0));
    }

    @Test
    void shouldHoldInEveryWindowHoweverOftenItIsAsked() {
        long[] times = new long[200];
        int attempts = 0;
        long nowNs = Long.MAX_VALUE - 50_000 * MS; // the clock wraps on the way
        while (attempts < times.length) {
            if (budget.tryAttempt(nowNs, 0)) {
                times[attempts] = nowNs;
                attempts++;
            }
            nowNs += 370 * MS;
        }

        for (int i = 3; i < times.length; i++) {
            assertTrue(times[i] - times[i - 3] >= 10_000 * MS);
        }
    }
}
