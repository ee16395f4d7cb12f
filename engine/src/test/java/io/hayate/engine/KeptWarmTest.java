package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.Incidents;
import io.hayate.metrics.LatencyStamps;
import io.hayate.model.IdleMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptWarmTest {
    private static final LoopConfig EVERY_20_US =
            new LoopConfig(
                    Topology.ONE_THREAD, IdleMode.BUSY_SPIN, 256, 10, 1, 20, LatencyStamps.ALL);

    private final Incidents incidents = new Incidents();
    private final List<String> calls = new ArrayList<>();

    @Test
    void shouldRehearseAndThenReadAheadAsOftenAsTheSettingsSay() {
        KeptWarm warm =
                new KeptWarm(
                        EVERY_20_US,
                        nowNs -> calls.add("rehearsed at " + nowNs),
                        () -> calls.add("read ahead"),
                        incidents);
        for (long nowNs = 0; nowNs < 40_000; nowNs += 5_000) {
            warm.onIdle(nowNs);
        }

        assertEquals(
                List.of("rehearsed at 0", "read ahead", "rehearsed at 20000", "read ahead"), calls);
    }

    @Test
    void shouldTellOnceOfAFailureAndLetTheThreadGoOn() {
        KeptWarm warm =
                new KeptWarm(
                        EVERY_20_US,
                        nowNs -> {
                            calls.add("rehearsed");
                            throw new IllegalStateException("broken on purpose");
                        },
                        () -> calls.add("read ahead"),
                        incidents);
        warm.onIdle(0);
        warm.onIdle(1_000_000);

        List<String> told = new ArrayList<>();
        incidents.drain(incident -> told.add(incident.what()));
        assertEquals(List.of("rehearsed"), calls);
        assertEquals(List.of("what keeps the path warm failed: it is kept warm no more"), told);
    }
}
