package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.codec.Allocations;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderAllocationTest {
    private static final int NUMBERS = 1_024;

    private final NumberReader reader = new NumberReader();
    private double sum;

    private long allocations(char[][] texts) throws IOException {
        return Allocations.of(
                i -> {
                    char[] text = texts[i % texts.length];
                    sum += reader.read(text, 0, text.length);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "7616.5",
                "0.30000000000000004",
                "19203.444049780002",
                "0.00028313972602739723",
                "123456789012345680000",
                "1.5e+21",
                "5e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "1.7976931348623157e308",
                "1.7976931348623159e308",
                "9007199254740993",
                "4503599627370497.5",
                "1e99999999999",
                "0e99999",
                "12x"
            })
    void shouldAllocateNothingForNumber(String text) throws IOException {
        assertEquals(0, allocations(new char[][] {text.toCharArray()}));
    }

    @Test
    void shouldAllocateNothingForAnyForm() throws IOException {
        GeneratedNumbers numbers = new GeneratedNumbers(41);
        Stream<String> texts = Stream.generate(numbers::nextText);

        assertEquals(
                0,
                allocations(texts.limit(NUMBERS).map(String::toCharArray).toArray(char[][]::new)));
    }

    @ParameterizedTest
    @MethodSource("midpoints")
    void shouldAllocateNothingForMidpoint(String text) throws IOException {
        assertEquals(0, allocations(new char[][] {text.toCharArray()}));
    }

    static Stream<String> midpoints() {
        return Stream.of(1e300, 0.1)
                .map(value -> GeneratedNumbers.midpointAbove(value).toPlainString());
    }
}
