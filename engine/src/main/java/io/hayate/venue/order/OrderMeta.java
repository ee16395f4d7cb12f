package io.hayate.venue.order;

import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.Arrays;
import java.util.Map;

/**
 * What an order's {@code meta} asks for, and what its row holds of it: where it came from, then the
 * client's.
 *
 * @param json an object of JSON
 * @param protectsFromSelf the order does not trade with another of its account
 * @param madeVisible a hidden order is shown once somebody has taken of it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read only
public record OrderMeta(byte[] json, boolean protectsFromSelf, boolean madeVisible) {
    private static final String LEVERAGE = "$F33";
    private static final OrderMeta NONE = write(null, 0);

    /**
     * The meta of an order.
     *
     * @param given what the client sent, an object or anything else
     * @param leverage 0 for none
     */
    public static OrderMeta of(Object given, int leverage) {
        return given == null && leverage <= 0 ? NONE : write(given, leverage);
    }

    private static OrderMeta write(Object given, int leverage) {
        JsonText out = new JsonText().openObject().key("source").text("api");
        if (leverage > 0) {
            out.key(LEVERAGE).whole(leverage);
        }
        Fields fields = Fields.of(given);
        if (given instanceof Map<?, ?> meta) {
            meta.forEach((name, value) -> writeMember(out, (String) name, value));
        }
        out.closeObject();
        byte[] json = Arrays.copyOf(out.bytes(), out.length());
        return new OrderMeta(
                json, isSet(fields, "protect_selfmatch"), isSet(fields, "make_visible"));
    }

    private static void writeMember(JsonText out, String name, Object value) {
        if (!name.equals("source") && !name.equals(LEVERAGE)) {
            out.key(name).value(value);
        }
    }

    private static boolean isSet(Fields fields, String name) {
        return fields != null && (fields.whole(name) == 1 || Boolean.TRUE.equals(fields.get(name)));
    }
}
