package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AllocationMeterTest {
    private static final long WARM_NS = 2_000;
    private static final int BLOCK = 1 << 20;

    private final AllocationMeter meter =
            new AllocationMeter(List.of(Thread.currentThread()), WARM_NS);
    private byte[] kept = new byte[0];

    /** Allocates at least a block on this thread. */
    private void allocate() {
        kept = new byte[BLOCK];
    }

    private void live(long events, long nowNs) {
        meter.sample(true, events, nowNs);
    }

    private void away(long events, long nowNs) {
        meter.sample(false, events, nowNs);
    }

    @Test
    void shouldMeasureNothingBeforeTheSessionIsLiveAndWarm() {
        away(10, 0);
        live(20, 1_000);
        allocate();
        live(30, 1_000 + WARM_NS - 1);

        assertEquals(OptionalDouble.empty(), meter.bytesPerEvent());
        assertEquals(0, meter.bytes());
        assertEquals(0, meter.events());
    }

    @Test
    void shouldMeasureFromTheMomentThatTheSessionIsWarm() {
        live(0, 0);
        allocate();
        live(1_000, WARM_NS);
        allocate();
        live(1_100, WARM_NS + 1);

        assertEquals(100, meter.events());
        assertTrue(meter.bytes() >= BLOCK, meter.bytes() + " B");
        assertTrue(meter.bytes() < 2 * BLOCK, meter.bytes() + " B");
        assertEquals(meter.bytes() / 100.0, meter.bytesPerEvent().getAsDouble());
        assertEquals(BLOCK, kept.length);
    }

    @Test
    void shouldCountTheSamplesThatFoundBytes() {
        live(0, 0);
        live(10, WARM_NS);
        for (int i = 1; i <= 20; i++) {
            if (i == 5) {
                allocate();
            }
            live(10 + i, WARM_NS + i);
        }

        assertEquals(20, meter.samples());
        assertTrue(meter.samplesWithBytes() >= 1, "none of " + meter.samples());
        assertEquals(BLOCK, kept.length);
    }

    @Test
    void shouldLeaveOutWhatHappenedSinceTheLastSampleWhenTheSessionWasLost() {
        live(0, 0);
        live(0, WARM_NS);
        live(50, WARM_NS + 1);
        allocate();
        away(60, WARM_NS + 2);
        allocate();
        away(70, WARM_NS + 3);

        assertEquals(50, meter.events());
        assertTrue(meter.bytes() < BLOCK, meter.bytes() + " B");
    }

    @Test
    void shouldWarmUpAnewAndAddWhenTheSessionIsBack() {
        live(0, 0);
        live(0, WARM_NS);
        live(50, WARM_NS + 1);
        away(60, 10_000);
        live(70, 20_000);
        allocate();
        live(80, 20_000 + WARM_NS);
        live(85, 20_000 + WARM_NS + 1);

        assertEquals(55, meter.events());
        assertTrue(meter.bytes() < BLOCK, meter.bytes() + " B");
    }

    @Test
    void shouldTakeThreadsThatHaveNotStartedOrHaveEndedAsStandingStill() throws Exception {
        Thread ended = new Thread(this::allocate);
        ended.start();
        ended.join();
        AllocationMeter others = new AllocationMeter(List.of(new Thread(this::allocate), ended), 0);
        others.sample(true, 0, 0);
        others.sample(true, 10, 1);

        assertEquals(0.0, others.bytesPerEvent().getAsDouble());
    }
}
