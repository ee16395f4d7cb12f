package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.Recordings;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/hayate --paper}, as a process, with a venue of this machine as the public exchange. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PaperIT {
    @TempDir private Path folder;

    private final SimulatedVenue feed = SimulatedVenue.start(VenueConfig.DEFAULTS);
    private HayateScript hayate;

    @BeforeEach
    void setUp() {
        hayate =
                new HayateScript(
                        folder,
                        Map.of(
                                "XDG_STATE_HOME",
                                folder.resolve("state").toString(),
                                "BFX_API_KEY",
                                "a-live-key-that-is-not-read",
                                "BFX_API_SECRET",
                                "a-live-secret-that-is-not-read"));
    }

    @AfterEach
    void tearDown() {
        feed.close();
    }

    private String config(String topology) throws IOException {
        return hayate.config(
                "venue.public-url = \"" + feed.url() + "\"",
                "paper.latency = 20ms",
                "loop.topology = " + topology);
    }

    @Test
    void shouldTradeOnTheFeedsPricesAndReachNobody() throws Exception {
        Path recording = folder.resolve("recording");
        String config = config("one-thread"); // which replays exactly
        Shell.Result run = hayate.trade(recording, config, "10s", "--paper");
        assertEquals(0, run.exitCode(), run.out() + run.err());

        assertTrue(run.out().contains("venue     PAPER: prices of " + feed.url()), run.out());
        assertTrue(run.out().contains("trading   PAPER, no order leaves this process"), run.out());
        assertTrue(run.out().contains("not read: BFX_API_KEY, BFX_API_SECRET"), run.out());
        assertTrue(run.out().contains("PAPER order "), run.out());
        assertTrue(run.out().contains("FILLED @ "), run.out());
        assertTrue(run.out().contains("PAPER            orders reached nobody"), run.out());
        run.out()
                .lines()
                .filter(line -> line.contains("FILLED"))
                .forEach(line -> assertTrue(line.startsWith("PAPER "), line));
        assertEquals(0, feed.ordersReceived());
        assertEquals(Set.of("account of paper", "market data"), connections(recording));
        feed.recentFrames().forEach(text -> assertFalse(text.contains("auth"), text));
        checkState();

        Shell.Result replay = hayate.run("replay", recording.toString());

        assertEquals(0, replay.exitCode(), replay.out() + replay.err());
        assertTrue(replay.out().contains("difference        none"), replay.out());
    }

    private static Set<String> connections(Path recording) throws IOException {
        Set<String> opened = new HashSet<>();
        try (EntrySource source = Recordings.open(recording)) {
            while (source.next()) {
                RecordedEntry entry = source.entry();
                if (entry.kind() == EntryKind.OPEN) {
                    opened.add(
                            (entry.isPublic() ? "market data" : "account")
                                    + (entry.isPaper() ? " of paper" : ""));
                }
            }
        }
        return opened;
    }

    /** All that it keeps lies in a folder of its own. */
    private void checkState() throws IOException {
        Path state = folder.resolve("state/hayate");
        try (Stream<Path> files = Files.list(state)) {
            assertEquals(List.of(state.resolve("paper")), files.toList());
        }
    }

    @Test
    void shouldRefuseTradeByName() throws Exception {
        Shell.Result run = hayate.run("--paper", "--trade", "--config", config("split"));

        assertEquals(2, run.exitCode(), run.out() + run.err());
        assertTrue(run.err().contains("--trade must stay away where --paper is"), run.err());
    }

    @Test
    void shouldRefuseTheSettingsOfTheRealExchange() throws Exception {
        String live = HayateScript.HOME.resolve("config/live.conf").toString();

        Shell.Result run = hayate.run("--paper", "--config", live);

        assertEquals(2, run.exitCode(), run.out() + run.err());
        assertTrue(run.err().contains("venue.url must be embedded with paper"), run.err());
    }

    @Test
    void shouldSayWhosePricesCannotBeRead() throws Exception {
        String config = config("split");
        feed.close();

        Shell.Result run = hayate.run("--paper", "--config", config);

        assertEquals(3, run.exitCode(), run.out() + run.err());
        assertTrue(
                run.err().contains("hayate: paper trading needs the prices of 127.0.0.1"),
                run.err());
    }
}
