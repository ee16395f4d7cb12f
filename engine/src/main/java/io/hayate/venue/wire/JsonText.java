package io.hayate.venue.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** JSON being written: commas come by themselves, numbers look as JavaScript writes them. */
public final class JsonText {
    private static final int LONG_LENGTH_MAX = 20;
    private static final int KEPT_MAX = 16_384; // bytes of room that one keeps while it rests

    private byte[] bytes = new byte[512];
    private int length;

    /** What was written, from the first byte on, and room behind it. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** Empties it. */
    public JsonText clear() {
        length = 0;
        return this;
    }

    /** Empties it and gives back the room of a long text. */
    public void trim() {
        length = 0;
        if (bytes.length > KEPT_MAX) {
            bytes = new byte[KEPT_MAX];
        }
    }

    /** Begins an array. */
    public JsonText openArray() {
        return open('[');
    }

    /** Ends an array. */
    public JsonText closeArray() {
        return put(']');
    }

    /** Begins an object. */
    public JsonText openObject() {
        return open('{');
    }

    /** Ends an object. */
    public JsonText closeObject() {
        return put('}');
    }

    /** The name of a member, whose value comes next. */
    public JsonText key(String name) {
        return text(name).put(':');
    }

    /** A string, or null. */
    public JsonText text(String value) {
        if (value == null) {
            return nul();
        }
        separate();
        put('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                i = putWide(value, i) - 1;
            } else if (c == '"' || c == '\\' || c < ' ') {
                putEscaped(c);
            } else {
                put(c);
            }
        }
        return put('"');
    }

    /** A null. */
    public JsonText nul() {
        return literal("null");
    }

    /** So many nulls. */
    public JsonText nulls(int count) {
        for (int i = 0; i < count; i++) {
            nul();
        }
        return this;
    }

    /** A whole number. */
    public JsonText whole(long value) {
        separate();
        ensure(LONG_LENGTH_MAX);
        length = JsNumber.writeWhole(value, bytes, length);
        return this;
    }

    /** The number {@code unscaled} times ten to the minus {@code scale}. */
    public JsonText decimal(long unscaled, int scale) {
        separate();
        ensure(JsNumber.LENGTH_MAX);
        length = JsNumber.write(unscaled, scale, bytes, length);
        return this;
    }

    /** A number, or null; also null for one that is beyond all doubles, as JavaScript has it. */
    public JsonText number(BigDecimal value) {
        if (value != null && JsNumber.isShort(value)) {
            return decimal(value.unscaledValue().longValue(), value.scale());
        }
        double number = value == null ? Double.NaN : value.doubleValue();
        return Double.isFinite(number) ? floating(number) : nul();
    }

    /** A number as floating point has it. */
    public JsonText floating(double value) {
        separate();
        ensure(JsNumber.LENGTH_MAX);
        length = JsNumber.write(value, bytes, length);
        return this;
    }

    /** A colon, as between the words of a checksum. */
    public JsonText colon() {
        return put(':');
    }

    /** Any value that {@link JsonReader} gives. */
    public JsonText value(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        } else if (value instanceof String text) {
            return text(text);
        } else if (value instanceof List<?> list) {
            openArray();
            list.forEach(this::value);
            return closeArray();
        } else if (value instanceof Map<?, ?> map) {
            openObject();
            map.forEach((name, member) -> key((String) name).value(member));
            return closeObject();
        }
        return literal(String.valueOf(value)); // true, false or null
    }

    /** What was written elsewhere, as one value. */
    public JsonText raw(JsonText other) {
        separate();
        return put(other.bytes, 0, other.length);
    }

    /** The elements of an array that was written elsewhere and is not empty. */
    public JsonText elements(JsonText array) {
        separate();
        return put(array.bytes, 1, array.length - 2);
    }

    /** A value that is JSON already. */
    public JsonText json(byte[] value) {
        return json(value, 0, value.length);
    }

    /** A value that is JSON already: so many bytes from {@code offset} on. */
    public JsonText json(byte[] value, int offset, int count) {
        separate();
        return put(value, offset, count);
    }

    private JsonText literal(String word) {
        separate();
        for (int i = 0; i < word.length(); i++) {
            put(word.charAt(i));
        }
        return this;
    }

    private JsonText open(char bracket) {
        separate();
        return put(bracket);
    }

    private void separate() {
        if (length == 0) {
            return;
        }
        byte last = bytes[length - 1];
        if (last != '[' && last != '{' && last != ':') {
            put(',');
        }
    }

    private void putEscaped(char c) {
        put('\\');
        int at = "\b\t\n\f\r\"\\".indexOf(c);
        if (at >= 0) {
            put("btnfr\"\\".charAt(at));
            return;
        }
        put('u').put('0').put('0').put(c < 0x10 ? '0' : '1').put("0123456789abcdef".charAt(c & 15));
    }

    /** Writes the run of characters beyond ASCII that starts here, and returns where it ends. */
    private int putWide(String value, int start) {
        int end = start;
        while (end < value.length() && value.charAt(end) >= 0x80) {
            end++;
        }
        byte[] wide = value.substring(start, end).getBytes(StandardCharsets.UTF_8);
        put(wide, 0, wide.length);
        return end;
    }

    private JsonText put(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        return this;
    }

    private JsonText put(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    private void ensure(int room) {
        if (bytes.length - length < room) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + room));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
