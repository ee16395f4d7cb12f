package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.io.NumberInput;
import io.hayate.number.NumberReader;
import io.hayate.number.NumberText;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of reading a double from its text, the parser around it left out: as our codec reads it where a
 * parser holds the characters, against Jackson's reader and what the JDK offers for bytes. Short
 * numbers that the codec scans by words are part of the decoders' benchmarks.
 */
public class NumberReadBenchmark extends BenchmarkDefaults {
    private static final int SEED = 20_261_123;
    private static final int DECIMALS = 8;

    /**
     * Of no, two or eight decimals; sums with all 17 digits; volumes with the noise of a sum; below
     * one millionth, with an exponent; 25 digits.
     */
    @Param({"0", "2", "8", "digits", "noise", "exponent", "long"})
    String numbers;

    private final NumberReader reader = new NumberReader();
    private String[] strings;
    private char[][] characters;
    private byte[][] bytes;
    private int next;

    /** Makes the texts. */
    @Setup
    public void setUp() {
        strings = texts().limit(Numbers.COUNT).toArray(String[]::new);
        characters = Stream.of(strings).map(String::toCharArray).toArray(char[][]::new);
        bytes = Stream.of(strings).map(text -> text.getBytes(US_ASCII)).toArray(byte[][]::new);
    }

    private Stream<String> texts() {
        Random random = new Random(SEED);
        return switch (numbers) {
            case "digits" -> texts(() -> random.nextDouble() * 1e5);
            case "noise" -> texts(() -> 0.1 * random.nextInt(1_000_000) + 0.2);
            case "exponent" -> texts(() -> random.nextInt(1, 10_000) * 1e-10);
            case "long" -> texts(() -> random.nextDouble() + 1).map(text -> text + "123456789");
            default -> decimals(Integer.parseInt(numbers));
        };
    }

    private static Stream<String> texts(DoubleSupplier numbers) {
        byte[] text = new byte[NumberText.LENGTH_MAX];
        return DoubleStream.generate(numbers)
                .mapToObj(
                        number -> new String(text, 0, NumberText.write(number, text, 0), US_ASCII));
    }

    private static Stream<String> decimals(int decimals) {
        return LongStream.of(Numbers.units(decimals))
                .mapToObj(units -> BigDecimal.valueOf(units, DECIMALS))
                .map(number -> number.stripTrailingZeros().toPlainString());
    }

    private int nextNumber() {
        return next++ & (Numbers.COUNT - 1);
    }

    /** Our reader on the characters of a token. */
    @Benchmark
    public double hayate() {
        char[] text = characters[nextNumber()];
        return reader.read(text, 0, text.length);
    }

    /** Jackson's fast reader on the same. */
    @Benchmark
    public double jackson() {
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
