package io.hayate.venue.order;

import io.hayate.venue.wire.JsonText;
import java.util.Arrays;
import java.util.Map;

/** What the row of an order holds of its {@code meta}: where it came from, then the client's. */
final class OrderMeta {
    private OrderMeta() {}

    /** As an object of JSON. */
    static byte[] of(Object given) {
        JsonText out = new JsonText().openObject().key("source").text("api");
        if (given instanceof Map<?, ?> meta) {
            meta.forEach((name, value) -> writeMember(out, (String) name, value));
        }
        out.closeObject();
        return Arrays.copyOf(out.bytes(), out.length());
    }

    private static void writeMember(JsonText out, String name, Object value) {
        if (!name.equals("source")) {
            out.key(name).value(value);
        }
    }
}
