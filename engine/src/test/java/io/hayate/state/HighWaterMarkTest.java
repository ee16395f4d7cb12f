package io.hayate.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.SmallDisk;
import io.hayate.model.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighWaterMarkTest {
    private static final int ROUNDS = 100;

    @TempDir private Path folder;

    private HighWaterMark mark;

    @BeforeEach
    void setUp() {
        mark = open("key");
    }

    private HighWaterMark open(String apiKey) {
        return new HighWaterMark(StateDir.open(folder), "nonce", apiKey, SystemNanoClock.INSTANCE);
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mark"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void shouldStartWhereAskedWhenNothingWasReserved() {
        assertEquals(1_000, mark.reserve(1_000, 10));
    }

    @Test
    void shouldGoOnBehindReservedWhenAskedAgain() {
        mark.reserve(1_000, 10);

        assertEquals(1_010, mark.reserve(0, 1));
        assertEquals(1_011, mark.reserve(1_011, 1));
        assertEquals(5_000, mark.reserve(5_000, 1));
    }

    @Test
    void shouldStayAboveWhenStartedAnewWithClockSteppedBack() {
        mark.reserve(1_700_000_000_000_000L, 1_000);

        assertEquals(1_700_000_000_001_000L, open("key").reserve(1_600_000_000_000_000L, 1));
    }

    @Test
    void shouldCountForEachKeyAndNameAlone() {
        mark.reserve(1_000, 1);

        assertEquals(5, open("other").reserve(5, 1));
        assertEquals(
                7,
                new HighWaterMark(StateDir.open(folder), "cid", "key", SystemNanoClock.INSTANCE)
                        .reserve(7, 1));
    }

    @Test
    void shouldNotNameKeyInFolder() throws IOException {
        open("very-secret-key").reserve(1, 1);

        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().contains("secret")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-5", "12 13", "99999999999999999999"})
    void shouldRefuseWhenFileIsDamaged(String text) throws IOException {
        mark.reserve(1, 1);
        Files.writeString(file(), text);

        ConfigException e = assertThrows(ConfigException.class, () -> mark.reserve(1, 1));

        assertTrue(e.getMessage().startsWith(file() + " must hold one number: was "));
        assertTrue(e.getMessage().endsWith("; delete it to start anew"));
    }

    @Test
    void shouldGoOnWhenACrashLeftAHalfWrittenFile() throws IOException {
        mark.reserve(1_000, 10);
        String name = file().getFileName().toString();
        Files.writeString(folder.resolve(name.replace(".mark", ".next")), "123456789");

        assertEquals(1_010, mark.reserve(0, 1));
        assertEquals("1010", Files.readString(file()).strip());
    }

    @Test
    void shouldRefuseWhenFolderIsGone() throws IOException {
        Path gone = folder.resolve("gone");
        HighWaterMark lost =
                new HighWaterMark(StateDir.open(gone), "nonce", "key", SystemNanoClock.INSTANCE);
        Files.delete(gone);

        assertThrows(ConfigException.class, () -> lost.reserve(1, 1));
    }

    @Test
    void shouldNameWhoeverKeepsItWaitingWhenTheLockIsHeld() throws IOException {
        mark.reserve(1, 1);
        Path lock = Path.of(file().toString().replace(".mark", ".lock"));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock held = channel.lock();
            ConfigException e = assertThrows(ConfigException.class, () -> mark.reserve(1, 1));

            assertEquals(
                    "state.dir must be a folder that can be written: was "
                            + file()
                            + ": another program holds "
                            + lock.getFileName(),
                    e.getMessage());
            held.release();
        }

        assertEquals(2, mark.reserve(1, 1));
    }

    @Test
    void shouldNameTheCauseWhenTheFolderIsNoLongerOne() throws IOException {
        Path place = folder.resolve("place");
        HighWaterMark lost =
                new HighWaterMark(StateDir.open(place), "nonce", "key", SystemNanoClock.INSTANCE);
        Files.delete(place);
        assertCause(lost, ": no such file or folder");

        Files.createFile(place);
        assertCause(lost, ": Not a directory");

        Files.delete(place);
        Files.createDirectory(place);
        assertEquals(1, lost.reserve(1, 1));
    }

    private static void assertCause(HighWaterMark mark, String cause) {
        ConfigException e = assertThrows(ConfigException.class, () -> mark.reserve(1, 1));
        assertTrue(e.getMessage().endsWith(cause), e.getMessage());
    }

    @Test
    void shouldKeepTheNumberAndNameTheCauseWhenTheDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
            HighWaterMark here =
                    new HighWaterMark(
                            StateDir.open(disk.folder()), "nonce", "key", SystemNanoClock.INSTANCE);
            assertEquals(1_000, here.reserve(1_000, 1));
            disk.fill();
            assertCause(here, ": No space left on device");
            disk.makeReadOnly();
            assertCause(here, ": Read-only file system");
            disk.makeRoom();

            assertEquals(1_001, here.reserve(0, 1));
        }
    }

    @Test
    void shouldGoOnAboveItsOwnWhenTheFileIsLost() throws IOException {
        mark.reserve(1_000, 10);
        Files.delete(file());

        assertEquals(1_010, mark.reserve(5, 1));
    }

    @Test
    void shouldSetNothingApartBeyondTheLimit() throws IOException {
        HighWaterMark low =
                new HighWaterMark(
                        StateDir.open(folder), "nonce", "key", 1_000, SystemNanoClock.INSTANCE);
        assertEquals(990, low.reserve(990, 5));

        ConfigException e = assertThrows(ConfigException.class, () -> low.reserve(0, 7));

        assertEquals(
                file() + " must leave room below 1000 and this machine's clock be right: was 994",
                e.getMessage());
        assertEquals(995, low.reserve(0, 6));
    }

    @Test
    void shouldRefuseAtOnceWhenTheMarkIsNoFileThatEnds() throws IOException {
        mark.reserve(1, 1);
        Path place = file();
        Files.delete(place);
        Files.createDirectory(place);

        ConfigException e = assertThrows(ConfigException.class, () -> mark.reserve(1, 1));

        assertTrue(e.getMessage().contains("was no file"), e.getMessage());
    }

    @Test
    void shouldGiveNoNumberTwiceWhenThreadsReserveAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Long>> task = () -> reserveMany(open("key"));
            List<Future<List<Long>>> all = threads.invokeAll(List.of(task, task, task, task));
            Set<Long> numbers = new TreeSet<>();
            for (Future<List<Long>> one : all) {
                numbers.addAll(one.get());
            }

            assertEquals(4 * ROUNDS, numbers.size());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> reserveMany(HighWaterMark mark) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            numbers.add(mark.reserve(0, 1));
        }
        return numbers;
    }

    @Test
    void shouldGiveNoNumberTwiceWhenProcessesReserveAtOnce() throws Exception {
        Process one = startReserver();
        Process two = startReserver();
        Set<Long> numbers = new TreeSet<>(reserveMany(mark));
        numbers.addAll(read(one));
        numbers.addAll(read(two));

        assertEquals(3 * ROUNDS, numbers.size());
        assertFalse(one.isAlive() || two.isAlive());
    }

    private Process startReserver() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reserver.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static List<Long> read(Process process) throws Exception {
        try (BufferedReader output = process.inputReader()) {
            List<Long> numbers = output.lines().map(Long::valueOf).toList();
            assertEquals(0, process.waitFor());
            return numbers;
        }
    }

    /** Another process that reserves from the same file. */
    static final class Reserver {
        private Reserver() {}

        public static void main(String[] arguments) {
            StateDir dir = StateDir.open(Path.of(arguments[0]));
            reserveMany(new HighWaterMark(dir, "nonce", "key", SystemNanoClock.INSTANCE))
                    .forEach(System.out::println);
        }
    }
}
