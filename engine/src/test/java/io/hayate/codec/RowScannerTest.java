package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowScannerTest {
    private final UnsafeBuffer target = new UnsafeBuffer(ByteBuffer.allocateDirect(Long.BYTES));
    private final RowScanner rows = new RowScanner();

    /** A step from the start of the text, which a closing bracket ends as it ends every frame. */
    private interface Step {
        long from(Object base, long address, long target);
    }

    /** How many characters the step went, the same off heap and on it. */
    private long run(Step step, String text) {
        byte[] frame = (text + "]").getBytes(ISO_8859_1);
        DirectBuffer offHeap = Frames.buffer(frame);
        byte[] copy = new byte[offHeap.capacity()];
        offHeap.getBytes(0, copy);
        long steps = run(step, new UnsafeBuffer(copy));
        long onHeapBits = target.getLong(0);
        assertEquals(steps, run(step, offHeap));
        assertEquals(onHeapBits, target.getLong(0));
        return steps;
    }

    private long run(Step step, DirectBuffer buffer) {
        long from = buffer.addressOffset() + Frames.OFFSET;
        long at = step.from(buffer.byteArray(), from, target.addressOffset());
        return at == RowScanner.DECLINED ? at : at - from;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "7",
                "-7",
                "10",
                "1234567",
                "-1234567",
                "12345678",
                "99999999",
                "-99999999",
                "0.1",
                "0.00000001",
                "-0.00000001",
                "0.12345678",
                "9999999.99999999",
                "-9999999.99999999",
                "1000000.00000000",
                "43.35811862",
                "7616.5",
                "123456789",
                "-123456789",
                "12345678.5",
                "1.123456789",
                "43.358118629999986",
                "0.30000000000000004",
                "19203.444049780002",
                "123456789012345680000",
                "9007199254740993",
                "4503599627370497.5",
                "1e5",
                "1E5",
                "-1.5e5",
                "2e-8",
                "1.5e+21",
                "0e0",
                "-0e9",
                "5e-324",
                "1e-400",
                "1.7976931348623157e308",
                "2.4703282292062327208051355972538764774614953994750976562500000000000000000000000000000000001e-324"
            })
    void shouldReadDecimalToTheBit(String number) {
        assertEquals(number.length(), run(rows::decimal, number));
        assertEquals(Double.parseDouble(number), target.getDouble(0));
        assertEquals(number.length(), run(rows::decimal, number + ",5"));
        assertEquals(Double.parseDouble(number), target.getDouble(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",1",
                "-",
                "--1",
                "+1",
                ".5",
                "-.5",
                "1.",
                "-1.",
                "1.,2",
                "01",
                "00",
                "-01",
                "01.5",
                "null",
                "\"1\"",
                "[1",
                "{}",
                " 1",
                "a",
                "1.-5",
                "1.x",
                "1:2",
                ":1",
                "1\u00b5",
                "\u00b5",
                "1.\u00b5",
                "1234567\u0010",
                "1.1234567:"
            })
    void shouldDeclineWhatIsNoNumberItKnows(String text) {
        assertEquals(RowScanner.DECLINED, declinedOrStopped(run(rows::decimal, text), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5.5",
                "1-2",
                "1 ",
                "1.5 ",
                "1.5x",
                "1}",
                "1e",
                "1e+",
                "1e5.5",
                "123456789.",
                "0123456789",
                "1.7976931348623159e308",
                "-1e400"
            })
    void shouldDeclineNumberThatGoesOnWrongOrTooFar(String text) {
        assertEquals(RowScanner.DECLINED, run(rows::decimal, text));
        assertEquals(RowScanner.DECLINED, run(rows::decimal, text + ",5"));
    }

    @Test
    void shouldDeclineNumberThatParserRefusesForItsLength() {
        String longest = "1".repeat(FrameParser.NUMBER_LENGTH_MAX);

        assertEquals(longest.length(), run(rows::decimal, longest));
        assertEquals(RowScanner.DECLINED, run(rows::decimal, longest + "1"));
        assertEquals(RowScanner.DECLINED, run(rows::decimal, longest + "1".repeat(9_000)));
    }

    /** A caller declines where a step stops at anything but a comma or the bracket. */
    private static long declinedOrStopped(long steps, String text) {
        boolean ends = steps >= 0 && (steps >= text.length() || text.charAt((int) steps) == ',');
        return ends ? steps : RowScanner.DECLINED;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "5",
                "1234567",
                "12345678",
                "123456789",
                "1564617600401",
                "999999999999999",
                "100000000000000"
            })
    void shouldReadWholeNumber(String number) {
        assertEquals(number.length(), run(RowScanner::integer, number));
        assertEquals(Long.parseLong(number), target.getLong(0));
        assertEquals(number.length(), run(RowScanner::integer, number + ",[7"));
        assertEquals(Long.parseLong(number), target.getLong(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "+5",
                "05",
                "00",
                "1234567890123456",
                "9223372036854775807",
                "1.5",
                "1e3",
                "null",
                "\"5\"",
                "5 ",
                " 5",
                "12345678901x",
                "1234567x",
                "12345678\u00b5"
            })
    void shouldDeclineWhatIsNoWholeNumberItKnows(String text) {
        assertEquals(RowScanner.DECLINED, declinedOrStopped(run(RowScanner::integer, text), text));
    }

    @Test
    void shouldStepOverNumberOrNull() {
        assertEquals(4, run(rows::skip, "null"));
        assertEquals(4, run(rows::skip, "null,1"));
        assertEquals(4, run(rows::skip, "-1.5"));
        assertEquals(RowScanner.DECLINED, run(rows::skip, "nul"));
        assertEquals(RowScanner.DECLINED, run(rows::skip, "true"));
    }
}
