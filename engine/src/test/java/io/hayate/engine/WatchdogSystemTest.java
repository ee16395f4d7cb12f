package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.transport.ManagerListener;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service manager hears of a process: it lives as long as its trading threads turn. */
@Timeout(120)
class WatchdogSystemTest {
    private static final String BEAT = "WATCHDOG=1";
    private static final String PATIENCE_US = "1000000";
    private static final long LOOK_MS = 20;
    private static final int SILENT_LOOKS = 100; // twice the manager's patience

    @TempDir private Path folder;

    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void setUp() {
        assumeTrue(Epoll.isAvailable(), "no sockets of the file system");
    }

    private static Process start(Path folder, SimulatedVenue venue, String topology, String manner)
            throws IOException {
        return new StrategyProcess(folder, venue, "loop.topology = " + topology)
                .with("NOTIFY_SOCKET", folder.resolve("notify").toString())
                .with("WATCHDOG_USEC", PATIENCE_US)
                .start("-Xmx160m", MisbehavedStrategy.class, "--param", "manner=" + manner);
    }

    /** Some may be under way still; then there must come none, however long it is listened for. */
    private void awaitSilence(ManagerListener manager, Process process) throws Exception {
        int silentLooks = 0;
        while (silentLooks < SILENT_LOOKS) {
            assertTrue(!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS), this::output);
            List<String> taken = manager.taken();
            heard.addAll(taken);
            silentLooks = taken.contains(BEAT) ? 0 : silentLooks + 1;
        }
    }

    /** Listens on until a message has come so often. */
    private void await(ManagerListener manager, Process process, String message, int times)
            throws Exception {
        while (heard.stream().filter(each -> each.startsWith(message)).count() < times) {
            assertTrue(!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS), this::output);
            heard.addAll(manager.taken());
        }
    }

    private String output() {
        return heard + StrategyProcess.output(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldGiveNoSignOfLifeOnceACallbackDoesNotReturn(String topology) throws Exception {
        try (ManagerListener manager = ManagerListener.in(folder);
                SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            Process process = start(folder, venue, topology, "LOOPS");
            try {
                await(manager, process, "READY=1", 1);
                while (!output().contains(MisbehavedStrategy.BEGINS)) {
                    await(manager, process, "STATUS=", 1);
                    process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS);
                }
                awaitSilence(manager, process);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldGiveSignsOfLifeThoughAStrategyHasThrownAndSayThatItEnds(String topology)
            throws Exception {
        try (ManagerListener manager = ManagerListener.in(folder);
                SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            Process process = start(folder, venue, topology, "THROWS");
            try {
                await(manager, process, "STATUS=session LIVE", 1);
                await(manager, process, BEAT, 12); // three times its patience
                process.destroy();
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), this::output);
                heard.addAll(manager.taken());
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertEquals("READY=1", heard.get(0));
            assertTrue(heard.contains("STOPPING=1"), this::output);
        }
    }
}
