package io.hayate.benchmarks;

import io.hayate.number.Decimals;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of writing an amount as plain decimal text: ours, from units of 1e-8 into an array that is
 * there, against what the JDK makes a String with. The String's way into a frame is not counted.
 */
public class NumberWriteBenchmark extends BenchmarkDefaults {
    private static final int DECIMALS = 8;
    private static final int TEXT_BYTES_MAX = 21;

    /** Decimals that the amounts have. */
    @Param({"0", "2", "8"})
    int decimals;

    private final byte[] text = new byte[TEXT_BYTES_MAX];
    private long[] units;
    private double[] doubles;
    private int next;

    /** Makes the amounts. */
    @Setup
    public void setUp() {
        units = Numbers.units(decimals);
        doubles = LongStream.of(units).mapToDouble(Decimals::toDouble).toArray();
    }

    private int nextNumber() {
        return next++ & (Numbers.COUNT - 1);
    }

    /** Our writer. */
    @Benchmark
    public int hayate() {
        return Decimals.writePlain(units[nextNumber()], text, 0);
    }

    /** Exact, too, but by way of objects. */
    @Benchmark
    public String bigDecimal() {
        return BigDecimal.valueOf(units[nextNumber()], DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Of the double; with an exponent where that is shorter, which the venue refuses. */
    @Benchmark
    public String doubleToString() {
        return Double.toString(doubles[nextNumber()]);
    }
}
