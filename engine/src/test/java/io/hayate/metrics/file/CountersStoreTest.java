package io.hayate.metrics.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.machine.ProcessUser;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.file.CountersConfig.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountersStoreTest {
    @TempDir private Path folder;
    private Path state;
    private Path shm;

    @BeforeEach
    void setUp() throws IOException {
        state = Files.createDirectory(folder.resolve("state"));
        shm = Files.createDirectory(folder.resolve("shm"));
    }

    private CountersStore open(Place place) {
        return StoreRig.open(place, shm, state);
    }

    private Path usersFolder() {
        return shm.resolve("hayate-" + ProcessUser.id());
    }

    private static void checkFill(CountersImage image) {
        assertEquals("1.2.3", image.header().text("hayate"));
        assertEquals(ProcessHandle.current().pid(), image.header().pid());
        assertEquals(StoreRig.START_MS, image.header().startMs());
        assertEquals(StoreRig.START_MS + 1_000, image.header().heartbeatMs());
        List<CounterRecord> frames =
                image.counters().stream()
                        .filter(each -> each.typeId() == Counter.FRAMES.typeId())
                        .toList();
        assertEquals(
                List.of(
                        new CounterRecord(1, "", "", "frames", 7),
                        new CounterRecord(1, "loop 2", "", "frames, loop 2", 2)),
                frames);
        assertTrue(
                image.counters()
                        .contains(
                                new CounterRecord(
                                        291,
                                        "fast",
                                        "tBTCUSD",
                                        "position, fast, tBTCUSD",
                                        -50_000_000)));
        assertTrue(
                image.counters()
                        .contains(new CounterRecord(202, "", "", "trading halted: as asked", 1)));
        checkChannelsAndErrors(image);
    }

    private static void checkChannelsAndErrors(CountersImage image) {
        assertEquals(
                List.of(new ChannelRecord(0, "ticker", "ticker BTCUSD", "silent for 60 s")),
                image.channels());
        assertEquals(5, image.statistics().get(0, Figure.FRAMES));
        assertEquals(1, image.statistics().get(0, Figure.CHECKSUMS_FAILED));
        assertEquals(
                List.of(
                        new ErrorRecord(
                                2,
                                StoreRig.START_MS + 500,
                                StoreRig.START_MS + 500,
                                "a wallet differs"),
                        new ErrorRecord(
                                1,
                                StoreRig.START_MS + 500,
                                StoreRig.START_MS + 500,
                                "the disk is full")),
                image.errors());
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void shouldShowOthersAllWhileItLives(Place place) throws IOException {
        CountersStore store = open(place);
        StoreRig.begin(store, state);
        StoreRig.fill(store.memory());
        assertTrue(store.copy());

        checkFill(
                CountersFiles.read(store.file())); // its lock is of no use any more in this process
        checkFill(store.image());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file())));
        assertEquals(place == Place.AUTO, store.why().isEmpty());
        store.end();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void shouldLeaveItsLastStateInTheStateFolderAlone(Place place) throws IOException {
        CountersStore store = open(place);
        StoreRig.begin(store, state);
        StoreRig.fill(store.memory());
        assertFalse(store.image().header().isEnded());

        store.end();

        assertFalse(Files.exists(store.file()));
        CountersImage last = CountersFiles.read(CountersFiles.last(state));
        checkFill(last);
        assertTrue(last.header().isEnded());
        try (Stream<Path> left = Files.list(state.resolve("counters"))) {
            assertEquals(List.of(CountersFiles.last(state)), left.toList());
        }
    }

    @Test
    void shouldLieInAFolderOfTheUsersOwn() throws IOException {
        CountersStore store = open(Place.AUTO);

        assertEquals(usersFolder(), store.file().getParent());
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(usersFolder())));
        store.end();
    }

    @Test
    void shouldStayInMemoryWhenTheFolderIsALink() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.createSymbolicLink(usersFolder(), other);

        CountersStore store = open(Place.AUTO);

        assertEquals(usersFolder() + " is no folder", store.why());
        assertEquals(state.resolve("counters"), store.file().getParent());
        assertEquals(List.of(), CountersFiles.in(other));
        store.end();
    }

    @Test
    void shouldStayInMemoryWhereThereIsNoFolderInMemory() throws IOException {
        CountersConfig config = new CountersConfig(Place.AUTO, folder.resolve("none"));

        CountersStore store = CountersStore.open(config, state, StoreRig.LAYOUT);

        assertEquals(config.dir() + " is no folder in memory", store.why());
        store.end();
    }

    @Test
    void shouldGoOnWhereNoFileCanBeMade() throws IOException {
        Files.createFile(state.resolve("counters"));

        CountersStore store = open(Place.MEMORY);

        assertTrue(store.why().contains("nobody else can read them"), store.why());
        assertTrue(store.copy());
        assertThrows(IOException.class, store::end);
    }

    @Test
    void shouldPutAwayWhatDeadEnginesLeft() throws IOException {
        CountersStore dead = open(Place.AUTO);
        StoreRig.begin(dead, state);
        StoreRig.fill(dead.memory());
        Path left = usersFolder().resolve("999999999-00000000.counters");
        Files.copy(dead.file(), left);
        Path broken = Files.writeString(usersFolder().resolve("1-0.counters"), "no counters");
        Path foreign = Files.writeString(usersFolder().resolve("notes"), "of somebody");
        dead.discard();

        CountersStore next = open(Place.AUTO);

        assertFalse(Files.exists(left));
        assertFalse(Files.exists(broken));
        assertTrue(Files.exists(foreign));
        CountersImage last = CountersFiles.read(CountersFiles.last(state));
        checkFill(last);
        assertFalse(last.header().isEnded());
        next.discard();
    }

    /** In a container a process has the same number at each start. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void shouldTakeThePlaceOfADeadEngineThatHadItsNumber(Place place) throws IOException {
        CountersStore dead = open(place);
        StoreRig.begin(dead, state);
        StoreRig.fill(dead.memory());
        assertTrue(dead.copy());
        Path aside = Files.copy(dead.file(), folder.resolve("aside"));
        dead.discard();
        Files.copy(aside, dead.file());

        CountersStore next = open(place);

        assertEquals(dead.file(), next.file());
        assertEquals(place == Place.AUTO, next.why().isEmpty(), next.why());
        StoreRig.begin(next, state);
        assertEquals(StoreRig.START_MS, next.image().header().startMs());
        checkFill(CountersFiles.read(CountersFiles.last(state)));
        next.discard();
    }

    @Test
    void shouldLeaveTheFileOfAnotherEngineOfThisProcessAlone() throws IOException {
        CountersStore living = open(Place.AUTO);
        Path other = Files.createDirectory(folder.resolve("other"));

        CountersStore beside = StoreRig.open(Place.AUTO, shm, other);

        assertTrue(Files.exists(living.file()));
        assertTrue(Files.exists(beside.file()));
        living.discard();
        beside.discard();
    }

    @Test
    void shouldKeepTheLaterOfTwoLastStates() throws IOException {
        CountersStore old = open(Place.AUTO);
        StoreRig.begin(old, state);
        Files.copy(old.file(), usersFolder().resolve("999999999-00000000.counters"));
        StoreRig.fill(old.memory());
        old.end();

        open(Place.AUTO).discard();

        checkFill(CountersFiles.read(CountersFiles.last(state)));
    }

    @Test
    void shouldNameWhatIsNoFileOfCounters() throws IOException {
        Path file = Files.writeString(folder.resolve("x.counters"), "something else");

        IOException e = assertThrows(IOException.class, () -> CountersFiles.read(file));

        assertEquals(file + " is no file of counters", e.getMessage());
        assertFalse(CountersFiles.isWritten(file));
        assertThrows(IOException.class, () -> CountersFiles.read(folder));
    }
}
