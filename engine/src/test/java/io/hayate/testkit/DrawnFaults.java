package io.hayate.testkit;

import io.hayate.simulation.LinkFaults;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Draws once a second what goes wrong between an engine and the venue, or with the engine itself. */
final class DrawnFaults {
    private static final int PERCENT = 100;
    private static final int CUT = 6;
    private static final int HELD = 10;
    private static final int HALF_OPEN = 12;
    private static final int STALLED = 14;
    private static final int CUT_BYTES_MAX = 2_000;
    private static final long HOLD_MAX_NS = TimeUnit.SECONDS.toNanos(8);

    private final SplittableRandom random;
    private boolean isOn;

    /** By this number; 0 draws none. */
    DrawnFaults(long seed) {
        random = new SplittableRandom(seed);
        isOn = seed != 0;
    }

    void end() {
        isOn = false;
    }

    void draw(Simulation simulation, SimulatedEngine engine) {
        List<LinkFaults> links = engine.faults();
        if (!isOn || links.isEmpty()) {
            return;
        }
        LinkFaults link = links.get(random.nextInt(links.size()));
        int drawn = random.nextInt(PERCENT);
        long untilNs = simulation.clock().nanoTime() + random.nextLong(HOLD_MAX_NS);
        if (drawn < CUT) {
            link.cutAfter(random.nextInt(CUT_BYTES_MAX));
        } else if (drawn < HELD) {
            link.hold(untilNs);
        } else if (drawn < HALF_OPEN) {
            link.halfOpen(random.nextBoolean(), true);
        } else if (drawn < STALLED) {
            simulation.holdUp(engine, random.nextLong(HOLD_MAX_NS));
        }
    }
}
