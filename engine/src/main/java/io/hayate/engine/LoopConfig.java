package io.hayate.engine;

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
 */
public record LoopConfig(
        Topology topology, IdleMode idle, int ringSize, int timerTickMs, int loops) {
    public static final LoopConfig DEFAULTS =
            new LoopConfig(Topology.SPLIT, IdleMode.BLOCKING, 8_192, 10, 1);

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
    }

    /** The same with a topology that was chosen. */
    LoopConfig with(Topology chosen) {
        return new LoopConfig(chosen, idle, ringSize, timerTickMs, loops);
    }

    /** The same with one loop. */
    LoopConfig alone() {
        return new LoopConfig(topology, idle, ringSize, timerTickMs, 1);
    }
}
