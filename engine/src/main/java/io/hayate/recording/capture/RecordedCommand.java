package io.hayate.recording.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import java.io.IOException;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A command as a recording has it.
 *
 * <pre>{"type":"ORDER","target":3,"amount":0.0,"made":123,"intent":"AAEC..."}</pre>
 *
 * @param target number of an instrument, or of a channel
 * @param madeNs when it was made
 * @param loop which took it, from 0
 * @param intent what an ORDER asks for; null for any other
 */
public record RecordedCommand(
        CommandType type, int target, double amount, long madeNs, int loop, OrderIntent intent) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the text of a COMMAND.
     *
     * @throws IOException when it is none
     */
    public static RecordedCommand of(RecordedEntry entry) throws IOException {
        CommandType type = null;
        int target = 0;
        double amount = Double.NaN;
        long madeNs = 0;
        int loop = 0;
        OrderIntent intent = null;
        try (JsonParser json = JSON.createParser(RecordedNumber.bytes(entry))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                switch (key) {
                    case "type" -> type = typeOf(json.getText());
                    case "target" -> target = json.getIntValue();
                    case "amount" ->
                            amount =
                                    value == JsonToken.VALUE_NULL
                                            ? Double.NaN
                                            : json.getDoubleValue();
                    case "made" -> madeNs = json.getLongValue();
                    case "loop" -> loop = json.getIntValue();
                    case "intent" -> intent = intentOf(json.getBinaryValue());
                    default -> json.skipChildren();
                }
            }
        }
        if (type == null) {
            throw new RecordingException("a command without a type");
        }
        return new RecordedCommand(type, target, amount, madeNs, loop, intent);
    }

    private static CommandType typeOf(String name) throws RecordingException {
        for (CommandType type : CommandType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new RecordingException("a command that this version does not know: " + name);
    }

    private static OrderIntent intentOf(byte[] bytes) throws RecordingException {
        if (bytes.length != OrderIntent.SIZE) {
            throw new RecordingException("an order of another version: " + bytes.length + " bytes");
        }
        return new OrderIntent().wrap(new UnsafeBuffer(bytes), 0);
    }
}
