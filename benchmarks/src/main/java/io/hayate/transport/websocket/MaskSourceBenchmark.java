package io.hayate.transport.websocket;

import io.hayate.benchmarks.BenchmarkDefaults;
import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Cost of one mask of a frame, the refill that a thousand of them share included: ours, which nobody
 * can foretell, against the same from {@link SecureRandom} each time, and against the generator that
 * Netty asks, which can be foretold.
 */
public class MaskSourceBenchmark extends BenchmarkDefaults {
    private final MaskSource masks = new MaskSource();
    private final SecureRandom secureRandom = new SecureRandom();

    /** From the thousand that lie ready. */
    @Benchmark
    public int hayate() {
        return masks.next();
    }

    /** Unforeseeable, made when needed. */
    @Benchmark
    public int secureRandom() {
        return secureRandom.nextInt();
    }

    /** Foreseeable. */
    @Benchmark
    public int threadLocalRandom() {
        return ThreadLocalRandom.current().nextInt();
    }
}
