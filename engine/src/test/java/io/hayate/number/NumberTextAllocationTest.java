package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import java.io.IOException;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumberTextAllocationTest {
    private static final int NUMBERS = 1_024;

    private final byte[] text = new byte[NumberText.LENGTH_MAX];
    private long written;

    @Test
    void shouldAllocateNothing() throws IOException {
        GeneratedNumbers generated = new GeneratedNumbers(1);
        double[] values = DoubleStream.generate(generated::next).limit(NUMBERS).toArray();

        long allocated =
                Allocations.of(
                        i -> {
                            written += NumberText.write(values[i % NUMBERS], text, 0);
                            written += NumberText.write(244_611_273_982L + i, text, 0);
                        });

        assertEquals(0, allocated);
        assertTrue(written > 0);
    }
}
