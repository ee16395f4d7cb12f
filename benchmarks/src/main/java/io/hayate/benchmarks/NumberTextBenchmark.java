package io.hayate.benchmarks;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.hayate.number.Decimals;
import io.hayate.number.NumberText;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of the shortest text of a double: ours, as JavaScript lays it out, into an array that is there,
 * against writers that make a String, of other layout.
 */
public class NumberTextBenchmark extends BenchmarkDefaults {
    private static final int SEED = 20_261_123;
    private static final int DECIMALS = 8;

    /** Whole prices, amounts of up to eight decimals, sums with all 17 digits, below one millionth. */
    @Param({"whole", "decimals", "digits", "exponent"})
    String numbers;

    private final byte[] text = new byte[NumberText.LENGTH_MAX];
    private double[] doubles;
    private int next;

    /** Makes the numbers. */
    @Setup
    public void setUp() {
        Random random = new Random(SEED);
        DoubleStream stream =
                switch (numbers) {
                    case "whole" -> units(0);
                    case "decimals" -> units(DECIMALS);
                    case "digits" -> DoubleStream.generate(() -> random.nextDouble() * 1e5);
                    default -> DoubleStream.generate(() -> random.nextInt(1, 10_000) * 1e-10);
                };
        doubles = stream.limit(Numbers.COUNT).toArray();
    }

    private static DoubleStream units(int decimals) {
        return LongStream.of(Numbers.units(decimals)).mapToDouble(Decimals::toDouble);
    }

    private double nextNumber() {
        return doubles[next++ & (Numbers.COUNT - 1)];
    }

    /** Our writer. */
    @Benchmark
    public int hayate() {
        return NumberText.write(nextNumber(), text, 0);
    }

    /** Jackson's writer with its fast, shortest digits. */
    @Benchmark
    public String jackson() {
        return NumberOutput.toString(nextNumber(), true);
    }

    /** The JDK's; at times a digit too many before JDK 19. */
    @Benchmark
    public String doubleToString() {
        return Double.toString(nextNumber());
    }
}
