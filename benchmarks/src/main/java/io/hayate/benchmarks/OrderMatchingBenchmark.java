package io.hayate.benchmarks;

import io.hayate.venue.matching.MatchingRig;
import io.hayate.venue.matching.NaiveMatcher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Cost of an order on the simulated venue: of ten operations five rest, three cancel and two cross. The
 * venue does all but read JSON: checks, money, matching, settlement, history, ledger. Beside it a book of a
 * {@code TreeMap} does the matching alone, without money or anything else, with the same orders.
 *
 * <p>The heap is a gigabyte: a history of 5,000 orders and 10,000 executions is kept, all of it new within
 * some 20,000 operations, and each collection of a small heap moves it. Each is warm before it is measured:
 * the compiler settles late on the venue's many classes.
 */
@OperationsPerInvocation(MatchingRig.MIX)
@Fork(
        value = BenchmarkDefaults.JVMS,
        jvmArgsAppend = {
            ForkOptions.EXPORTS,
            ForkOptions.CUSTOM_THREADS,
            ForkOptions.THREADS,
            "-XX:+UseSerialGC",
            "-Xms1g",
            "-Xmx1g",
            "-Xmn700m"
        })
public class OrderMatchingBenchmark extends BenchmarkDefaults {
    private static final int WARM_UP_MIXES = 400;
    private static final int WARM_UP_MIXES_HEARD = 150;

    /** The venue, while nobody listens to the accounts. */
    @State(Scope.Thread)
    public static class Alone {
        private final MatchingRig rig = new MatchingRig(0);

        /** Lets the compiler settle. */
        @Setup
        public void warmUp() {
            for (int i = 0; i < WARM_UP_MIXES; i++) {
                mix(rig);
            }
        }
    }

    /** The venue with a connection that listens to each account. */
    @State(Scope.Thread)
    public static class Heard {
        private final MatchingRig rig = new MatchingRig(1);

        /** Lets the compiler settle. */
        @Setup
        public void warmUp() {
            for (int i = 0; i < WARM_UP_MIXES_HEARD; i++) {
                mix(rig);
            }
        }
    }

    /** The book alone. */
    @State(Scope.Thread)
    public static class Naive {
        private final NaiveMatcher matcher = new NaiveMatcher();

        /** Lets the compiler settle. */
        @Setup
        public void warmUp() {
            for (int i = 0; i < WARM_UP_MIXES; i++) {
                mix(matcher);
            }
        }
    }

    private static long mix(MatchingRig rig) {
        long sum = 0;
        for (int i = 0; i < MatchingRig.MIX; i++) {
            sum += rig.next();
        }
        return sum;
    }

    private static long mix(NaiveMatcher matcher) {
        long sum = 0;
        for (int i = 0; i < MatchingRig.MIX; i++) {
            sum += matcher.next();
        }
        return sum;
    }

    /** The venue, while nobody listens to the accounts. */
    @Benchmark
    public long venue(Alone alone) {
        return mix(alone.rig);
    }

    /** The venue, which tells one connection of each account what happens, to the last byte of a row. */
    @Benchmark
    public long venueHeard(Heard heard) {
        return mix(heard.rig);
    }

    /** The book of a {@code TreeMap}. */
    @Benchmark
    public long naive(Naive naive) {
        return mix(naive.matcher);
    }
}
