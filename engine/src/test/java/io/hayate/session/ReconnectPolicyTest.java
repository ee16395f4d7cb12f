package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.AccountConnection;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {
    private static final long MS = 1_000_000L;

    /** At least 1 s, doubling up to 8 s. */
    private static final SessionConfig CONFIG =
            new SessionConfig(
                    SessionConfig.DEFAULTS.timeouts(),
                    new SessionConfig.ReconnectDelay(1_000, 8_000),
                    new SessionConfig.Rate(3, 10_000),
                    SessionConfig.DEFAULTS.publicRate(),
                    40,
                    25,
                    AccountConnection.OWN);

    /** A random generator that always draws the same part of one. */
    private static RandomGenerator drawing(double part) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return part;
            }
        };
    }

    private static ReconnectPolicy drawingMost() {
        return new ReconnectPolicy(CONFIG, drawing(1));
    }

    @Test
    void shouldDoubleTheLongestDelayWithEachFailureUpToTheMaximum() {
        ReconnectPolicy policy = drawingMost();

        for (long seconds : new long[] {1, 2, 4, 8, 8, 8}) {
            assertEquals(seconds * 1_000 * MS, policy.nextDelayNs(true));
        }
    }

    @Test
    void shouldStayAtTheMaximumHoweverOftenItFails() {
        ReconnectPolicy policy = drawingMost();
        for (int i = 0; i < 1_000; i++) {
            policy.nextDelayNs(true);
        }

        assertEquals(8_000 * MS, policy.nextDelayNs(true));
    }

    @Test
    void shouldStartAnewOnceItWasLive() {
        ReconnectPolicy policy = drawingMost();
        policy.nextDelayNs(true);
        policy.nextDelayNs(true);

        policy.onLive();

        assertEquals(1_000 * MS, policy.nextDelayNs(true));
    }

    @Test
    void shouldDrawFromTheWholeRangeSoThatClientsSpread() {
        ReconnectPolicy policy = new ReconnectPolicy(CONFIG, new SplittableRandom(1));
        int[] quarters = new int[4];
        for (int i = 0; i < 4_000; i++) {
            policy.onLive();
            long delayNs = policy.nextDelayNs(true);
            assertTrue(delayNs >= 0 && delayNs < 1_000 * MS, "ns " + delayNs);
            quarters[(int) (delayNs / (250 * MS))]++;
        }

        for (int quarter : quarters) {
            assertTrue(quarter > 800, "times " + quarter);
        }
    }

    @Test
    void shouldKeepTheWaitShortWhileTheFirstLiveIsAwaited() {
        ReconnectPolicy policy =
                new ReconnectPolicy(SessionConfig.DEFAULTS, new SplittableRandom(1));

        for (int failures = 0; failures < 50; failures++) {
            assertTrue(policy.nextDelayNs(false) <= 3_000_000_000L);
        }
    }
}
