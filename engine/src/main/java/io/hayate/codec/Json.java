package io.hayate.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.io.IOException;

/**
 * Reads the values of a row one after the other. A row that has ended goes on as nulls, so that a
 * short one reads like one with nulls at its end; a value that is not wanted is skipped with all
 * that is nested in it.
 *
 * <p>The caller's thread. Allocates nothing for a good frame. Every method throws {@link
 * MalformedFrameException} where the text is not JSON, ends early, or holds another type of value.
 */
final class Json {
    private Json() {}

    /** Moves to the next token, which there must be. */
    static JsonToken next(JsonParser json) throws IOException {
        JsonToken token = advance(json);
        if (token == JsonToken.NOT_AVAILABLE) {
            throw new MalformedFrameException("the frame ends early");
        }
        return token;
    }

    private static JsonToken advance(JsonParser json) throws IOException {
        try {
            return json.nextToken();
        } catch (JacksonException e) {
            throw new MalformedFrameException("not JSON: " + withoutSource(e.getOriginalMessage()));
        }
    }

    private static String withoutSource(String message) {
        int source = message.indexOf(" (for "); // the parser tells where it read from
        return source < 0 ? message : message.substring(0, source);
    }

    /** Moves to the next value of the row; stays on the closing bracket once that is reached. */
    static JsonToken nextValue(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.END_ARRAY ? JsonToken.END_ARRAY : next(json);
    }

    /** The next number; NaN for null and beyond the end of the row. */
    static double nextDecimal(JsonParser json) throws IOException {
        JsonToken token = nextValue(json);
        if (token.isNumeric()) {
            return decimal(json);
        }
        checkAbsent(token, "a number");
        return Double.NaN;
    }

    /** The next number, which must be there. */
    static double nextDecimalDue(JsonParser json, String field) throws IOException {
        double value = nextDecimal(json);
        if (Double.isNaN(value)) {
            throw new MalformedFrameException(field + " is missing");
        }
        return value;
    }

