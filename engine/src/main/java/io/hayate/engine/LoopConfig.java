package io.hayate.engine;

import io.hayate.event.EventRing;
import io.hayate.metrics.LatencyStamps;
import io.hayate.model.IdleMode;
import io.hayate.model.Settings;

/**
 * The trading threads and the ring between them.
 *
 * @param topology which thread runs the strategy
 * @param idle what the trading threads do while there is nothing to do
 * @param ringSize slots of the ring, a power of two
 * @param timerTickMs how exact timers are
 * @param loops threads that read sockets; the first has the account, all share the rest
 * @param keepWarmUs how often an idle loop that spins rehearses a tick and its order; 0 for never
 * @param stamps of which rows of market data times are taken
 */
public record LoopConfig(
        Topology topology,
        IdleMode idle,
        int ringSize,
        int timerTickMs,
        int loops,
        int keepWarmUs,
        LatencyStamps stamps) {
    public static final LoopConfig DEFAULTS =
            new LoopConfig(Topology.SPLIT, IdleMode.BLOCKING, 8_192, 10, 1);

    /** Setting for {@link #keepWarmUs()}. */
    public static final String KEEP_WARM_KEY = "loop.keep-warm";

    private static final int KEEP_WARM_LEAST_US = 5;
    private static final int KEEP_WARM_MOST_US = 10_000;
    private static final int RING_SIZE_MIN = 256;
    private static final int RING_SIZE_MAX = 1 << 20;

    public LoopConfig {
        boolean isPowerOfTwo = Integer.bitCount(ringSize) == 1;
        Settings.check(
                isPowerOfTwo && RING_SIZE_MIN <= ringSize && ringSize <= RING_SIZE_MAX,
                "loop.ring-size",
                "must be a power of two from 256 to 1048576",
                ringSize);
        Settings.checkRangeMs(timerTickMs, 1, 1_000, "loop.timer-tick");
        Settings.checkRange(loops, 1, 8, "loop.loops");
        Settings.check(
                loops == 1 || topology != Topology.ONE_THREAD,
                "loop.loops",
                "must be 1 where loop.topology is one-thread",
                loops);
        boolean isInRange = KEEP_WARM_LEAST_US <= keepWarmUs && keepWarmUs <= KEEP_WARM_MOST_US;
        Settings.check(
                keepWarmUs == 0 || isInRange,
                KEEP_WARM_KEY,
                "must be off, or " + KEEP_WARM_LEAST_US + "us to " + KEEP_WARM_MOST_US + "us",
                keepWarmUs + "us");
        Settings.check(
                keepWarmUs == 0 || idle != IdleMode.BLOCKING,
                KEEP_WARM_KEY,
                "must be off where loop.idle is blocking",
                keepWarmUs + "us");
    }

    /** A ring for these threads. */
    EventRing newRing() {
        boolean blocks = topology == Topology.SPLIT && idle == IdleMode.BLOCKING;
        return new EventRing(ringSize, blocks, loops);
    }

    /** A loop that rehearses nothing while it is idle, and takes the times of all rows. */
    public LoopConfig(Topology topology, IdleMode idle, int ringSize, int timerTickMs, int loops) {
        this(topology, idle, ringSize, timerTickMs, loops, 0, LatencyStamps.ALL);
    }

    /** The same that takes the times of these rows. */
    public LoopConfig with(LatencyStamps asked) {
        return new LoopConfig(topology, idle, ringSize, timerTickMs, loops, keepWarmUs, asked);
    }

    /** The same with a topology that was chosen. */
    LoopConfig with(Topology chosen) {
        return new LoopConfig(chosen, idle, ringSize, timerTickMs, loops, keepWarmUs, stamps);
    }

    /** The same with one loop. */
    LoopConfig alone() {
        return new LoopConfig(topology, idle, ringSize, timerTickMs, 1, keepWarmUs, stamps);
    }
}
