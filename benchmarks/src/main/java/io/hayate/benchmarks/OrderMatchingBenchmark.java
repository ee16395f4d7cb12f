package io.hayate.benchmarks;

import io.hayate.venue.matching.MatchingRig;
import io.hayate.venue.matching.NaiveMatcher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of an order on the simulated venue: of ten operations five rest, three cancel and two cross. The
 * venue does all but read JSON: checks, money, matching, settlement, history, ledger. Beside it a book of a
 * {@code TreeMap} does the matching alone, without money or anything else, with the same orders.
 */
@OperationsPerInvocation(MatchingRig.MIX)
@Warmup(iterations = 12) // six seconds: the compiler settles late on the venue's many classes
public class OrderMatchingBenchmark extends BenchmarkDefaults {
    private MatchingRig alone;
    private MatchingRig heard;
    private NaiveMatcher naive;

    /** Begins with empty books. */
    @Setup
    public void setUp() {
        alone = new MatchingRig(0);
        heard = new MatchingRig(1);
        naive = new NaiveMatcher();
    }

    /** The venue, while nobody listens to the accounts. */
    @Benchmark
    public long venue() {
        long sum = 0;
        for (int i = 0; i < MatchingRig.MIX; i++) {
            sum += alone.next();
        }
        return sum;
    }

    /** The venue, which tells one connection of each account what happens, to the last byte of a row. */
    @Benchmark
    public long venueHeard() {
        long sum = 0;
        for (int i = 0; i < MatchingRig.MIX; i++) {
            sum += heard.next();
        }
        return sum;
    }

    /** The book of a {@code TreeMap}. */
    @Benchmark
    public long naive() {
        long sum = 0;
        for (int i = 0; i < MatchingRig.MIX; i++) {
            sum += naive.next();
        }
        return sum;
    }
}
