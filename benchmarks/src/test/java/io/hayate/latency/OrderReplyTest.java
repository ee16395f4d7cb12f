package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderReplyTest {
    private final OrderText order = new OrderText();

    private boolean read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return order.read(bytes, bytes.length);
    }

    private List<JsonNode> replies() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(OrderReply.BYTES_MAX);
        OrderReply.putAll(out, new AsciiText(), order, 3);
        out.flip();
        List<JsonNode> frames = new ArrayList<>();
        while (out.hasRemaining()) {
            assertEquals((byte) 0x81, out.get());
            int length = out.get();
            length = length == 126 ? out.getShort() : length;
            byte[] text = new byte[length];
            out.get(text);
            frames.add(new ObjectMapper().readTree(text));
        }
        return frames;
    }

    @Test
    void shouldFillOrderWhenItsKeysComeInAnyOrder() throws IOException {
        assertTrue(
                read(
                        "[0,\"on\",null,{\"amount\":\"-0.25\",\"symbol\":\"tETHUSD\","
                                + "\"type\":\"EXCHANGE MARKET\",\"cid\": 77}]"));

        List<JsonNode> frames = replies();

        assertEquals(
                List.of("n", "te", "oc", "tu"),
                frames.stream().map(frame -> frame.get(1).asText()).toList());
        JsonNode notification = frames.get(0).get(2);
        assertEquals("SUCCESS", notification.get(6).asText());
        assertEquals(77, notification.get(4).get(2).asLong());
        assertEquals(32, notification.get(4).size());
        JsonNode closed = frames.get(2).get(2);
        assertEquals(32, closed.size());
        assertEquals("tETHUSD", closed.get(3).asText());
        assertEquals(0, closed.get(6).asInt());
        assertEquals(-0.25, closed.get(7).asDouble());
        assertEquals("EXECUTED @ 97325.0(-0.25)", closed.get(13).asText());
    }

    @Test
    void shouldTellOneExecutionTwiceWhenFeeComesLater() throws IOException {
        read(ClientTexts.order(1_000_000));

        List<JsonNode> frames = replies();

        JsonNode executed = frames.get(1).get(2);
        JsonNode charged = frames.get(3).get(2);
        assertEquals(executed.get(0), charged.get(0));
        assertEquals(frames.get(2).get(2).get(0), charged.get(3)); // of the same order
        assertEquals(0.001, executed.get(4).asDouble());
        assertEquals(12, charged.size());
        assertEquals(1_000_000, charged.get(11).asLong());
    }

    @Test
    void shouldTakeNothingForOrderWhenTextIsAnother() {
        assertFalse(read("[0,\"oc\",null,{\"id\":5}]"));
        assertFalse(read("[]"));
    }

    @Test
    void shouldReadNoIdWhenOrderHasNone() {
        read("[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tX\",\"amount\":\"1\"}]");

        assertEquals(0, order.clientOrderId());
    }
}
