package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.io.NumberInput;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of reading a double from its text, the parser around it left out: as our codec has it read
 * where a parser holds the characters, against what the JDK offers for bytes. Numbers that the codec
 * scans by itself are part of the decoders' benchmarks.
 */
public class NumberReadBenchmark extends BenchmarkDefaults {
    private static final int DECIMALS = 8;

    /** Decimals that the numbers have. */
    @Param({"0", "2", "8"})
    int decimals;

    private String[] strings;
    private char[][] characters;
    private byte[][] bytes;
    private int next;

    /** Makes the texts. */
    @Setup
    public void setUp() {
        strings =
                LongStream.of(Numbers.units(decimals))
                        .mapToObj(units -> BigDecimal.valueOf(units, DECIMALS))
                        .map(number -> number.stripTrailingZeros().toPlainString())
                        .toArray(String[]::new);
        characters = Stream.of(strings).map(String::toCharArray).toArray(char[][]::new);
        bytes = Stream.of(strings).map(text -> text.getBytes(US_ASCII)).toArray(byte[][]::new);
    }

    private int nextNumber() {
        return next++ & (Numbers.COUNT - 1);
    }

    /** Jackson's fast parser on the characters of a token. */
    @Benchmark
    public double hayate() {
        char[] text = characters[nextNumber()];
        return NumberInput.parseDouble(text, 0, text.length, true);
    }

    /** The JDK's parser on a String that is there already. */
    @Benchmark
    public double parseDouble() {
        return Double.parseDouble(strings[nextNumber()]);
    }

    /** The JDK's parser, the String made from bytes first, as from a frame. */
    @Benchmark
    public double parseDoubleOfBytes() {
        return Double.parseDouble(new String(bytes[nextNumber()], US_ASCII));
    }

    /** Exact, and made a double. */
    @Benchmark
    public double bigDecimal() {
        return new BigDecimal(characters[nextNumber()]).doubleValue();
    }
}
