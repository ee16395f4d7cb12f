package io.hayate.simulation;

import java.util.SplittableRandom;

/** How long a message is under way, one after another; asked once for each message. One thread. */
@FunctionalInterface
public interface LatencyModel {
    /** The next message's time under way, in ns, not negative. */
    long nextNs();

    /** Always the same. */
    static LatencyModel constant(long ns) {
        return () -> ns;
    }

    /**
     * A least time and a tail that falls off exponentially, as queues on the way make it.
     *
     * @param leastNs the shortest
     * @param meanExtraNs what is added to it on average; no message takes over twenty times that more
     * @param seed the same gives the same times on every machine
     */
    static LatencyModel exponential(long leastNs, long meanExtraNs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long most = 20 * meanExtraNs;
        return () -> {
            double unit = 1 - random.nextDouble(); // over 0, up to 1
            return leastNs + Math.min(most, (long) (-StrictMath.log(unit) * meanExtraNs));
        };
    }
}
