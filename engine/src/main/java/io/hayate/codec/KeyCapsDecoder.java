package io.hayate.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Decodes what a key may do. What is not understood, or comes twice and differs, allows nothing.
 *
 * <pre>{"orders":{"read":1,"write":1},"withdraw":{"read":0,"write":0},...}</pre>
 *
 * <p>Older servers send that object as a text. The loop.
 */
final class KeyCapsDecoder {
    static final long WRITES_ORDERS = 1;
    static final long WITHDRAWS = 2;

    private static final String ORDERS = "orders";
    private static final String WITHDRAW = "withdraw";
    private static final String UI_WITHDRAW = "ui_withdraw";
    private static final String WRITE = "write";

    private final JsonFactory factory = new JsonFactory(); // for one that comes as a text

    private boolean orders;
    private boolean noOrders;
    private boolean withdraws;

    /** What the value on which the parser stands allows: a sum of the above. */
    long decode(JsonParser json, JsonToken value) throws IOException {
        orders = false;
        noOrders = false;
        withdraws = false;
        if (value == JsonToken.START_OBJECT) {
            decodeAreas(json);
        } else if (value == JsonToken.VALUE_STRING) {
            decodeText(json.getText());
        } else {
            Json.leaveValue(json);
        }
        boolean mayWrite = orders && !noOrders;
        return (mayWrite ? WRITES_ORDERS : 0) | (withdraws ? WITHDRAWS : 0);
    }

    private void decodeText(String text) {
        try (JsonParser json = factory.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                decodeAreas(json);
            }
        } catch (IOException e) {
            noOrders = true; // what it says of orders may stand behind where it broke
        }
    }

    private void decodeAreas(JsonParser json) throws IOException {
        while (Json.next(json) != JsonToken.END_OBJECT) {
            String area = json.currentName();
            boolean isOrders = ORDERS.equals(area);
            boolean isWithdraw = WITHDRAW.equals(area) || UI_WITHDRAW.equals(area);
            boolean isObject = Json.next(json) == JsonToken.START_OBJECT;
            boolean isWriting = isObject && isWriting(json);
            if (!isObject) {
                Json.leaveValue(json);
            }
            orders |= isOrders && isWriting;
            noOrders |= isOrders && !isWriting;
            withdraws |= isWithdraw && isWriting;
        }
    }

    private static boolean isWriting(JsonParser json) throws IOException {
        boolean yes = false;
        boolean no = false;
        while (Json.next(json) != JsonToken.END_OBJECT) {
            boolean isWrite = WRITE.equals(json.currentName());
            JsonToken value = Json.next(json);
            boolean isOne =
                    value == JsonToken.VALUE_TRUE
                            || (value == JsonToken.VALUE_NUMBER_INT && "1".equals(json.getText()));
            yes |= isWrite && isOne;
            no |= isWrite && !isOne;
            Json.leaveValue(json);
        }
        return yes && !no;
    }
}
