package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Decodes a control event. Keys come in any order; keys that are not known are skipped with their
 * values. A number may come as a text, as the venue echoes it. Null and what is nested count as
 * absent. A known key that comes twice is malformed: it is not for us to choose.
 *
 * <pre>{"channel":"book","symbol":"tX","event":"error","msg":"symbol: invalid","code":10300}</pre>
 *
 * <p>I/O thread. Allocates the texts that it finds.
 */
final class ControlDecoder {
    private static final String PLATFORM_STATUS = "status";
    private static final double EXACT_MAX = 1L << 53;

    private final KeyCapsDecoder caps = new KeyCapsDecoder();

    /** Fills {@code message} from a parser on the opening brace. */
    void decode(JsonParser json, ControlMessage message) throws IOException {
        message.clear();
        while (Json.next(json) != JsonToken.END_OBJECT) {
            ControlField field = ControlField.ofWire(json.currentName());
            JsonToken value = Json.next(json);
            if (field != null && !message.see(field)) {
                throw new MalformedFrameException("key " + field.wireName() + " comes twice");
            }
            if (field == ControlField.PLATFORM) {
                decodePlatform(json, value, message);
            } else if (field == ControlField.CAPS && value != JsonToken.VALUE_NULL) {
                message.put(field, caps.decode(json, value));
            } else if (field != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                decodeField(json, field, message);
            } else {
                Json.leaveValue(json);
            }
        }
    }

    private static void decodePlatform(JsonParser json, JsonToken opening, ControlMessage message)
            throws IOException {
        if (opening != JsonToken.START_OBJECT) {
            Json.leaveValue(json);
            return;
        }
        while (Json.next(json) != JsonToken.END_OBJECT) {
            boolean status = PLATFORM_STATUS.equals(json.currentName());
            if (Json.next(json) == JsonToken.VALUE_NUMBER_INT && status) {
                message.put(
                        ControlField.PLATFORM, within(ControlField.PLATFORM, Json.integer(json)));
            } else {
                Json.leaveValue(json);
            }
        }
    }

    private static void decodeField(JsonParser json, ControlField field, ControlMessage message)
            throws IOException {
        if (field == ControlField.EVENT) {
            message.putEvent(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        } else if (field.isNumber()) {
            message.put(field, within(field, integer(json, field)));
        } else {
            message.put(field, json.getText());
        }
    }

    private static long integer(JsonParser json, ControlField field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_FLOAT -> wholePart(json, field);
            default -> Json.integer(json); // true and false hold no digits: malformed
        };
    }

    private static long wholePart(JsonParser json, ControlField field) throws IOException {
        double value = json.getDoubleValue();
        boolean isWhole = value == Math.rint(value) && Math.abs(value) <= EXACT_MAX;
        if (!isWhole && !field.mayBeCut()) {
            throw new MalformedFrameException(field.wireName() + " is no whole number");
        }
        return Json.wholePart(json);
    }

    private static long within(ControlField field, long value) throws IOException {
        if (!field.holds(value)) {
            throw new MalformedFrameException(field.wireName() + " is out of bounds");
        }
        return value;
    }
}
