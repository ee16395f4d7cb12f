package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestEncoderAllocationTest {
    private final RequestEncoder encoder = new RequestEncoder();

    @Test
    void shouldAllocateNothingForPing() throws IOException {
        assertEquals(0, Allocations.of(encoder::ping));
    }
}
