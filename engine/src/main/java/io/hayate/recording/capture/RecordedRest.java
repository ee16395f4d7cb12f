package io.hayate.recording.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.TrafficTap;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An answer of the exchange's REST as a recording has it: bodies stand as they are where they are one value of
 * JSON, else in base64.
 *
 * <pre>
 * {"path":"/v2/auth/r/orders/tBTCUSD","asked":{},"status":200,"body":[[33950998275,...]]}
 * {"path":"/v2/auth/r/orders/tBTCUSD","asked":{},"status":0,"body-raw":"bm8gYW5zd2Vy..."}
 * {"path":"/v2/conf/pub:info:pair","status":200,"left":2097152}
 * </pre>
 *
 * @param path what was asked for
 * @param asked body of the request; empty where it had none
 * @param status of HTTP, or {@link TrafficTap#NO_ANSWER}
 * @param body of the answer, or why there is none
 * @param left bytes of a body that was left out, for want of room; 0 where it is whole
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RecordedRest(String path, String asked, int status, byte[] body, long left) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOTHING = {};

    /**
     * Reads the text of a REST.
     *
     * @throws IOException when it is none
     */
    public static RecordedRest of(RecordedEntry entry) throws IOException {
        byte[] text = RecordedNumber.bytes(entry);
        String path = "";
        byte[] asked = NOTHING;
        int status = TrafficTap.NO_ANSWER;
        byte[] body = NOTHING;
        long left = 0;
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "path" -> path = json.getText();
                    case "asked" -> asked = value(json, text);
                    case "asked-raw" -> asked = json.getBinaryValue();
                    case "status" -> status = json.getIntValue();
                    case "body" -> body = value(json, text);
                    case "body-raw" -> body = json.getBinaryValue();
                    case "left" -> left = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        }
        return new RecordedRest(
                path, new String(asked, StandardCharsets.UTF_8), status, body, left);
    }

    /** The value that stands there, byte for byte. */
    private static byte[] value(JsonParser json, byte[] text) throws IOException {
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        return Arrays.copyOfRange(text, from, (int) json.currentLocation().getByteOffset());
    }

    /** Why there is no answer, in words. */
    public String failure() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
