package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/**
 * The same seed and the same inputs at the same times give the same bytes: twice in one JVM here, and
 * on each JDK, where {@code .ci/run} compares the line that is printed.
 */
class ExchangeDigestTest {
    private static final int FRAMES = 1_000_000;

    private static ExchangeScript run(long seed, long frames) throws Exception {
        return new ExchangeScript(seed, MessageDigest.getInstance("SHA-256")).run(frames);
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSeedAndInputs() throws Exception {
        String digest = run(1, FRAMES).digest();

        assertEquals(digest, run(1, FRAMES).digest());
        System.out.printf("venue digest of %,d frames, seed 1: %s%n", FRAMES, digest);
    }

    @Test
    void shouldGiveOtherBytesForAnotherSeed() throws Exception {
        assertNotEquals(run(1, 1_000).digest(), run(2, 1_000).digest());
    }
}
