package io.hayate.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameRoomTest {
    private static final int START = 64 << 10;
    private static final int BOUND = 4 << 20;

    private final FrameBudget budget = new FrameBudget(BOUND, "-Xmx512m");
    private final FrameRoom room = new FrameRoom(BOUND, budget);

    private String complaint(FrameRoom of, long length) {
        WebSocketException e =
                assertThrows(WebSocketException.class, () -> of.grow(length), "" + length);
        assertEquals(1009, e.closeCode());
        assertTrue(e.isTooLarge());
        return e.getMessage();
    }

    @Test
    void shouldDoubleUntilAMessageFits() throws WebSocketException {
        room.grow(START);
        assertEquals(START, room.bytes());
        assertEquals(0, budget.taken());

        room.grow(START + 1);
        assertEquals(2 * START, room.bytes());

        room.grow(5 * START);
        assertEquals(8 * START, room.bytes());

        room.grow(START);
        assertEquals(8 * START, room.bytes());
    }

    @Test
    void shouldGrowNoFurtherThanTheBound() throws WebSocketException {
        FrameRoom odd = new FrameRoom(100_000, budget);
        odd.grow(100_000);

        assertEquals(100_000, odd.bytes());
        assertEquals(
                "the venue sent a message of 100001 bytes;"
                        + " 100000 are allowed (transport.frame-bytes-max)",
                complaint(odd, 100_001));
        assertEquals(
                "the venue sent a message of 18446744073709551615 bytes;"
                        + " 100000 are allowed (transport.frame-bytes-max)",
                complaint(odd, -1));
    }

    @Test
    void shouldRefuseByNameWhatOthersLeftNoMemoryFor() throws WebSocketException {
        FrameRoom other = new FrameRoom(BOUND, budget);
        room.grow(BOUND / 2 + 1);

        assertEquals(
                "the venue sent 200000 bytes (transport.frame-bytes-max);"
                        + " 3 of 4 MiB are in use, more by -Xmx512m",
                complaint(other, 200_000));
        assertEquals(START, other.bytes());
        other.grow(START); // what each has from the start nobody takes
    }

    /** A reason is cut at 128 bytes. */
    @Test
    void shouldSayAllOfItWithinAReason() throws WebSocketException {
        FrameBudget most = new FrameBudget(1L << 34, "-XX:MaxDirectMemorySize=65536m");
        assertTrue(most.take(1L << 34));

        String complaint = complaint(new FrameRoom(64 << 20, most), 64 << 20);
        assertTrue(complaint.endsWith("=65536m") && complaint.length() <= 128, complaint);
    }

    @Test
    void shouldGiveBackAllThatItTook() throws WebSocketException {
        FrameRoom other = new FrameRoom(BOUND, budget);
        other.grow(1 << 20);

        assertTrue(other.shrink());

        assertEquals(0, budget.taken());
        assertEquals(START, other.bytes());
        assertFalse(other.shrink());
        assertEquals(0, budget.taken());
        room.grow(BOUND); // there is as much as before
    }

    @Test
    void shouldCountWhatSeveralThreadsTake() throws InterruptedException {
        FrameBudget shared = new FrameBudget(10_000, "nothing");
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> takeAndGive(shared));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertTrue(shared.take(10_000));
        assertFalse(shared.take(1));
    }

    private static void takeAndGive(FrameBudget shared) {
        for (int i = 0; i < 10_000; i++) {
            if (shared.take(3_000)) {
                shared.give(3_000);
            }
        }
    }
}
