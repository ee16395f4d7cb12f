package io.hayate.benchmarks;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that JMH runs benchmarks on: of the kind for which Netty keeps caches, as it does for
 * its own event loops. On any other its buffers would cost it more than they do in earnest.
 */
public final class BenchmarkThreads extends ThreadPoolExecutor {
    /** As JMH asks for them. */
    public BenchmarkThreads(int threads, String prefix) {
        super(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory(prefix, true));
    }
}
