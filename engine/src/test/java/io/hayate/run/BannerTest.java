package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.LoopConfig;
import io.hayate.engine.SocketFacts;
import io.hayate.engine.ThreadPlan;
import io.hayate.engine.Topology;
import io.hayate.machine.CoreSet;
import io.hayate.model.IdleMode;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannerTest {
    private static final int COLUMNS = 80;
    private static final URI VENUE = URI.create("ws://127.0.0.1:44081/ws/2");

    @TempDir private Path home;

    @Test
    void shouldSayWhenTheVenueIsBrokenOnPurpose() {
        Overrides faults =
                new Overrides()
                        .set("test", "embedded.faults.wrong-checksum", "5")
                        .set("test", "embedded.faults.dropped", "100");
        RunConfig config = new ConfigLoader(Map.of(), home, home).load(null, faults);

        String text =
                Banner.text(
                        config, VENUE, ThreadPlan.of(config.engine()), new SocketFacts(true, ""));

        String line = "faults    on purpose: dropped 1 in 100, wrong-checksum 1 in 5";
        assertTrue(text.lines().anyMatch(line::equals), text);
    }

    private List<String> banner(Topology asked, Topology taken, int cores, int loop, int strategy) {
        RunConfig config =
                new ConfigLoader(Map.of(), home, home)
                        .load(null, new Overrides().set("test", "loop.topology", "auto"));
        LoopConfig settings = new LoopConfig(asked, IdleMode.BUSY_SPIN, 256, 1, 1);
        ThreadPlan plan =
                new ThreadPlan(settings, taken, true, cores, loop, strategy, CoreSet.NONE);
        return Banner.text(config, VENUE, plan, new SocketFacts(true, "")).lines().toList();
    }

    @Test
    void shouldShowWhichTopologyWasTakenAndWhereThreadsRun() {
        List<String> lines = banner(Topology.AUTO, Topology.ONE_THREAD, 2, 1, ThreadPlan.ANY);

        assertTrue(lines.get(0).contains(", one-thread, "), lines.get(0));
        assertTrue(
                lines.contains("threads   one-thread, as there are 2 cores; loop on core 1"),
                lines::toString);
        assertFalse(lines.toString().contains("warning"), lines::toString);
        assertFalse(lines.toString().contains("faults"), lines::toString);
    }

    @Test
    void shouldWarnInOneShortLineWhenThereAreTooFewCores() {
        List<String> lines = banner(Topology.SPLIT, Topology.SPLIT, 2, 0, 1);

        assertTrue(lines.contains("threads   loop on core 0, strategy on core 1"));
        assertEquals(
                "warning   loop, strategy, venue want 3 cores, 2 here: set loop.topology = auto",
                lines.get(lines.size() - 1));
        assertTrue(lines.stream().allMatch(line -> line.length() < COLUMNS), lines::toString);
    }
}
