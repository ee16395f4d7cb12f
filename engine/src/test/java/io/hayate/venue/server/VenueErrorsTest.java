package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VenueErrorsTest {
    @Test
    void shouldTellAnErrorInOneBoundedLineThatIsSafeToPrint() {
        String hostile = "\u001b[2Jtrust\nvenue: all is well\u202e" + "x".repeat(100_000);

        String line =
                VenueErrors.line("a connection is dropped", new IllegalStateException(hostile));

        assertEquals(1, line.lines().count());
        assertTrue(line.length() < 600, line);
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
        String begin =
                "venue: a connection is dropped: java.lang.IllegalStateException: \\u001b[2J";
        assertTrue(line.startsWith(begin), line);
        assertTrue(line.contains("... at io.hayate.venue.server.VenueErrorsTest."), line);
    }

    @Test
    void shouldTellAnErrorWithoutCalls() {
        Throwable bare = new StackOverflowError();
        bare.setStackTrace(new StackTraceElement[0]);

        assertEquals(
                "venue: a connection is dropped: java.lang.StackOverflowError",
                VenueErrors.line("a connection is dropped", bare));
    }
}
