package io.hayate.benchmarks;

import java.util.Arrays;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What limits, journal and the keeping of orders cost an order: a ticker that leads to one, with all of
 * them, and with a strategy that encodes and sends by itself. The score is a ticker to the end of all that
 * it leads to, {@code medianNs} the median from the ticker to the hand-over of the order's text alone. What
 * the venue answers comes between the measured batches.
 */
@OperationsPerInvocation(HandOverBenchmark.BATCH)
public class HandOverBenchmark extends BenchmarkDefaults {
    static final int BATCH = 1_024;

    private final Ticks ticks = new Ticks(TickToOrderRig.TRIGGER_PRICE);
    private final TickToOrderRig whole = new TickToOrderRig();
    private final TickToOrderRig bare = new TickToOrderRig(true);
    private final CloseAnswer answer = new CloseAnswer();
    private long answered;

    /** From the ticker to the hand-over, of the batch in the middle of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class HandOver {
        private static final int BATCHES = 4_096;

        private final long[] times = new long[BATCH];
        private final long[] medians = new long[BATCHES];
        private int batches;

        /** Forgets the iteration before. */
        @Setup(Level.Iteration)
        public void begin() {
            batches = 0;
        }

        void end() {
            Arrays.sort(times);
            medians[batches % BATCHES] = times[BATCH / 2];
            batches++;
        }

        /** The median of the batches' medians, in ns. */
        public long medianNs() {
            long[] sorted = Arrays.copyOf(medians, Math.min(batches, BATCHES));
            Arrays.sort(sorted);
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
    }

    /** Lets the venue close the orders of the batch before, so that their places are free. */
    @Setup(Level.Invocation)
    public void answerOrders() {
        if (whole.openOrders() > 0) {
            long last = whole.lastOrder();
            for (long id = Math.max(answered + 1, last - whole.openOrders() + 1);
                    id <= last;
                    id++) {
                whole.receive(answer.to(id), answer.length());
            }
            answered = last;
            whole.keepHouse();
        }
    }

    /** The engine's own path. */
    @Benchmark
    public long hayate(HandOver handOver) {
        return run(whole, handOver);
    }

    /** The same without limits, journal, and a place for the order. */
    @Benchmark
    public long bare(HandOver handOver) {
        return run(bare, handOver);
    }

    private long run(TickToOrderRig rig, HandOver handOver) {
        for (int i = 0; i < BATCH; i++) {
            long startNs = System.nanoTime();
            rig.receive(ticks.frame(i), ticks.length(i));
            handOver.times[i] = rig.sentTimeNs() - startNs;
        }
        handOver.end();
        return rig.bytesSent();
    }
}
