package io.hayate.recording.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingMergeTest {
    private static final RecordingHead HEAD =
            RecordingHead.madeOf("0.1", "25", List.of("a", "b"), false);

    @TempDir private Path folder;

    private List<String> merge(Path... recordings) throws IOException {
        Path to = folder.resolve("both.jsonl.gz");
        RecordingMerge.merge(List.of(recordings), HEAD, to);
        List<String> entries = new ArrayList<>();
        try (EntrySource source = Recordings.open(to)) {
            while (source.next()) {
                if (source.entry().kind() != EntryKind.RECORDING) {
                    assertEquals(source.entry().wallUs() * 1_000, source.entry().timeNs());
                    entries.add(
                            source.entry().kind()
                                    + " "
                                    + source.entry().connection()
                                    + " "
                                    + source.entry().wallUs()
                                    + " "
                                    + source.entry().textString());
                }
            }
        }
        return entries;
    }

    @Test
    void shouldOrderByTheWallClockAndNumberConnectionsApart() throws IOException {
        Path own =
                Files.writeString(
                        folder.resolve("own.jsonl"),
                        """
                        {"k":"recording","version":1,"ns":1,"us":1000000,"file":1,"settings":{}}
                        {"k":"open","c":1,"ns":1,"us":1000000,"public":true}
                        {"k":"tick","c":0,"ns":2,"us":1000001}
                        {"k":"in","c":1,"ns":2,"us":2000000,"f":[1]}
                        {"k":"in","c":1,"ns":3,"us":6000000,"f":[4]}
                        {"k":"end","c":0,"ns":4,"us":6000000}
                        {"k":"recording","version":1,"ns":1,"us":7000000,"file":1,"settings":{}}
                        {"k":"open","c":1,"ns":1,"us":7000000,"public":true}
                        {"k":"close","c":1,"ns":1,"us":8000000,"cause":"LOST","detail":"why"}
                        {"k":"end","c":0,"ns":4,"us":8000000}
                        """);
        Path other = Files.writeString(folder.resolve("other"), "3.0: [2]\n5.0: [3]\n4.0: [3,1]\n");

        assertEquals(
                List.of(
                        "OPEN 1 1000000 ",
                        "IN 1 2000000 [1]",
                        "OPEN 2 3000000 ",
                        "IN 2 3000000 [2]",
                        "IN 2 5000000 [3]",
                        "IN 2 5000000 [3,1]",
                        "CLOSE 2 5000000 ",
                        "IN 1 6000000 [4]",
                        "CLOSE 1 6000000 ",
                        "OPEN 3 7000000 ",
                        "CLOSE 3 8000000 why",
                        "END 0 8000000 "),
                merge(own, other));
    }

    @Test
    void shouldRefuseToMergeNothing() throws IOException {
        Path empty =
                Files.writeString(
                        folder.resolve("a"),
                        "{\"k\":\"recording\",\"version\":1,\"ns\":1,\"us\":2,\"settings\":{}}\n");

        RecordingException e = assertThrows(RecordingException.class, () -> merge(empty));
        assertEquals("there is nothing in these recordings to merge", e.getMessage());
    }
}