    private static double decimal(JsonParser json) throws IOException {
        double value = json.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw new MalformedFrameException("a number is beyond what a double holds");
        }
        return value;
    }

    /** The next whole number, of 64 bits; 0 for null and beyond the end of the row. */
    static long nextLong(JsonParser json) throws IOException {
        nextValue(json);
        return longOf(json);
    }

    /** The whole number that the parser stands on; 0 for null and beyond the end of the row. */
    static long longOf(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return integer(json);
        }
        checkAbsent(token, "a whole number");
        return 0;
    }

    /** The complaint is put together when there is one, as that allocates. */
    private static void check(boolean holds, String field, String complaint) throws IOException {
        if (!holds) {
            throw new MalformedFrameException(field + complaint);
        }
    }

    /** The next number of an order or the like; 0 for null and beyond the end of the row. */
    static long nextId(JsonParser json, String field) throws IOException {
        long id = nextLong(json);
        check(id >= 0, field, " is below 0");
        return id;
    }

    /** The same, which must be there and is not 0. */
    static long nextIdDue(JsonParser json, String field) throws IOException {
        long id = nextId(json, field);
        check(id != 0, field, " is missing");
        return id;
    }

    /** The next number of days, which must be there. */
    static int nextPeriodDue(JsonParser json, String field) throws IOException {
        return checkPeriod(nextIntDue(json, field), field);
    }

    /** The next number of days; 0 for null and beyond the end of the row. */
    static int nextPeriod(JsonParser json, String field) throws IOException {
        return checkPeriod(nextInt(json, field), field);
    }

    private static int checkPeriod(int days, String field) throws IOException {
        check(days <= Bounds.PERIOD_MAX, field, " is over " + Bounds.PERIOD_MAX + " days");
        return days;
    }

    /** The next whole number from 0 up, of 31 bits, which must be there. */
    static int nextIntDue(JsonParser json, String field) throws IOException {
        JsonToken token = nextValue(json);
        if (token == JsonToken.VALUE_NULL || token == JsonToken.END_ARRAY) {
            throw new MalformedFrameException(field + " is missing");
        }
        return intOf(token, json, field);
    }

    /** The next whole number from 0 up, of 31 bits; 0 for null and beyond the end of the row. */
    static int nextInt(JsonParser json, String field) throws IOException {
        JsonToken token = nextValue(json);
        return token == JsonToken.VALUE_NULL || token == JsonToken.END_ARRAY
                ? 0
                : intOf(token, json, field);
    }

    private static int intOf(JsonToken token, JsonParser json, String field) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected(token, "a whole number");
        }
        long value = integer(json);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedFrameException(field + " is not within 31 bits");
        }
        return (int) value;
    }

    /** The next time in ms, of which the venue at times gives fractions: they are cut off. */
    static long nextTimeMs(JsonParser json) throws IOException {
        JsonToken token = nextValue(json);
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return checkTime(integer(json));
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return checkTime(wholePart(json));
        }
        checkAbsent(token, "a time");
        return 0;
    }

    private static long checkTime(long timeMs) throws IOException {
        check(Bounds.isTimeMs(timeMs), "a time", " is not within the years 1970 to 9999");
        return timeMs;
    }

    /** The number that the parser stands on, its fraction cut off. */
    static long wholePart(JsonParser json) throws IOException {
        return (long) decimal(json);
    }

    /** The whole number that the parser stands on. */
    static long integer(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getTextLength() <= DecimalParser.SHORT_LENGTH) {
            return json.getIntValue();
        }
        return integer(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    /** The whole number of these characters: digits, with or without a minus in front. */
    static long integer(char[] text, int offset, int length) throws IOException {
        if (length == 0) {
            throw new MalformedFrameException("a whole number is due");
        }
        boolean negative = length > 1 && text[offset] == '-';
        long value = 0; // negative, since that side reaches one further
        try {
            for (int i = negative ? 1 : 0; i < length; i++) {
                int digit = text[offset + i] - '0';
                if (digit < 0 || digit > 9) {
                    throw new MalformedFrameException("a whole number is due");
                }
                value = Math.subtractExact(Math.multiplyExact(value, 10L), digit);
            }
            return negative ? value : Math.negateExact(value);
        } catch (ArithmeticException e) {
            throw new MalformedFrameException("a whole number is beyond 64 bits");
        }
    }

    /**
     * Moves to the next text, whose characters the parser then holds; false for null and beyond the
     * end of the row.
     */
    static boolean nextText(JsonParser json) throws IOException {
        JsonToken token = nextValue(json);
        if (token == JsonToken.VALUE_STRING) {
            return true;
        }
        checkAbsent(token, "a text");
        return false;
    }

    /** The number of the instrument that is named next, given out now if it is a new one. */
    static int nextInstrument(JsonParser json, Instruments instruments) throws IOException {
        return nextText(json)
                ? instruments.register(
                        json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : Instrument.NONE;
    }

    /** The same, which must be named. */
    static int nextInstrumentDue(JsonParser json, Instruments instruments, String field)
            throws IOException {
        boolean isNamed = nextText(json) && json.getTextLength() > 0;
        check(isNamed, field, " is missing");
        return instruments.register(
                json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    private static void checkAbsent(JsonToken token, String due) throws IOException {
        if (token != JsonToken.VALUE_NULL && token != JsonToken.END_ARRAY) {
            throw unexpected(token, due);
        }
    }

    /** Makes sure that the parser stands on the opening bracket of a row. */
    static void checkRow(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected(json.currentToken(), "a row");
        }
    }

    static MalformedFrameException unexpected(JsonToken token, String due) {
        return new MalformedFrameException(due + " is due, found " + token);
    }

    /** Skips so many values, whatever they are. */
    static void skip(JsonParser json, int values) throws IOException {
        for (int i = 0; i < values && nextValue(json) != JsonToken.END_ARRAY; i++) {
            leaveValue(json);
        }
    }

    /** Skips the rest of the row: its closing bracket is then the parser's token. */
    static void skipToEndOfArray(JsonParser json) throws IOException {
        while (nextValue(json) != JsonToken.END_ARRAY) {
            leaveValue(json);
        }
    }

    /** Skips the value that the parser stands on, and the rest of its row, unless that has ended. */
    static void skipRestOfArray(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.END_ARRAY) {
            leaveValue(json);
            skipToEndOfArray(json);
        }
    }

    /** Skips what is nested in the value that the parser stands on, which is no closing bracket. */
    static void leaveValue(JsonParser json) throws IOException {
        if (json.currentToken().isStructStart()) {
            skipToDepth(json, depth(json) - 1);
            json.clearCurrentToken(); // its closing bracket is not that of the row
        }
    }

    /** Skips until so many brackets and braces are open. */
    static void skipToDepth(JsonParser json, int depth) throws IOException {
        while (depth(json) > depth) {
            next(json);
        }
    }

    /** Brackets and braces that are open. */
    static int depth(JsonParser json) {
        return json.getParsingContext().getNestingDepth();
    }
}
