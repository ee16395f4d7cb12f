package io.hayate.number;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as JavaScript writes them, each checked with Node. */
class NumberTextTest {
    private final byte[] text = new byte[2 * NumberText.LENGTH_MAX];

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "10",
                "278200",
                "100000000",
                "1234567890",
                "999999999999999",
                "1000000000000000",
                "9007199254740991",
                "9007199254740992",
                "9007199254740994",
                "18014398509481984",
                "100000000000000000000",
                "123456789012345680000",
                "-999999999999999900000",
                "0.1",
                "0.5",
                "-0.03025608",
                "118940.5",
                "41668.00243644",
                "9999999.99999999",
                "12345678.12345678",
                "10087.98969503",
                "0.000001",
                "0.0000011",
                "0.00002491",
                "43.358118629999986",
                "0.006000000000000001",
                "0.001448229999994055",
                "0.00028313972602739723",
                "-0.0000012345678901234567",
                "0.30000000000000004",
                "1125899906842624.2",
                "1125899906842624.8",
                "2251799813685248.5",
                "9.9e-7",
                "7.1e-7",
                "1e-7",
                "2e-8",
                "-5.2128e-8",
                "-1.4e-7",
                "1e-8",
                "1.7e-8",
                "1e+21",
                "1.5e+21",
                "1e+22",
                "1e+23",
                "9.5e+21",
                "-1.7976931348623157e+308",
                "2.2250738585072014e-308",
                "2.225073858507201e-308",
                "5e-324",
                "1e-323",
                "1.5e-323",
                "2e-323",
                "2.5e-323",
                "3e-323",
                "1e-322",
                "1.023e-321",
                "-5e-324"
            })
    void shouldWriteNumberAsJavaScriptDoes(String number) {
        assertEquals(number, write(Double.parseDouble(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.0, 0",
        "0.0000009999999, 9.999999e-7",
        "9.999999999999999E-7, 0.000001",
        "9.999999999999997E-7, 9.999999999999997e-7",
        "1.0000000000000002E-6, 0.0000010000000000000002",
        "9.999999999999999E20, 999999999999999900000",
        "1000000000000000000000, 1e+21",
        "1.0000000000000001E21, 1.0000000000000001e+21",
        "1E5, 100000",
        "9007199254740993, 9007199254740992",
        "9007199254740995, 9007199254740996",
        "123456789012345678, 123456789012345680",
        "1234567890123456789, 1234567890123456800",
        "2E-323, 2e-323",
        "4.9E-324, 5e-324",
        "2.0E-3, 0.002",
        "1125899906842624.25, 1125899906842624.2",
        "1125899906842624.75, 1125899906842624.8"
    })
    void shouldChooseShortestThenClosestThenEven(double value, String expected) {
        assertEquals(expected, write(value));
    }

    @ParameterizedTest
    @CsvSource({
        "-1074, 5e-324",
        "-1073, 1e-323",
        "-1022, 2.2250738585072014e-308",
        "-1021, 4.450147717014403e-308",
        "-20, 9.5367431640625e-7",
        "-19, 0.0000019073486328125",
        "-4, 0.0625",
        "53, 9007199254740992",
        "63, 9223372036854776000",
        "69, 590295810358705700000",
        "70, 1.1805916207174113e+21",
        "89, 6.189700196426902e+26",
        "122, 5.316911983139664e+36",
        "1023, 8.98846567431158e+307"
    })
    void shouldWritePowersOfTwoWithTheirNearNeighbourBelow(int exponent, String expected) {
        assertEquals(expected, write(Math.scalb(1.0, exponent)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldWriteNothingForWhatIsNoNumber(double value) {
        assertEquals(0, NumberText.write(value, text, 3));

        assertArrayEquals(new byte[text.length], text);
    }

    @Test
    void shouldWriteAtOffsetAndNothingBehindTheText() {
        int length = NumberText.write(-118.5, text, 3);

        assertEquals(6, length);
        assertEquals("\0\0\0-118.5\0", new String(text, 0, 10, US_ASCII));
    }

    @Test
    void shouldKeepToTheBoundOfLength() {
        String longest = "-0.0000012345678901234567";

        assertEquals(NumberText.LENGTH_MAX, longest.length());
        assertEquals(longest, write(-1.2345678901234567e-6));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                9,
                10,
                86_143_776_990L,
                244_611_273_982L,
                9_007_199_254_740_993L,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void shouldWriteAllDigitsOfWholeNumber(long value) {
        int length = NumberText.write(value, text, 1);

        assertEquals(Long.toString(value), new String(text, 1, length, US_ASCII));
    }

    private String write(double value) {
        return new String(text, 0, NumberText.write(value, text, 0), US_ASCII);
    }
}
