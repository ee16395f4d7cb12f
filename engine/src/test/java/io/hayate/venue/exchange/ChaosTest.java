package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRule;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults of all kinds, drawn by a seed, while clients trade: the venue stays in order. */
class ChaosTest {
    private static final int SEEDS = Integer.getInteger("hayate.test.seeds", 20);
    private static final int ACTS = 2_000;

    private static ChaosScript run(long seed, int acts) throws Exception {
        return new ChaosScript(seed, MessageDigest.getInstance("SHA-256")).run(acts);
    }

    @Test
    void shouldDrawTheSameFaultsForTheSameNumber() {
        List<FaultRule> rules = ChaosSchedule.of(42);

        assertEquals(rules, ChaosSchedule.of(42));
        assertNotEquals(rules, ChaosSchedule.of(43));
    }

    @Test
    void shouldDrawFromTheWholeVocabulary() {
        Set<FaultKind> drawn = EnumSet.noneOf(FaultKind.class);
        for (int seed = 0; seed < 50; seed++) {
            ChaosSchedule.of(seed).forEach(rule -> drawn.add(rule.kind()));
        }

        assertEquals(EnumSet.allOf(FaultKind.class), drawn);
    }

    @Test
    void shouldSendTheSameBytesForTheSameChaos() throws Exception {
        String digest = run(42, ACTS).digest();

        assertEquals(digest, run(42, ACTS).digest());
        assertNotEquals(digest, run(43, ACTS).digest());
    }

    @Test
    void shouldKeepMoneyOrdersBooksAndPositionsInOrderWhateverGoesWrong() throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            ChaosScript script = run(seed, ACTS);

            assertEquals(List.of(), script.findings(), "seed " + seed);
            assertEquals(0, script.unanswered(), "seed " + seed);
            assertTrue(script.faultsMade() > 0, "seed " + seed);
        }
    }
}
