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
                "7616.5"
            })
    void shouldReadDecimalToTheBit(String number) {
        assertEquals(number.length(), run(RowScanner::decimal, number));
        assertEquals(Double.parseDouble(number), target.getDouble(0));
        assertEquals(number.length(), run(RowScanner::decimal, number + ",5"));
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
        assertEquals(RowScanner.DECLINED, declinedOrStopped(run(RowScanner::decimal, text), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "12345678.5",
                "1.123456789",
                "1e5",
                "1E5",
                "1.5e5",
                "1.5.5",
                "1-2",
                "1 ",
                "1.5 ",
                "1.5x",
                "1}"
            })
    void shouldStopBeforeCommaOrBracketWhenNumberGoesOn(String text) {
        assertEquals(RowScanner.DECLINED, declinedOrStopped(run(RowScanner::decimal, text), text));
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
        assertEquals(4, run(RowScanner::skip, "null"));
        assertEquals(4, run(RowScanner::skip, "null,1"));
        assertEquals(4, run(RowScanner::skip, "-1.5"));
        assertEquals(RowScanner.DECLINED, run(RowScanner::skip, "nul"));
        assertEquals(RowScanner.DECLINED, run(RowScanner::skip, "true"));
    }
}
