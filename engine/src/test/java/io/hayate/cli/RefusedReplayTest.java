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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of runs that no replay can follow: refused in one line. */
class RefusedReplayTest {
    @TempDir private Path home;

    private final StringWriter err = new StringWriter();
    private String lines = ""; // behind the head

    private int replay(int file, String settings) throws IOException {
        String head =
                "{\"k\":\"recording\",\"version\":1,\"ns\":5,\"us\":1700000000000000,\"file\":"
                        + file
                        + ",\"hayate\":\"0.1.0\",\"java\":\"25\",\"settings\":{\"account\":false,"
                        + "\"written\":{"
                        + settings
                        + "}}}\n";
        Path recording = Files.writeString(home.resolve("run.jsonl"), head + lines);
        return new Cli(new Environment(Map.of(), home, home), config -> 0)
                .printTo(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true))
                .execute("replay", recording.toString());
    }

    @Test
    void shouldReplayARunOfSeveralLoops() throws IOException {
        lines =
                "{\"k\":\"tick\",\"c\":0,\"ns\":5,\"us\":1700000000000000,\"f\":[1700000000000,5,0,1]}\n";

        assertEquals(0, replay(1, "\"loop\":{\"loops\":2}"), err::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tick | [1700000000000,5,0,2] | loop 3 of a run that has 1 by its settings",
                "tick | [1700000000000,5,0,-1] | loop 0 of a run that has 1 by its settings",
                "tick | [1700000000000,5] | a tick that is none: [1700000000000,5]",
                "tick | \"now\" | a tick that is none: \"now\"",
                "tick | [1700000000000,5,1.5] | a tick that is none: [1700000000000,5,1.5]",
                "places | {} | a places that is none: {}",
                "places | [0,1] | a places that is none: [0,1]",
                "read | {\"name\":\"moon\",\"read\":1,\"value\":1} | a read that is none: {\"name\":\"moon\"",
                "read | {\"name\":\"halted\",\"value\":1} | a read that is none: {\"name\":\"halted\"",
                "read | {\"name\":\"halted\",\"read\":\"one\"} | a read that is none: {\"name\":\"halted\"",
                "read | 7 | a read that is none: 7",
                "command | {\"type\":\"TRACE_ON\",\"loop\":7} | loop 8 of a run that has 1"
            })
    void shouldNameAnEntryThatNoRunWrites(String kind, String text, String words)
            throws IOException {
        lines =
                "{\"k\":\""
                        + kind
                        + "\",\"c\":0,\"ns\":5,\"us\":1700000000000000,\"f\":"
                        + text
                        + "}\n";

        assertEquals(2, replay(1, ""), err::toString);
        assertTrue(err.toString().contains(words), err::toString);
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
