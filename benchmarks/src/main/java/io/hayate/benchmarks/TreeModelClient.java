package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.agrona.DirectBuffer;

/** What most clients do with a frame: a String, a tree, an order from a format. */
final class TreeModelClient {
    private static final int LAST_PRICE = 6;

    private final ObjectMapper mapper = new ObjectMapper();
    private long clientOrderId = 1_000_000_000_000L;
    private long ordersSent;

    /** Takes one frame; answers the bytes of the order that it leads to, or null. */
    byte[] receive(DirectBuffer frame, int length) throws IOException {
        JsonNode root = mapper.readTree(frame.getStringWithoutLengthUtf8(0, length));
        JsonNode row = root.get(1);
        if (row == null || !row.isArray()) {
            return null;
        }
        BigDecimal last = row.get(LAST_PRICE).decimalValue();
        return last.doubleValue() >= TickToOrderRig.TRIGGER_PRICE ? order("0.001") : null;
    }

    private byte[] order(String amount) {
        ordersSent++;
        return String.format(
                        Locale.ROOT,
                        "[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE MARKET\","
                                + "\"symbol\":\"tBTCUSD\",\"amount\":\"%s\"}]",
                        clientOrderId++,
                        amount)
                .getBytes(UTF_8);
    }

    long ordersSent() {
        return ordersSent;
    }
}
