package io.hayate.benchmarks;

import io.hayate.event.TrafficTap;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;

/**
 * Tick to trade with and without a recorder, in one process and on one thread: each sample is one ticker
 * from its text in memory to the end of what it leads to, with the two readings of the clock around it.
 * Where it leads to an order, that is the hand-over of the order and what is told behind it. The recorder's
 * own thread compresses and writes meanwhile.
 */
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 20, time = BenchmarkDefaults.ITERATION_MS, timeUnit = TimeUnit.MILLISECONDS)
public class RecordedOrderBenchmark extends BenchmarkDefaults {
    private static final int WARM_US = 25; // an order makes six entries, which have to be written

    /** Whether a recorder hears of it. */
    @Param({"false", "true"})
    boolean recorded;

    /** Whether the ticks lead to an order each, or none to any. */
    @Param({"false", "true"})
    boolean order;

    /** Time from one tick to the next, in microseconds. */
    @Param({"100"})
    int pauseUs;

    private final EvenPace pace = new EvenPace(WARM_US);
    private final CloseAnswer answer = new CloseAnswer();
    private BenchRecorder recorder;
    private TickToOrderRig rig;
    private Ticks ticks;
    private int next;

    /** Makes the frames, and begins a recording. */
    @Setup
    public void begin() throws IOException {
        recorder = new BenchRecorder();
        rig = TickToOrderRig.tapped(recorded ? recorder.tap() : TrafficTap.NONE);
        ticks = new Ticks(order ? TickToOrderRig.TRIGGER_PRICE : TickToOrderRig.TRIGGER_PRICE / 2);
    }

    /** Faster while nothing is measured yet. */
    @Setup(Level.Iteration)
    public void choosePace(IterationParams iteration) {
        pace.begin(iteration, pauseUs);
    }

    /** Lets the venue close the order before, then waits until the next tick is due. */
    @Setup(Level.Invocation)
    public void pace() {
        if (rig.openOrders() > 0) {
            rig.receive(answer.to(rig.lastOrder()), answer.length());
            rig.keepHouse();
        }
        next++;
        pace.await();
    }

    /** One tick. */
    @Benchmark
    public long hayate() {
        rig.receive(ticks.frame(next), ticks.length(next));
        return rig.bytesSent();
    }

    /** Ends it and takes its files away. */
    @TearDown
    public void end() throws IOException {
        recorder.close();
    }
}
