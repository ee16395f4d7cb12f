package io.hayate.venue.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void shouldSetCommasByItself() {
        JsonText row = new JsonText().openArray().whole(-1).nulls(2).closeArray();
        JsonText text = new JsonText().openObject().key("a").whole(0).key("b").openArray();
        text.text("x").raw(row).decimal(-25, 2).closeArray().key("c").openObject().closeObject();

        String written = text.closeObject().toString();

        assertEquals("{\"a\":0,\"b\":[\"x\",[-1,null,null],-0.25],\"c\":{}}", written);
    }

    @Test
    void shouldWriteNumbersAsTheNearestDoubleWouldBe() {
        Random random = new Random(17);
        for (int i = 0; i < 100_000; i++) {
            BigInteger digits = new BigInteger(1 + random.nextInt(63), random);
            int scale = random.nextInt(i % 2 == 0 ? 20 : 700) - (i % 2 == 0 ? 4 : 350);
            BigDecimal value = new BigDecimal(i % 3 == 0 ? digits.negate() : digits, scale);

            String written = new JsonText().number(value).toString();

            assertEquals(JsNumber.of(value.doubleValue()), written, value::toString);
        }
    }

    @Test
    void shouldWriteNullForANumberBeyondAllDoubles() {
        BigDecimal beyond = new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE);

        assertEquals("null", new JsonText().number(beyond).toString());
        assertEquals("null", new JsonText().number(null).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,\"2\",null,true,false,{\"b\":-0.5}],\"c\":\"\"}",
                "[[],{},\"\\\"\\\\\\n\\t\\u0001\\u001f/\"]",
                "\"5 µs \u65e5\u672c \uD83D\uDE00 end\"",
                "1e-8",
                "9223372036854775807000"
            })
    void shouldWriteBackWhatWasRead(String json) throws IOException {
        String expected = json.replace("9223372036854775807000", "9.223372036854776e+21");

        assertEquals(expected, new JsonText().value(JsonReader.read(json)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nope",
                "{",
                "[1,",
                "[1}",
                "{\"a\"}",
                "{} {}",
                "[1] x",
                "01",
                "NaN",
                "'a'",
                "1e99999999999",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void shouldRefuseWhatIsNotJson(String text) {
        assertThrows(IOException.class, () -> JsonReader.read(text));
    }

    @Test
    void shouldWriteWholeNumbersOfAllLengths() {
        assertEquals(
                "[0,-9,10,9223372036854775807,-9223372036854775808]",
                new JsonText()
                        .openArray()
                        .whole(0)
                        .whole(-9)
                        .whole(10)
                        .whole(Long.MAX_VALUE)
                        .whole(Long.MIN_VALUE)
                        .closeArray()
                        .toString());
    }
}
