package io.hayate.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.event.TrafficTap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class PaperTapAllocationTest {
    private static final byte[] ROW =
            "[17470,[7616.5,3,31.8],55,1700000000000]".getBytes(StandardCharsets.US_ASCII);

    private final UnsafeBuffer text = new UnsafeBuffer(ROW);
    private final PaperTap tap = new PaperTap(TrafficTap.NONE);

    @Test
    void shouldAllocateNothingForATextWithRoomOrWithout() throws IOException {
        tap.onOpen(1, true, 0);

        assertEquals(0, Allocations.of(i -> tap.onTextIn(1, text, 0, ROW.length, 0, 0)));

        assertTrue(tap.hasTexts());
    }
}
