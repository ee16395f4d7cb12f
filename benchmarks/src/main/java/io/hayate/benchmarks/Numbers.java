package io.hayate.benchmarks;

import java.util.Random;
import java.util.stream.LongStream;

/** Random numbers in units of 1e-8, the same for each run: enough that their branches are not learnt. */
final class Numbers {
    /** How many there are: a power of two. */
    static final int COUNT = 4_096;

    private static final int SEED = 20_261_101;
    private static final int DECIMALS_MAX = 8;
    private static final int WHOLE_MAX = 100_000;

    private Numbers() {}

    /** Numbers up to 100,000 of at most so many decimals, half of them negative. */
    static long[] units(int decimals) {
        Random random = new Random(SEED);
        return LongStream.generate(() -> units(random, decimals)).limit(COUNT).toArray();
    }

    private static long units(Random random, int decimals) {
        long digits = (long) (random.nextDouble() * WHOLE_MAX * Math.pow(10, decimals));
        long units = digits * (long) Math.pow(10, DECIMALS_MAX - decimals);
        return random.nextBoolean() ? units : -units;
    }
}
