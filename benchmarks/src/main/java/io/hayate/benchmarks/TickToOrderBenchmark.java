package io.hayate.benchmarks;

import io.hayate.model.Counts;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Cost of one ticker from its text in memory to the end of what it leads to, in one process and on one
 * thread: nothing more, or a market order up to the hand-over to the socket. Ours is an engine's own
 * path, latency records included; against it what most clients do. Sockets and frames are left out.
 *
 * <p>The venue's answers to the orders come between the measured batches: their time is not counted,
 * their allocation is.
 */
@OperationsPerInvocation(TickToOrderBenchmark.BATCH)
public class TickToOrderBenchmark extends BenchmarkDefaults {
    static final int BATCH = 1_024;

    /** Whether the ticks lead to an order each, or none to any. */
    @Param({"false", "true"})
    boolean order;

    private final TickToOrderRig rig = new TickToOrderRig();
    private final TreeModelClient naive = new TreeModelClient();
    private final CloseAnswer answer = new CloseAnswer();
    private Ticks ticks;
    private long answered;
    private int next;

    /** Makes the frames. */
    @Setup
    public void setUp() {
        ticks = new Ticks(order ? TickToOrderRig.TRIGGER_PRICE : TickToOrderRig.TRIGGER_PRICE / 2);
    }

    /** Lets the venue close the orders of the batch before, so that their places are free. */
    @Setup(Level.Invocation)
    public void answerOrders() {
        if (rig.openOrders() > 0) {
            long last = rig.lastOrder();
            for (long id = Math.max(answered + 1, last - rig.openOrders() + 1); id <= last; id++) {
                rig.receive(answer.to(id), answer.length());
            }
            answered = last;
            rig.keepHouse();
        }
        if (rig.openOrders() > 0) {
            throw new IllegalStateException("left open: " + Counts.of(rig.openOrders(), "order"));
        }
    }

    /** The engine's path. */
    @Benchmark
    public long hayate() {
        long before = rig.ordersSent();
        for (int i = 0; i < BATCH; i++) {
            rig.receive(ticks.frame(next), ticks.length(next));
            next++;
        }
        if (rig.ordersSent() - before != (order ? BATCH : 0)) {
            throw new IllegalStateException(
                    "sent: " + Counts.of(rig.ordersSent() - before, "order"));
        }
        return rig.bytesSent();
    }

    /** A String, a tree of nodes, a BigDecimal, an order from a format. */
    @Benchmark
    public void naive(Blackhole sink) throws IOException {
        for (int i = 0; i < BATCH; i++) {
            sink.consume(naive.receive(ticks.frame(next), ticks.length(next)));
            next++;
        }
    }
}
