package io.hayate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.recording.line.FileOpener;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryWriterTest {
    private static final long HOUR_MS = 3_600_000;

    @TempDir private Path parent;

    private final List<String> told = new ArrayList<>();
    private long nowMs = RecordingKit.START_US / 1_000;

    private Path folder() {
        return parent.resolve("records");
    }

    private EntryWriter writer(long fileBytesMax) throws IOException {
        EntryWriter writer =
                new EntryWriter(folder(), RecordingKit.HEAD, fileBytesMax, () -> nowMs, told::add);
        writer.start(1, nowMs * 1_000);
        return writer;
    }

    private EntryWriter failing(FileOpener opener, long fileBytesMax) throws IOException {
        EntryWriter writer =
                new EntryWriter(
                        folder(), RecordingKit.HEAD, fileBytesMax, () -> nowMs, told::add, opener);
        writer.start(1, nowMs * 1_000);
        return writer;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(EntryWriter writer, int count) {
        for (int i = 0; i < count; i++) {
            writer.write(RecordingKit.entry(EntryKind.IN, 1, i, "[" + i * 7_919L + "]"));
        }
    }

    @Test
    void shouldLetItsOwnerAloneReadItsFilesAndFolder() throws IOException {
        writer(RecordingKit.LARGE).close();

        Path file = folder().resolve(files().get(0));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    }

    @Test
    void shouldBringEntriesToTheFileWhenASecondHasPassed() throws IOException {
        EntryWriter writer = writer(RecordingKit.LARGE);
        writer.write(RecordingKit.entry(EntryKind.IN, 1, 1, "[1]"));
        assertEquals(0, RecordingKit.read(folder()).size());

        nowMs += 999;
        writer.onIdle();
        assertEquals(0, RecordingKit.read(folder()).size());

        nowMs += 1;
        writer.onIdle();
        assertEquals(1, RecordingKit.read(folder()).size());

        nowMs += 1_000;
        writer.write(RecordingKit.entry(EntryKind.IN, 1, 2, "[2]"));
        assertEquals(2, RecordingKit.read(folder()).size());
        writer.close();
    }

    @Test
    void shouldBeginAFileWhenOneHasItsSize() throws IOException {
        EntryWriter writer = writer(2_000);
        for (int i = 0; i < 100; i++) {
            write(writer, 50);
            nowMs += 1_000;
            writer.onIdle();
        }
        writer.end(1, 2);

        List<String> files = files();
        assertTrue(files.size() > 3, files::toString);
        assertEquals("hayate-20231114T221320Z-0001.jsonl.gz", files.get(0));
        assertEquals("hayate-20231114T221320Z-0002.jsonl.gz", files.get(1));
        List<String> tears = new ArrayList<>();
        assertEquals(5_001, RecordingKit.read(folder(), tears).size());
        assertEquals(List.of(), tears);
        assertTrue(Files.size(folder().resolve(files.get(0))) < 8_000);
    }

    @Test
    void shouldBeginAFileAtAFullHour() throws IOException {
        EntryWriter writer = writer(RecordingKit.LARGE);
        write(writer, 1);
        nowMs = (nowMs / HOUR_MS + 1) * HOUR_MS - 1;
        write(writer, 1);
        assertEquals(1, files().size());

        nowMs += 1;
        write(writer, 1);
        write(writer, 1);
        writer.end(1, 2);

        assertEquals(2, files().size());
        String second = RecordingKit.lines(folder().resolve(files().get(1)));
        assertTrue(second.startsWith("{\"k\":\"recording\",\"version\":1,"), second);
        assertTrue(second.contains("\"file\":2,"), second);
        assertEquals(3, second.lines().count());
    }

    @Test
    void shouldNotMixRunsThatBeginInOneSecond() throws IOException {
        try (EntryWriter first = writer(RecordingKit.LARGE);
                EntryWriter second = writer(RecordingKit.LARGE)) {
            write(first, 1);
            write(second, 1);
        }

        assertEquals(
                List.of(
                        "hayate-20231114T221320Z-0001.jsonl.gz",
                        "hayate-20231114T221321Z-0001.jsonl.gz"),
                files());
    }

    @Test
    void shouldTellOnceWhenTheDiskIsFull() throws IOException {
        EntryWriter writer = failing(file -> new SmallDisk(1_000), RecordingKit.LARGE);

        for (int i = 0; i < 100; i++) {
            write(writer, 50);
            nowMs += 1_000;
            writer.onIdle();
        }
        writer.end(1, 2);
        writer.close();

        assertEquals(1, told.size());
        assertTrue(told.get(0).endsWith("-0001.jsonl.gz: No space left on device"), told.get(0));
        assertFalse(writer.isRecording());
    }

    @Test
    void shouldTellOnceWhenTheNextFileCannotBeMade() throws IOException {
        List<Path> made = new ArrayList<>();
        FileOpener opener =
                file -> {
                    made.add(file);
                    if (made.size() > 1) {
                        throw new FileSystemException(file.toString(), null, "Too many open files");
                    }
                    return OutputStream.nullOutputStream();
                };
        EntryWriter writer = failing(opener, 1);

        nowMs += 1_000;
        write(writer, 1_000);
        writer.end(1, 2);

        assertEquals(1, told.size());
        assertTrue(told.get(0).endsWith("-0002.jsonl.gz: Too many open files"), told.get(0));
    }

    @Test
    void shouldRefuseToStartWhereNoFileCanBeMade() throws IOException {
        Files.createFile(folder());

        assertThrows(IOException.class, () -> writer(RecordingKit.LARGE));
        assertEquals(List.of(), told);
    }

    /** Takes so many bytes. */
    private static final class SmallDisk extends OutputStream {
        private long room;

        private SmallDisk(long room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            room--;
            if (room < 0) {
                throw new FileNotFoundException("No space left on device");
            }
        }
    }
}
