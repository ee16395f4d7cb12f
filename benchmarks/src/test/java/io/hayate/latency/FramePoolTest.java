package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FramePoolTest {
    private static final int[] CHANNELS = {17, 430, 99_001};
    private static final int MANY = 20_000; // the pool more than once

    private final FramePool frames = new FramePool(CHANNELS, 1);
    private final ByteBuffer out = ByteBuffer.allocateDirect(512);

    private JsonNode next() throws IOException {
        out.flip();
        assertEquals((byte) 0x81, out.get());
        int length = out.get();
        length = length == 126 ? out.getShort() : length;
        byte[] text = new byte[length];
        out.get(text);
        assertFalse(out.hasRemaining());
        out.clear();
        return new ObjectMapper().readTree(new String(text, StandardCharsets.US_ASCII));
    }

    @Test
    void shouldSendEachChannelInTurnWhenTriggersAreAmongThem() throws IOException {
        for (int i = 0; i < MANY; i++) {
            if (i % 5 == 4) {
                frames.putTrigger(out, 1_000_000 + i);
            } else {
                frames.putOrdinary(out);
            }
            JsonNode ticker = next();
            assertEquals(CHANNELS[i % CHANNELS.length], ticker.get(0).asInt());
            assertEquals(10, ticker.get(1).size());
            assertEquals(i % 5 == 4, ClientTexts.isTrigger(ticker.get(1).get(6).asDouble()));
        }
    }

    @Test
    void shouldCarryIdAsBidAndLastWhenTrigger() throws IOException {
        for (int id = 1_000_000; id < 1_000_000 + MANY; id += 7) {
            frames.putTrigger(out, id);
            JsonNode row = next().get(1);
            assertEquals(id, row.get(0).asInt());
            assertEquals(id + 1, row.get(2).asInt());
            assertEquals(id, row.get(6).asInt());
        }
    }

    @Test
    void shouldReadTheSameNumbersAsJacksonWhenFloorReads() throws IOException {
        FloorTicker floor = new FloorTicker();
        for (int i = 0; i < MANY; i++) {
            frames.putOrdinary(out);
            int textAt = out.get(1) == 126 ? 4 : 2;
            assertTrue(floor.read(out, textAt));
            JsonNode row = next().get(1);
            for (int field = 0; field < 10; field++) {
                assertEquals(row.get(field).asDouble(), floor.value(field));
            }
        }
    }
}
