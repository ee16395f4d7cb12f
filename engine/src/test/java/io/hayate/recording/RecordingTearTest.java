package io.hayate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that was killed leaves: its file ends anywhere. */
class RecordingTearTest {
    private static final int ENTRIES = 8;

    @TempDir private Path folder;

    private long nowMs = RecordingKit.START_US / 1_000;

    /** A file that was flushed after each entry. */
    private Path record() throws IOException {
        try (EntryWriter writer =
                new EntryWriter(
                        folder.resolve("whole"),
                        RecordingKit.HEAD,
                        RecordingKit.LARGE,
                        () -> nowMs,
                        reason -> {})) {
            writer.start(1, RecordingKit.START_US);
            for (int i = 0; i < ENTRIES; i++) {
                nowMs += 1_000;
                writer.write(RecordingKit.entry(EntryKind.IN, 1, i, "[" + i + ",{\"a\":{}}]"));
            }
            writer.end(2, 3);
        }
        return Recordings.files(folder.resolve("whole")).get(0);
    }

    private int readCut(byte[] bytes, int length, String name, List<RecordingKit.Seen> whole)
            throws IOException {
        Path cut = folder.resolve(name);
        Files.write(cut, Arrays.copyOf(bytes, length));
        List<String> tears = new ArrayList<>();

        List<RecordingKit.Seen> read = RecordingKit.read(cut, tears);

        assertEquals(whole.subList(0, read.size()), read);
        assertEquals(length == bytes.length ? 0 : 1, tears.size(), "cut at " + length);
        if (!tears.isEmpty() && read.size() < whole.size()) {
            long line = read.isEmpty() ? Long.parseLong(tail(tears)) : read.size() + 1;
            assertEquals(cut + ":" + line, tears.get(0));
        }
        return read.size();
    }

    private static String tail(List<String> tears) { // with its head, or not even that
        String line = tears.get(0).substring(tears.get(0).lastIndexOf(':') + 1);
        assertTrue(line.equals("0") || line.equals("1"), line);
        return line;
    }

    @Test
    void shouldReadWhatStandsBeforeTheEndWhereverACompressedFileIsCut() throws IOException {
        Path file = record();
        byte[] bytes = Files.readAllBytes(file);
        List<RecordingKit.Seen> whole = RecordingKit.read(file);

        int before = 0;
        for (int i = 0; i <= bytes.length; i++) {
            int read = readCut(bytes, i, file.getFileName().toString(), whole);
            assertTrue(read >= before && read <= before + 1, "cut at " + i);
            before = read;
        }
        assertEquals(ENTRIES + 1, before);
    }

    @Test
    void shouldReadWhatStandsBeforeTheEndWhereverAPlainFileIsCut() throws IOException {
        byte[] bytes = RecordingKit.gunzip(record());
        Path plain = folder.resolve("hayate-20231114T221320Z-0001.jsonl");
        Files.write(plain, bytes);
        List<RecordingKit.Seen> whole = RecordingKit.read(plain);

        for (int i = 0; i <= bytes.length; i++) {
            int lines = 0;
            for (int at = 0; at < i; at++) {
                lines += bytes[at] == '\n' ? 1 : 0;
            }
            int read = readCut(bytes, i, plain.getFileName().toString(), whole);
            assertEquals(Math.max(0, lines - 1), read, "cut at " + i);
        }
    }

    @Test
    void shouldGoOnWithTheNextRunWhereOneIsTorn() throws IOException {
        Path file = record();
        byte[] bytes = Files.readAllBytes(file);
        Path runs = Files.createDirectory(folder.resolve("runs"));
        Files.write(
                runs.resolve("hayate-20231114T221320Z-0001.jsonl.gz"),
                Arrays.copyOf(bytes, bytes.length - 1));
        Files.write(runs.resolve("hayate-20231114T221321Z-0001.jsonl.gz"), new byte[0]);
        Files.write(runs.resolve("hayate-20231114T221322Z-0001.jsonl.gz"), bytes);
        List<String> tears = new ArrayList<>();

        List<RecordingKit.Seen> read = RecordingKit.read(runs, tears);

        assertEquals(2 * (ENTRIES + 1), read.size());
        assertEquals(
                List.of(
                        runs + "/hayate-20231114T221320Z-0001.jsonl.gz:10",
                        runs + "/hayate-20231114T221321Z-0001.jsonl.gz:0"),
                tears);
    }
}
