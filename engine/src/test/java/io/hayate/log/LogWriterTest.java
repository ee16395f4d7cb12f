package io.hayate.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWriterTest {
    private static final long FILE_BYTES = 64 << 10;
    private static final int LINE_BYTES = 1 << 10;

    @TempDir private Path folder;

    private final LogQueue queue = new LogQueue();
    private final List<String> told = new ArrayList<>();
    private final List<LogWriter> writers = new ArrayList<>();
    private long nowMs = 1_000;

    @AfterEach
    void close() {
        writers.forEach(LogWriter::close);
    }

    private LogWriter writer(Path file) {
        return writer(file, FILE_BYTES);
    }

    private LogWriter writer(Path file, long fileBytes) {
        LogConfig config = new LogConfig(true, file, LogFormat.TEXT, fileBytes, 3);
        LogText text = new LogText(LogFormat.TEXT, new SecretMask(List.of()));
        LogWriter writer = new LogWriter(queue, text, new LogFile(config), () -> nowMs, told::add);
        writers.add(writer);
        return writer;
    }

    private void say(String text) {
        queue.offer(new LogEntry(nowMs, News.of(NewsKind.RUN, NewsLevel.INFO, text), ""));
    }

    private static void work(LogWriter writer) {
        while (writer.doWork() > 0) {
            // until nothing waits
        }
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void shouldMakeFileAndFolderForTheirOwnerAlone() throws IOException {
        Path file = folder.resolve("made/for/it/hayate.log");
        LogWriter writer = writer(file);
        say("hello");
        work(writer);

        assertEquals("1970-01-01T00:00:01.000Z INFO  run        hello\n", Files.readString(file));
        assertEquals("rw-------", modeOf(file));
        assertEquals("rwx------", modeOf(file.getParent()));
        assertEquals(1, writer.written());
    }

    @Test
    void shouldGoOnBehindWhatIsThereAndCloseItToOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("hayate.log"), "before\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        LogWriter writer = writer(file);
        say("hello");
        work(writer);

        assertTrue(Files.readString(file).startsWith("before\n1970"), Files.readString(file));
        assertEquals("rw-------", modeOf(file));
    }

    @Test
    void shouldKeepSoManyFilesOfSuchSizeWhenMoreIsWritten() throws IOException {
        Path file = folder.resolve("hayate.log");
        LogWriter writer = writer(file);
        for (int i = 0; i < 300; i++) {
            say(i + " " + "x".repeat(LINE_BYTES));
            work(writer);
        }

        List<String> names = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.forEach(each -> names.add(each.getFileName().toString()));
        }
        names.sort(null);
        assertEquals(
                List.of("hayate.log", "hayate.log.1", "hayate.log.2", "hayate.log.lock"), names);
        for (String name : names.subList(0, 3)) {
            Path each = folder.resolve(name);
            assertTrue(Files.size(each) < FILE_BYTES + 2 * LINE_BYTES, name);
            assertEquals("rw-------", modeOf(each));
        }
        assertEquals(299, lastNumber(file));
        assertEquals(firstNumber(file) - 1, lastNumber(folder.resolve("hayate.log.1")));
        assertEquals(List.of(), told);
    }

    private static int lastNumber(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return number(lines.get(lines.size() - 1));
    }

    private static int firstNumber(Path file) throws IOException {
        return number(Files.readAllLines(file).get(0));
    }

    private static int number(String line) {
        return Integer.parseInt(line.split(" +", -1)[3]);
    }

    @Test
    void shouldTellOnceAndGoOnWhenTheDiskIsFull() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        Path file = Files.createSymbolicLink(folder.resolve("hayate.log"), full);
        LogWriter writer = writer(file);
        for (int i = 0; i < 5; i++) {
            say("lost");
            work(writer);
            nowMs += 60_000;
        }

        assertEquals(
                List.of(
                        "log: "
                                + file
                                + " cannot be written: No space left on device;"
                                + " what is said now is not in it"),
                told);
        assertEquals(5, writer.lost());
    }

    @Test
    void shouldTellInTheFileWhatIsMissingOnceItCanBeWritten() throws IOException {
        Path blocked =
                Files.writeString(folder.resolve("blocked"), "a file where a folder is to be");
        LogWriter writer = writer(blocked.resolve("hayate.log"));
        say("lost");
        say("lost");
        work(writer);
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).contains("not a folder"), told::toString);

        Files.delete(blocked);
        say("too soon to try again");
        work(writer);
        assertFalse(Files.exists(blocked));
        nowMs += 10_000;
        say("here");
        work(writer);

        assertEquals(
                """
                1970-01-01T00:00:11.000Z INFO  run        here
                1970-01-01T00:00:11.000Z WARN  run        3 records missing here: more than the disk could take
                """,
                Files.readString(blocked.resolve("hayate.log")));
        assertEquals("log: it is written again", told.get(1));
    }

    @Test
    void shouldDropAndCountWhenNobodyWrites() throws IOException {
        Path file = folder.resolve("hayate.log");
        LogWriter writer = writer(file, 1 << 20);
        for (int i = 0; i < 5_000; i++) {
            say("x");
        }
        work(writer);

        assertEquals(904, writer.lost());
        assertTrue(Files.readString(file).contains("904 records missing here"));
    }

    @Test
    void shouldLeaveTheFileAloneWhenAnotherEngineWritesIt() throws IOException {
        Path file = folder.resolve("hayate.log");
        LogWriter first = writer(file);
        first.open();
        LogWriter second = writer(file);
        second.open();

        assertEquals(
                List.of(
                        "log: "
                                + file
                                + " cannot be written: another engine of this process writes it;"
                                + " what is said now is not in it"),
                told);
    }
}
