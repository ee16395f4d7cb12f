package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.risk.RiskVerdict;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose state folder fails it while it runs, over connections that are lost. */
class StateTroubleSystemTest {
    private static final int CONNECTIONS = 5;

    @TempDir private Path root;

    private SimulatedVenue venue;
    private Path state;

    @BeforeEach
    void setUp() {
        venue = SimulatedVenue.start(EngineRig.stillVenue());
        state = root.resolve("state");
    }

    @AfterEach
    void tearDown() {
        venue.close();
    }

    /** Loses the connection a few times, and trades on each. */
    private void assertGoesOn(EngineRig rig) {
        for (int i = 1; i <= CONNECTIONS; i++) {
            long opened = venue.connectionsOpened();
            venue.controls().dropConnections();
            rig.await(() -> venue.connectionsOpened() == opened + 1, "another connection");
            rig.awaitLive();
            long units = i * 1_000_000L;
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> rig.engine.positions().units(0) == units, "a fill");
        }
        assertHasNumbers(rig);
    }

    /** Loses the connection a few times; what the journal cannot have does not leave. */
    private void assertGoesOnWithoutOrders(EngineRig rig) {
        for (int i = 1; i <= CONNECTIONS; i++) {
            long opened = venue.connectionsOpened();
            venue.controls().dropConnections();
            rig.await(() -> venue.connectionsOpened() == opened + 1, "another connection");
            rig.awaitLive();
        }
        rig.await(() -> isRefused(rig), "an order that the journal cannot have");
        assertHasNumbers(rig);
    }

    private static boolean isRefused(EngineRig rig) {
        rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
        return rig.engine.refusals().get(RiskVerdict.JOURNAL) > 0;
    }

    private static void assertHasNumbers(EngineRig rig) {
        assertNull(rig.engine.end().reason());
        List<String> bad =
                rig.told.stream().filter(line -> line.contains("knows a larger nonce")).toList();
        assertEquals(List.of(), bad);
    }

    @Test
    void shouldGoOnWhenTheFolderIsGone() throws IOException {
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of())) {
            rig.awaitLive();
            remove();

            assertGoesOnWithoutOrders(rig);
        }
    }

    /** Whatever the engine makes there meanwhile. */
    private void remove() throws IOException {
        while (Files.exists(state)) {
            try (Stream<Path> files = Files.walk(state)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (DirectoryNotEmptyException | UncheckedIOException e) {
                // once more
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.toList();
        }
    }

    @Test
    void shouldGoOnWhenAFileIsInThePlaceOfTheFolder() throws IOException {
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of())) {
            rig.awaitLive();
            remove();
            Files.createFile(state);

            assertGoesOnWithoutOrders(rig);
        }
    }

    @Test
    void shouldGoOnWhenAnotherProgramHoldsTheLocks() throws IOException {
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of())) {
            rig.awaitLive();
            List<FileChannel> held = new ArrayList<>();
            for (Path file : files()) {
                if (file.toString().endsWith(".lock")) {
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    assertTrue(channel.lock().isValid());
                    held.add(channel);
                }
            }
            assertEquals(2, held.size());

            assertGoesOn(rig);
            for (FileChannel channel : held) {
                channel.close();
            }
        }
    }

    @Test
    void shouldGoOnWhenTheDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(state);
                EngineRig rig = new EngineRig(venue.url(), state, Map.of())) {
            rig.awaitLive();
            disk.fill();

            assertGoesOnWithoutOrders(rig);
        }
    }

    @Test
    void shouldGoOnWhenTheNumbersOfTwoProcessesInOneFolderCross() {
        try (EngineRig first = new EngineRig(venue.url(), state, Map.of())) {
            first.awaitLive();
            try (EngineRig second =
                    new EngineRig(venue.url(), state, Map.of("trading.enabled", false))) {
                second.awaitLive();
                for (int i = 0; i < CONNECTIONS; i++) {
                    long opened = venue.connectionsOpened();
                    venue.controls().dropConnections();
                    first.await(() -> venue.connectionsOpened() >= opened + 2, "connections");
                    first.awaitLive();
                    second.awaitLive();
                }
                assertNull(second.engine.end().reason());
            }
            assertNull(first.engine.end().reason());
        }
    }
}
