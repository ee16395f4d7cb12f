package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engines trade on a venue on which faults of all kinds are on, drawn by a seed. */
class ChaosSimulationTest {
    private static final int SEEDS = Integer.getInteger("hayate.test.seeds", 20);

    private static ChaosRun run(long seed) throws Exception {
        return new ChaosRun(seed, MessageDigest.getInstance("SHA-256")).run();
    }

    @Test
    void shouldSendTheSameBytesAtTheSameTimesForTheSameChaos() throws Exception {
        String digest = run(42).digest();

        assertEquals(digest, run(42).digest());
        assertNotEquals(digest, run(43).digest());
    }

    @Test
    void shouldKeepTheVenueInOrderWhateverGoesWrongBetweenItAndEngines() throws Exception {
        long orders = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            ChaosRun run = run(seed);

            assertEquals(List.of(), run.findings(), "seed " + seed);
            assertEquals(0, run.unanswered(), "seed " + seed);
            assertTrue(run.faultsMade() > 0, "seed " + seed);
            orders += run.orders();
        }
        assertTrue(orders > 10L * SEEDS, "orders: " + orders); // in doubt an engine sends none
    }
}
