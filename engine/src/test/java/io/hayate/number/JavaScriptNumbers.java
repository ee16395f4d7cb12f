package io.hayate.number;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The 100,000 numbers of {@code javascript-numbers.txt.gz}, which Node wrote. */
public final class JavaScriptNumbers {
    private JavaScriptNumbers() {}

    /** A double and its text in JavaScript. */
    public record Sample(double value, String text) {
        private static Sample of(String line) {
            int space = line.indexOf(' ');
            long bits = Long.parseUnsignedLong(line, 0, space, 16);
            return new Sample(Double.longBitsToDouble(bits), line.substring(space + 1));
        }
    }

    public static List<Sample> all() {
        try (InputStream file =
                        JavaScriptNumbers.class.getResourceAsStream(
                                "/numbers/javascript-numbers.txt.gz");
                InputStream text = new GZIPInputStream(file)) {
            return new String(text.readAllBytes(), US_ASCII).lines().map(Sample::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
