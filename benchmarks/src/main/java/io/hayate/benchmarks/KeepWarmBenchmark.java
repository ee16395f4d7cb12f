package io.hayate.benchmarks;

import io.hayate.rehearsal.WarmPath;
import io.hayate.transport.IdleTask;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemEpochClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a pause costs the next order, and what {@code loop.keep-warm} gives back: each sample is one ticker
 * from its text in memory to the hand-over of its order and the end of what is told behind it. In the pause
 * the thread asks a socket on which nothing comes, as a loop that spins does, and about so often, where it
 * does, runs an order through parts of their own and reads the memory of the next.
 */
@BenchmarkMode(Mode.SampleTime)
public class KeepWarmBenchmark extends BenchmarkDefaults {
    private static final int ROUNDS_BEFORE = 100_000; // with pauses it would take long to compile

    private final CloseAnswer answer = new CloseAnswer();
    private TickToOrderRig rig;
    private Ticks ticks;
    private IdleSocket socket;
    private IdleTask loopSide;
    private IdleTask strategySide;
    private long pauseNs;
    private long everyNs;
    private int next;

    /** Time from the end of one order to the next ticker, in microseconds; 0 for none. */
    @Param({"0", "50", "1000"})
    int pauseUs;

    /** How often the pause has a rehearsed order in it, in microseconds; 0 for never. */
    @Param({"0", "20"})
    int keepWarmUs;

    /** Makes the frames, and both paths. */
    @Setup
    public void begin() throws IOException {
        rig = new TickToOrderRig();
        ticks = new Ticks(TickToOrderRig.TRIGGER_PRICE);
        socket = new IdleSocket();
        WarmPath warm = WarmPath.of(TickToOrderRig.config(), SystemEpochClock.INSTANCE);
        loopSide = warm.loopSide();
        strategySide = warm.strategySide();
        pauseNs = TimeUnit.MICROSECONDS.toNanos(pauseUs);
        everyNs = TimeUnit.MICROSECONDS.toNanos(keepWarmUs);
        for (int i = 0; i < ROUNDS_BEFORE; i++) {
            answerOrder();
            rig.receive(ticks.frame(i), ticks.length(i));
        }
    }

    /** Lets the venue close the order before, then turns idly until the pause is over. */
    @Setup(Level.Invocation)
    public void pause() {
        answerOrder();
        next++;
        long nowNs = System.nanoTime();
        long endNs = nowNs + pauseNs;
        long dueNs = nowNs;
        while (nowNs - endNs < 0 && socket.isIdle()) {
            if (everyNs > 0 && nowNs - dueNs >= 0) {
                dueNs = nowNs + everyNs;
                loopSide.onIdle(nowNs);
                strategySide.onIdle(nowNs);
                rig.prefetch();
            }
            nowNs = System.nanoTime();
        }
    }

    private void answerOrder() {
        if (rig.openOrders() > 0) {
            rig.receive(answer.to(rig.lastOrder()), answer.length());
            rig.keepHouse();
        }
    }

    /** One ticker and its order. */
    @Benchmark
    public long hayate() {
        rig.receive(ticks.frame(next), ticks.length(next));
        return rig.bytesSent();
    }

    /** Closes the socket. */
    @TearDown
    public void end() throws IOException {
        socket.close();
    }
}
