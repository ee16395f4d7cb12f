package io.hayate.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.recording.EntrySource;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySeedsTest {
    private static final String HEAD =
            "{\"k\":\"recording\",\"version\":1,\"ns\":5,\"us\":1700000000000000,\"file\":1,"
                    + "\"hayate\":\"0.1.0\",\"java\":\"25\",\"settings\":{}}\n";

    @TempDir private Path folder;

    /** As a run of several loops begins. */
    @Test
    void shouldTakeWhatWasDrawnBehindAReadOfAnotherThread() throws IOException {
        Path recording =
                Files.writeString(
                        folder.resolve("run.jsonl"),
                        HEAD
                                + number("seed", 7)
                                + line("read", "{\"name\":\"clock-steps\",\"read\":1,\"value\":0}")
                                + number("history", 0)
                                + line("tick", "[1700000000000,5,0]"));

        try (EntrySource source = Recordings.open(recording)) {
            ReplaySeeds seeds = ReplaySeeds.of(source);

            assertEquals(7, seeds.seed());
            assertFalse(seeds.hasHistory());
            assertEquals("[1700000000000,5,0]", source.entry().textString());
        }
    }

    private static String number(String name, long value) {
        return line("number", "{\"name\":\"" + name + "\",\"value\":" + value + "}");
    }

    private static String line(String kind, String text) {
        return "{\"k\":\""
                + kind
                + "\",\"c\":0,\"ns\":5,\"us\":1700000000000000,\"f\":"
                + text
                + "}\n";
    }
}
