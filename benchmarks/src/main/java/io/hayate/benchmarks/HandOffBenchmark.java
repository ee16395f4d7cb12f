package io.hayate.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Cost of handing an event to another thread, one way: half of a round trip between two threads, with
 * our ring and its poller, the Disruptor's own processor, and a ring of bytes, per way of waiting.
 *
 * <p>Needs two free cores, better a third for the rest of the machine: on fewer it is the scheduler
 * that is measured. Which two cores the threads are on may change the figure several times over.
 */
@OperationsPerInvocation(2)
public class HandOffBenchmark extends BenchmarkDefaults {
    private long number;

    /** Our ring. */
    @Benchmark
    public long hayate(EventRingHandOff rings) {
        return rings.roundTrip(number++);
    }

    /** The Disruptor with a {@code BatchEventProcessor} and the wait strategy of that name. */
    @Benchmark
    public long disruptor(DisruptorHandOff rings) throws Exception {
        return rings.roundTrip(number++);
    }

    /** Agrona's ring from one writer to one reader, as orders take it. */
    @Benchmark
    public long agrona(AgronaHandOff rings) {
        return rings.roundTrip(number++);
    }
}
