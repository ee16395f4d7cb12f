package io.hayate.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import io.hayate.number.GeneratedNumbers;
import io.hayate.number.JavaScriptNumbers;
import io.hayate.number.NumberText;
import java.io.IOException;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both decoders read every form of number to the bit: JavaScript's own as the double that was written,
 * any other that JSON has as the JDK reads it. The venue's decimals, ten a frame, are part of it.
 */
class NumberReadTest {
    private static final int CAPACITY = 8_192;
    private static final MathContext DIGITS_MAX = new MathContext(90);

    private final String[] texts = new String[Ticker.PAIR_FIELDS];
    private final double[] values = new double[Ticker.PAIR_FIELDS];
    private final byte[] text = new byte[NumberText.LENGTH_MAX];
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadWhatNodeWrote(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        Iterator<JavaScriptNumbers.Sample> samples = JavaScriptNumbers.all().iterator();
        while (samples.hasNext()) {
            for (int i = 0; i < texts.length; i++) {
                JavaScriptNumbers.Sample sample = samples.next();
                texts[i] = sample.text();
                values[i] = sample.value();
            }
            assertRead(reader);
        }
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadBackWhatIsWritten(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        GeneratedNumbers numbers = new GeneratedNumbers(7);
        for (int n = 0; n < GeneratedNumbers.COUNT; n += texts.length) {
            for (int i = 0; i < texts.length; i++) {
                values[i] = numbers.next() + 0.0; // which makes zero of negative zero
                texts[i] = new String(text, 0, NumberText.write(values[i], text, 0), US_ASCII);
            }
            assertRead(reader);
        }
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadAnyFormAsTheJdkDoes(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        GeneratedNumbers numbers = new GeneratedNumbers(8);
        for (int n = 0; n < GeneratedNumbers.COUNT; n += texts.length) {
            for (int i = 0; i < texts.length; i++) {
                texts[i] = numbers.nextText();
                values[i] = Double.parseDouble(texts[i]);
            }
            assertRead(reader);
        }
    }

    /** As many digits as the parser takes; what is beyond a double is malformed to both. */
    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadAroundMidpointsAsTheJdkDoes(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        GeneratedNumbers numbers = new GeneratedNumbers(9);
        for (int n = 0; n < GeneratedNumbers.COUNT / 10; n += texts.length) {
            for (int i = 0; i < texts.length; i++) {
                texts[i] = numbers.nextMidpoint().round(DIGITS_MAX).toString();
                values[i] = Double.parseDouble(texts[i]);
            }
            assertRead(reader);
        }
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadEveryNumberOfSample(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        Pattern number = Pattern.compile("-?\\b(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\b");
        for (String frame : Frames.sample()) {
            Matcher found = number.matcher(frame);
            while (found.find()) {
                Arrays.fill(texts, found.group());
                Arrays.fill(values, Double.parseDouble(found.group()));
                assertRead(reader);
            }
        }
    }

    /** Ten of a kind: each form must be right whatever lies beside it. */
    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadSameInFrameOfItsOwn(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        Iterator<JavaScriptNumbers.Sample> samples = JavaScriptNumbers.all().iterator();
        for (int n = 0; n < 20_000; n++) {
            JavaScriptNumbers.Sample sample = samples.next();
            for (int i = 0; i < texts.length; i++) {
                texts[i] = sample.text();
                values[i] = sample.value();
            }
            assertRead(reader);
        }
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldRefuseNumberBeyondWhatDoubleHolds(DecoderKind kind) {
        WholeFrameReader reader = new WholeFrameReader(kind);
        for (String number : List.of("1e309", "-1.7976931348623159e308", "1e99999999999")) {
            String frame = "[17,[1,2," + number + ",4,5,6,7,8,9,10]]";
            MalformedFrameException refused =
                    assertThrows(MalformedFrameException.class, () -> reader.ticker(frame));
            assertEquals("a number is beyond what a double holds", refused.getMessage());
        }
    }

    private void assertRead(WholeFrameReader reader) throws IOException {
        String frame = "[17,[" + String.join(",", texts) + "]]";
        byte[] bytes = frame.getBytes(US_ASCII);
        buffer.putBytes(Frames.OFFSET, bytes);
        Event event = reader.event.begin(7, 1);
        reader.decoder.begin(buffer, Frames.OFFSET, bytes.length);
        reader.decoder.decodeMarketRow(TestChannels.TICKER, event);
        reader.decoder.end();
        for (int i = 0; i < values.length; i++) {
            long bits = event.buffer().getLong(event.bodyOffset() + i * Double.BYTES);
            if (bits != Double.doubleToRawLongBits(values[i])) {
                assertEquals(values[i], Double.longBitsToDouble(bits), texts[i]);
            }
        }
    }
}
