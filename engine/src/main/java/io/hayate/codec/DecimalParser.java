package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.hayate.number.NumberReader;
import java.io.IOException;

/**
 * A parser that reads any number as the nearest double without allocating; the parser behind it makes
 * a String of some.
 *
 * <p>Loop. Allocates nothing of its own.
 */
final class DecimalParser extends JsonParserDelegate {
    /**
     * A number of so few characters is whole, and is asked for as such: the parser holds a zero as
     * a String, and would copy it to show its characters.
     */
    static final int SHORT_LENGTH = 2;

    private final NumberReader numbers;

    DecimalParser(JsonParser parser, NumberReader numbers) {
        super(parser);
        this.numbers = numbers;
    }

    /** The number that the parser stands on; an infinity where it is beyond what a double holds. */
    @Override
    public double getDoubleValue() throws IOException {
        int length = delegate.getTextLength();
        if (length <= SHORT_LENGTH) {
            int value = delegate.getIntValue();
            return value == 0 && length == SHORT_LENGTH ? -0.0 : value;
        }
        return numbers.read(delegate.getTextCharacters(), delegate.getTextOffset(), length);
    }
}
