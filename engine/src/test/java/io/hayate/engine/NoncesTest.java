package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.history.RestNonces;
import io.hayate.model.ConfigException;
import io.hayate.session.NonceSource;
import io.hayate.state.HighWaterMark;
import io.hayate.state.StateDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoncesTest {
    private static final long NOW_US = 1_795_435_200_000_000L;
    private static final long MINUTE_US = 60_000_000L;
    private static final long HOUR_US = 60 * MINUTE_US;

    @TempDir private Path folder;

    private Nonces open(long clockUs) {
        return new Nonces(
                new HighWaterMark(
                        StateDir.open(folder),
                        "nonce",
                        "key",
                        NonceSource.LARGEST,
                        SystemNanoClock.INSTANCE),
                clockUs);
    }

    private long mark() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path mark = files.filter(file -> file.toString().endsWith(".mark")).findAny().get();
            return Long.parseLong(Files.readString(mark).strip());
        }
    }

    private void breakFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        Files.createFile(folder);
    }

    private void mendFolder() throws IOException {
        Files.delete(folder);
        Files.createDirectory(folder);
    }

    @Test
    void shouldGiveTheTimeOfUseWhenBlocksAreRefilled() {
        Nonces nonces = open(NOW_US);
        for (long nowUs = NOW_US; nowUs < NOW_US + 3 * HOUR_US; nowUs += MINUTE_US / 4) {
            nonces.refill(nowUs);

            assertEquals(nowUs, nonces.next(nowUs));
        }
    }

    @Test
    void shouldRiseWhenTheClockStepsBackOrStandsStill() {
        Nonces nonces = open(NOW_US);
        long last = nonces.next(NOW_US);
        for (int i = 0; i < 10_000; i++) {
            nonces.refill(NOW_US - HOUR_US);
            long next = nonces.next(NOW_US - HOUR_US);

            assertTrue(next > last, next + " after " + last);
            last = next;
        }
    }

    @Test
    void shouldRiseOverStartsWhenTheClockWasADayAhead() throws IOException {
        long ahead = NOW_US + 24 * HOUR_US;
        long last = open(ahead).next(ahead);
        for (int i = 0; i < 100; i++) {
            long next = open(NOW_US).next(NOW_US);

            assertTrue(next > last, next + " after " + last);
            last = next;
        }

        assertTrue(mark() < ahead + 2 * MINUTE_US, "ran away to " + mark());
    }

    @Test
    void shouldNotRunAwayFromTheClockWhenStartedOverAndOver() throws IOException {
        for (int i = 0; i < 500; i++) {
            open(NOW_US).next(NOW_US);
        }

        assertTrue(mark() < NOW_US + MINUTE_US + 500 * 10 * Nonces.SPARE, "ran to " + mark());
    }

    @Test
    void shouldGoOnForManyConnectionsWhenNothingCanBeSetApart() throws IOException {
        Nonces nonces = open(NOW_US);
        breakFolder();
        long nowUs = NOW_US + 5 * HOUR_US;
        long last = nonces.next(NOW_US);
        for (int i = 0; i < Nonces.SPARE; i++) {
            assertThrows(ConfigException.class, () -> nonces.refill(nowUs));
            long next = nonces.next(nowUs);

            assertTrue(next > last, next + " after " + last);
            last = next;
        }

        assertEquals(NonceSource.NONE, nonces.next(nowUs));
        assertFalse(nonces.isAwaited());
        assertTrue(nonces.shortage().startsWith("no nonce could be set apart: state.dir must be"));
    }

    @Test
    void shouldGoOnAboveItsOwnWhenTheFolderComesBackEmpty() throws IOException {
        Nonces nonces = open(NOW_US);
        breakFolder();
        long nowUs = NOW_US + HOUR_US;
        assertThrows(ConfigException.class, () -> nonces.refill(nowUs));
        long last = 0;
        for (long next = 0; next != NonceSource.NONE; next = nonces.next(nowUs)) {
            last = next;
        }
        mendFolder();

        assertTrue(nonces.refill(NOW_US - HOUR_US));

        long next = nonces.next(NOW_US - HOUR_US);
        assertTrue(next > last, next + " after " + last);
    }

    @Test
    void shouldGiveNumbersAboveAllEverSetApartWhenTheVenueKnowsALargerOne() throws IOException {
        Nonces ours = open(NOW_US);
        ours.next(NOW_US);
        long others = open(NOW_US).next(NOW_US); // another process with the same folder

        ours.onTooSmall();
        assertTrue(ours.isAwaited());
        assertEquals(NonceSource.NONE, ours.next(NOW_US));
        long mark = mark();
        assertTrue(ours.refill(NOW_US));

        assertFalse(ours.isAwaited());
        long next = ours.next(NOW_US);
        assertTrue(next > mark, next + " after " + mark);
        assertTrue(next > others, next + " after " + others);
    }

    @Test
    void shouldLeadByDaysAtMostWhenTheVenueKnowsALargerOneAgainAndAgain() {
        Nonces nonces = open(NOW_US);
        long[] leads = new long[10];
        for (int i = 0; i < leads.length; i++) {
            nonces.next(NOW_US);
            nonces.onTooSmall();
            nonces.refill(NOW_US);
            leads[i] = nonces.next(NOW_US) - NOW_US;
        }

        assertTrue(leads[0] > 0 && leads[0] < 2 * MINUTE_US, "first " + leads[0]);
        assertTrue(leads[1] >= 2 * HOUR_US && leads[1] < 3 * HOUR_US, "second " + leads[1]);
        assertTrue(leads[2] >= 48 * HOUR_US, "third " + leads[2]);
        assertTrue(leads[9] < 49 * HOUR_US, "last " + leads[9]);
    }

    @Test
    void shouldTakeALargerOneOfItsOwnWhenNoneCanBeSetApart() throws IOException {
        Nonces nonces = open(NOW_US);
        long small = nonces.next(NOW_US);
        breakFolder();

        nonces.onTooSmall();
        assertThrows(ConfigException.class, () -> nonces.refill(NOW_US));

        long next = nonces.next(NOW_US);
        assertTrue(next >= small + MINUTE_US, next + " after " + small);
    }

    @Test
    void shouldSetNothingApartWhenTheClockIsBeyondWhatTheVenueTakes() {
        assertThrows(ConfigException.class, () -> open(NonceSource.LARGEST - 5));

        assertEquals(NOW_US, open(NOW_US).next(NOW_US)); // no harm was done
    }

    @Test
    void shouldAllocateNothingWhenTaken() throws IOException {
        Nonces nonces = open(NOW_US);
        long[] last = new long[1];

        assertEquals(0, Allocations.of(i -> last[0] = nonces.next(0)));

        assertTrue(last[0] > NOW_US);
    }

    @Test
    void shouldRiseForConnectionAndRequestsTogether() {
        Nonces nonces = open(NOW_US);

        assertEquals(NOW_US, nonces.next(NOW_US));
        nonces.onTaken();
        assertEquals(NOW_US + 1, nonces.nextOfRest(NOW_US));
        assertEquals(NOW_US + 7, nonces.nextOfRest(NOW_US + 7));
        assertEquals(NOW_US + 8, nonces.next(NOW_US));
    }

    @Test
    void shouldGiveNoneToRequestsWhileTheConnectionAsksForTheAccount() {
        Nonces nonces = open(NOW_US);
        long ofConnection = nonces.next(NOW_US);

        assertEquals(NonceSource.NONE, nonces.nextOfRest(NOW_US + 5));
        nonces.onTooSmall();
        assertEquals(NonceSource.NONE, nonces.nextOfRest(NOW_US + 5));
        nonces.refill(NOW_US);
        assertTrue(nonces.next(NOW_US) > ofConnection);
        assertEquals(NonceSource.NONE, nonces.nextOfRest(NOW_US + 5));
        nonces.onTaken();
        assertTrue(nonces.nextOfRest(NOW_US + 5) > ofConnection);
    }

    @Test
    void shouldGiveAKillANonceWhileTheConnectionAsksForTheAccountWhichItOvertakes() {
        Nonces nonces = open(NOW_US);
        long ofConnection = nonces.next(NOW_US);
        long ofKill = nonces.nextOfKill(NOW_US + 5);

        assertTrue(ofKill > ofConnection);
        assertTrue(nonces.isOvertaken(ofConnection));
        assertTrue(nonces.next(NOW_US) > ofKill);
        nonces.onTooSmall();
        assertEquals(NonceSource.NONE, nonces.nextOfKill(NOW_US + 5));
    }

    @Test
    void shouldRiseOverStartsWithTheClockAnHourBackAndADayAhead() {
        long last = 0;
        for (long nowUs : new long[] {NOW_US, NOW_US - HOUR_US, NOW_US + 24 * HOUR_US, NOW_US}) {
            Nonces nonces = open(nowUs);
            for (int i = 0; i < 100; i++) {
                long next = nonces.next(nowUs);
                assertTrue(next > last, next + " after " + last);
                last = next;
            }
        }
    }

    @Test
    void shouldGiveAKillLargerAndLargerOnesUntilOneIsTaken() {
        Nonces nonces = open(NOW_US);
        RestNonces ofKill = nonces.ofKill(() -> NOW_US);
        assertTrue(ofKill.next() < NOW_US + MINUTE_US);
        ofKill.onTooSmall();
        assertEquals(NOW_US + MINUTE_US, ofKill.next()); // at once
        assertTrue(nonces.refill(NOW_US));
        ofKill.onTooSmall();
        assertTrue(nonces.refill(NOW_US));
        assertTrue(ofKill.next() >= NOW_US + 2 * HOUR_US);
        ofKill.onTooSmall();
        assertTrue(nonces.refill(NOW_US));
        assertTrue(ofKill.next() >= NOW_US + 48 * HOUR_US);
        ofKill.onTaken();
        assertFalse(nonces.isAwaited());
        assertFalse(nonces.refill(NOW_US));
        assertTrue(nonces.next(NOW_US) > NOW_US + 48 * HOUR_US);
    }

    @Test
    void shouldGiveRequestsNumbersOfBlocksThatNoConnectionHasUsed() {
        Nonces nonces = open(NOW_US);
        for (long nowUs = NOW_US; nowUs < NOW_US + 3 * HOUR_US; nowUs += MINUTE_US / 4) {
            nonces.refill(nowUs);

            assertEquals(nowUs, nonces.nextOfRest(nowUs));
        }
    }

    @Test
    void shouldGiveNoNumberTwiceNorAConnectionASmallerOneWhenTwoThreadsAsk() throws Exception {
        Nonces nonces = open(NOW_US);
        Set<Long> given = ConcurrentHashMap.newKeySet();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong largestOfRest = new AtomicLong();
        AtomicLong twice = new AtomicLong();
        Thread rest =
                new Thread(
                        () -> {
                            for (int i = 0; i < 200_000 && !isOver.get(); i++) {
                                long nonce = nonces.nextOfRest(0);
                                if (nonce != NonceSource.NONE) {
                                    twice.addAndGet(given.add(nonce) ? 0 : 1);
                                    largestOfRest.accumulateAndGet(nonce, Math::max);
                                }
                            }
                        });
        rest.start();
        for (int i = 0; i < 2_000; i++) {
            nonces.refill(NOW_US + i * MINUTE_US);
            long before = largestOfRest.get();
            long nonce = nonces.next(0);
            if (nonce != NonceSource.NONE) {
                assertTrue(nonce > before);
                assertTrue(given.add(nonce));
                nonces.onTaken();
            }
        }
        isOver.set(true);
        rest.join();

        assertEquals(0, twice.get());
    }
}
