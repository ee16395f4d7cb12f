package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    private static final double LEAST = Double.MIN_VALUE;

    private final NumberReader reader = new NumberReader();

    private double read(String number) {
        char[] text = ("9" + number + "9").toCharArray(); // what lies around it does not count
        return reader.read(text, 1, number.length());
    }

    /** Every form that a number of JSON has, and every way that it is rounded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "0.000000000000000000000000000000",
                "0e99999",
                "-0E-99999",
                "0e99999999999999999999",
                "7",
                "-7",
                "278200",
                "-0.03025608",
                "9007199254740992",
                "9007199254740993",
                "9007199254740995",
                "0.30000000000000004",
                "19203.444049780002",
                "0.00028313972602739723",
                "43.358118629999986",
                "999999999999999999",
                "1000000000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551615",
                "18446744073709551616",
                "100000000000000000000",
                "1000000000000000000000",
                "1e21",
                "1E+21",
                "1e22",
                "1e23",
                "8.5e22",
                "2e-8",
                "-5.2128e-8",
                "1.5e000000000000000000000000003",
                "1.7976931348623157e308",
                "17976931348623157e292",
                "1.7976931348623158e308",
                "1.7976931348623159e308",
                "1e308",
                "1e309",
                "-1e400",
                "1e99999999999",
                "1e-99999999999",
                "1e-9223372036854775809",
                "1e-400",
                "5e-324",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "2.470328229206232720e-324",
                "2.470328229206232721e-324",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308",
                "2.2250738585072012e-308",
                "4503599627370497.5",
                "4503599627370498.5",
                "4503599627370497.50000000000000000000000000001",
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827021181583404541015625"
            })
    void shouldReadAsTheJdkDoes(String number) {
        assertEquals(Double.parseDouble(number), read(number)); // which tells the zeros apart
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--1",
                "+1",
                ".5",
                "-.5",
                "1.",
                "-1.",
                "1.e5",
                "01",
                "00",
                "-01",
                "01.5",
                "1e",
                "1e+",
                "1e-",
                "1e5.",
                "1e5e5",
                "1e--5",
                "1e5x",
                "1.5.5",
                "1-2",
                " 1",
                "1 ",
                "0x1",
                "1f",
                "1d",
                "1.5x",
                "null",
                "NaN",
                "Infinity",
                "e5",
                "1_0",
                "\u0661"
            })
    void shouldReadNothingOfWhatIsNoNumber(String text) {
        assertEquals(Double.NaN, read(text));
    }

    @Test
    void shouldReadHalfwayToEven() {
        for (double below : new double[] {0, LEAST, 0.1, 1, 3.3e-310, 1e16, 6e22, 1e300}) {
            assertHalfway(below);
            assertHalfway(Math.nextUp(below));
        }
        assertHalfway(Math.nextDown(Double.MIN_NORMAL));
        assertHalfway(Math.nextDown(Double.MAX_VALUE));
    }

    private void assertHalfway(double below) {
        BigDecimal midpoint = GeneratedNumbers.midpointAbove(below);
        String digits = midpoint.toPlainString();
        double above = Math.nextUp(below);
        boolean isEven = (Double.doubleToRawLongBits(below) & 1) == 0;
        double even = isEven ? below : above;
        String zeros = (digits.contains(".") ? "" : ".") + "0".repeat(2_000);
        assertEquals(even, read(digits));
        assertEquals(even, read(digits + zeros));
        assertEquals(above, read(digits + zeros + "1"));
        assertEquals(above, read(midpoint.add(midpoint.ulp()).toPlainString()));
        assertEquals(below, read(midpoint.subtract(midpoint.ulp()).toPlainString()));
    }

    /** The midpoint to 2^1024 is the first that is beyond. */
    @Test
    void shouldReadInfinityFromHalfwayBehindGreatest() {
        BigDecimal midpoint = GeneratedNumbers.midpointAbove(Double.MAX_VALUE);

        assertEquals(Double.POSITIVE_INFINITY, read(midpoint.toPlainString()));
        assertEquals(Double.NEGATIVE_INFINITY, read("-" + midpoint.toBigInteger() + ".1"));
        assertEquals(Double.MAX_VALUE, read(midpoint.subtract(BigDecimal.ONE).toPlainString()));
    }

    @Test
    void shouldNotCountZerosAroundDigits() {
        String zeros = "0".repeat(5_000);

        assertEquals(1, read("0." + zeros + "1e5001"));
        assertEquals(1, read("1" + zeros + "e-5000"));
        assertEquals(1.5, read("1.5" + zeros));
        assertEquals(12.5, read("0." + zeros + "00125" + zeros + "e5004"));
        assertEquals(0.1 + 0.2, read("0.30000000000000004" + zeros));
        assertEquals(0, read("0." + zeros));
        assertEquals(-0.0, read("-0." + zeros + "e" + zeros + "9"));
    }

    @Test
    void shouldReadAnyNumberOfDigits() {
        String nines = "9".repeat(10_000);

        assertEquals(Double.POSITIVE_INFINITY, read(nines));
        assertEquals(1, read("0." + nines));
        assertEquals(10, read("9." + nines));
        assertEquals(1e10, read(nines + "e-9990"));
    }
}
