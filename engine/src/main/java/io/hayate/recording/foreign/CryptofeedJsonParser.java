package io.hayate.recording.foreign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hayate.recording.foreign.ForeignLine.Kind;
import io.hayate.recording.line.LineReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Raw data as cryptofeed 3 wrote it at first, in format 2: a line of JSON each, of several connections.
 *
 * <pre>
 * {"t":"header","format":2,"exchange":"BITFINEX",...}
 * {"t":"connect","conn":"BITFINEX.ws.1","addr":"wss://...","ts":1618678132.368}
 * {"t":"recv","conn":"BITFINEX.ws.1","ts":1618678132.91,"data":"[17470,\\"hb\\"]"}
 * </pre>
 *
 * <p>Allocates.
 */
public final class CryptofeedJsonParser implements ForeignLineParser {
    private static final String RULE = "must be a JSON object with \"t\", \"conn\" and \"ts\"";
    private static final byte[] HEADER = Bytes.ascii("{\"t\":\"header\"");
    private static final int NS_DIGITS = 9;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LineReader.LINE_MAX)
                                    .build())
                    .build();

    private String kind;
    private String link;
    private String data;
    private BigDecimal seconds;

    /** True when a text begins as such a file does. */
    public static boolean begins(byte[] bytes, int length) {
        return Bytes.startsWith(bytes, 0, length, HEADER);
    }

    @Override
    public String parse(LineReader line, ForeignLine to) {
        kind = "";
        link = "";
        data = "";
        seconds = null;
        int end = Bytes.trimmedEnd(line.bytes(), line.offset(), line.offset() + line.length());
        int length = end - line.offset();
        if (length > 0) {
            try (JsonParser json = FACTORY.createParser(line.bytes(), line.offset(), length)) {
                read(json);
            } catch (JacksonException e) {
                return RULE + ": " + e.getOriginalMessage();
            } catch (IOException e) {
                return RULE + ": " + e.getMessage();
            }
        }
        return fill(to);
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("was no object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "t" -> kind = json.getText();
                case "conn" -> link = json.getText();
                case "data" -> data = json.getText();
                case "ts" -> seconds = json.getDecimalValue();
                default -> json.skipChildren();
            }
        }
    }

    private String fill(ForeignLine to) {
        Kind is =
                switch (kind) {
                    case "recv" -> Kind.IN;
                    case "send" -> Kind.OUT;
                    case "http" -> Kind.REST;
                    case "connect" -> Kind.CONNECT;
                    default -> Kind.NOTHING;
                };
        if (is == Kind.NOTHING) {
            to.set(is);
            return null;
        } else if (seconds == null) {
            return RULE;
        }
        byte[] text = data.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, text.length + LineReader.SLACK);
        long timeNs = seconds.movePointRight(NS_DIGITS).setScale(0, RoundingMode.DOWN).longValue();
        to.set(is).timeNs(timeNs).link(link).text(new UnsafeBuffer(padded), 0, text.length);
        return null;
    }
}
