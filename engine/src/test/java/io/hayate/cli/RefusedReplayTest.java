package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of runs that no replay can follow: refused at the start, in one line. */
class RefusedReplayTest {
    @TempDir private Path home;

    private final StringWriter err = new StringWriter();

    private int replay(int file, String settings) throws IOException {
        String head =
                "{\"k\":\"recording\",\"version\":1,\"ns\":5,\"us\":1700000000000000,\"file\":"
                        + file
                        + ",\"hayate\":\"0.1.0\",\"java\":\"25\",\"settings\":{\"account\":false,"
                        + "\"written\":{"
                        + settings
                        + "}}}\n";
        Path recording = Files.writeString(home.resolve("run.jsonl"), head);
        return new Cli(new Environment(Map.of(), home, home), config -> 0)
                .printTo(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true))
                .execute("replay", recording.toString());
    }

    @Test
    void shouldRefuseARunOfSeveralLoops() throws IOException {
        assertEquals(2, replay(1, "\"loop\":{\"loops\":2}"), err::toString);
        assertTrue(
                err.toString()
                        .contains("RECORDING must be of a run with one loop: was loop.loops = 2"),
                err::toString);
    }

    @Test
    void shouldRefuseARunWhoseFirstFileIsMissing() throws IOException {
        assertEquals(2, replay(3, ""), err::toString);
        assertTrue(
                err.toString()
                        .contains(
                                "RECORDING must begin with the first file of its run: was file 3"),
                err::toString);
    }

    @Test
    void shouldReplayARunOfOneLoopFromItsFirstFile() throws IOException {
        assertEquals(0, replay(1, "\"loop\":{\"loops\":1}"), err::toString);
    }
}
