package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class ShortageTest {
    @Test
    void shouldSayWhatIsMissingHoweverDeepTheCauseLies() {
        Throwable error =
                new ExceptionInInitializerError(
                        new IllegalStateException(
                                new FileSystemException("/x", null, "Too many open files")));

        assertEquals("no file descriptor is left for this process (ulimit -n)", Shortage.of(error));
    }

    @Test
    void shouldTellTheKindsApart() {
        assertEquals(
                "no file descriptor is left on this machine",
                Shortage.of(new IOException("socket: Too many open files in system")));
        assertEquals(
                "the system starts no more threads (ulimit -u, memory, pids.max)",
                Shortage.of(
                        new OutOfMemoryError(
                                "unable to create native thread: possibly out of memory")));
        assertEquals(
                "the heap is too small (-Xmx)",
                Shortage.of(new OutOfMemoryError("Java heap space")));
        assertEquals(
                "the memory off the heap is too small (-XX:MaxDirectMemorySize)",
                Shortage.of(
                        new OutOfMemoryError("Cannot reserve 4 bytes of direct buffer memory")));
        assertEquals(
                "memory is used up: Requested array size exceeds VM limit",
                Shortage.of(new OutOfMemoryError("Requested array size exceeds VM limit")));
    }

    @Test
    void shouldLeaveAFlawOfOursAFlaw() {
        assertNull(Shortage.of(new IllegalStateException("session cannot become LIVE")));
        assertNull(Shortage.of(new NullPointerException()));
        IllegalStateException circle = new IllegalStateException("a");
        circle.initCause(new IllegalStateException("b", circle));

        assertNull(Shortage.of(circle));
    }
}
