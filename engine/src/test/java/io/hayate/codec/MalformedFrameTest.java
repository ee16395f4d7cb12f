package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is told in one line, and the frame after it is read as ever. */
class MalformedFrameTest {
    private final WholeFrameReader reader = new WholeFrameReader(DecoderKind.JACKSON);
    private final WholeFrameReader scanner = new WholeFrameReader(DecoderKind.SCANNER);

    private void assertMalformed(byte[] frame) throws IOException {
        assertMalformed(scanner, frame);
        assertMalformed(reader, frame);
    }

    private static void assertMalformed(WholeFrameReader reader, byte[] frame) throws IOException {
        MalformedFrameException e =
                assertThrows(MalformedFrameException.class, () -> reader.readAll(frame));
        assertFalse(e.getMessage().isBlank());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        assertFalse(e.getMessage().contains("Source"), e.getMessage());
        assertEquals(0, e.getStackTrace().length);
        assertEquals(118_940, reader.ticker(Frames.TICKER).bidPrice());
        assertEquals(111_172_419_114L, reader.report(Frames.ORDER_NEW).orderId());
    }

    private void assertMalformed(String frame) throws IOException {
        assertMalformed(frame.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " \r\n\t ",
                "5",
                "\"hb\"",
                "null",
                "true",
                "hello",
                "]",
                "}",
                "[",
                "{",
                "[]",
                "{\"event\"",
                "{\"event\":",
                "{\"event\":\"pong\"",
                "{\"event\":\"pong\",}",
                "{event:\"pong\"}",
                "[12",
                "[12]",
                "[12,",
                "[12,\"hb\"",
                "[12,\"hb\",",
                "[12,\"hb]",
                "[12,\"hb\",1,2",
                "[12,\"hb\"]]",
                "[12,\"hb\"]5",
                "[12,\"hb\"][12,\"hb\"]",
                "[12,\"hb\"],",
                "[12,\"hb\"} ",
                "[12 \"hb\"]",
                "[12,,\"hb\"]",
                "[12,'hb']",
                "[12,\"hb\",01]",
                "[12,\"hb\",+1]",
                "[12,\"hb\",1.]",
                "[12,\"hb\",.5]",
                "[12,\"hb\",NaN]",
                "[12,\"hb\",Infinity]",
                "[12,\"hb\",tru]",
                "[12,\"h\\qb\"]",
                "[12,\"h\\u12\"]",
                "[12,\"h\tb\"]",
                "[null,\"hb\"]",
                "[\"12\",\"hb\"]",
                "[12.5,\"hb\"]",
                "[1e3,\"hb\"]",
                "[[12],\"hb\"]",
                "[{},\"hb\"]",
                "[true,\"hb\"]",
                "[12,null]",
                "[12,5]",
                "[12,{}]",
                "[12,true]",
                "[9223372036854775808,\"hb\"]",
                "[12,\"hb\",9223372036854775808]",
                "[12,\"hb\",-9223372036854775809]"
            })
    void shouldRefuseFrame(String frame) throws IOException {
        assertMalformed(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,[1,2,\"3\"]]",
                "[1,[1,2,true]]",
                "[1,[1,[2],3]]",
                "[1,[{},2,3]]",
                "[1,[[1,2,3],4]]",
                "[1,[1,2",
                "[1,[1,2]",
                "[1,[1e400,2]]",
                "[1,[1,-1e400]]",
                "[1,[1,2,3,4,5,6,7,8,9,10,[[1]]"
            })
    void shouldRefuseTicker(String frame) throws IOException {
        assertMalformed(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"on\"]",
                "[0,\"on\",null]",
                "[0,\"on\",null,{\"cid\":1,\"symbol\":\"tBTCUSD\"}]",
                "[0,\"oc\",null,{\"id\":123}]",
                "[0,\"on\",{}]",
                "[0,\"on\",\"x\"]",
                "[0,\"on\",5]",
                "[0,\"on\",[[1],[2]]]",
                "[0,\"on\",[\"1\"]]",
                "[0,\"on\",[1.5]]",
                "[0,\"on\",[9223372036854775808]]",
                "[0,\"on\",[-9223372036854775809]]",
                "[0,\"on\",[1,null,12345678901234567890]]",
                "[0,\"on\",[1,null,1,5]]",
                "[0,\"on\",[1,null,1,[]]]",
                "[0,\"on\",[1,null,1,\"tBTCUSD\",\"now\"]]",
                "[0,\"on\",[1,null,1,\"tBTCUSD\",1,1,\"0.5\"]]",
                "[0,\"on\",[1,null,1,\"tBTCUSD\",1,1,1,1,3]]",
                "[0,\"os\",null]",
                "[0,\"os\",[1,2]]",
                "[0,\"os\",[null]]",
                "[0,\"os\",[[1],null]]",
                "[0,\"os\",[[1],{}]]",
                "[0,\"os\",[[1],[2]",
                "[0,\"te\",[]]",
                "[0,\"te\",[null,\"tBTCUSD\",1,1,1,1]]",
                "[0,\"te\",[1,\"tBTCUSD\",1,1,null,1]]",
                "[0,\"tu\",[1,\"tBTCUSD\",1,1,1,null]]",
                "[0,\"tu\",[1,\"tBTCUSD\",1,1,1]]",
                "[0,\"wu\",[5]]",
                "[0,\"wu\",[\"exchange\",\"USD\",\"5\"]]",
                "[0,\"ws\",[\"exchange\"]]",
                "[0,\"n\",[1,5]]",
                "[0,\"n\",[1,\"on-req\",null,null,[\"1\"],null,\"SUCCESS\",\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[1],null,5,\"x\"]]",
                "[0,\"n\",[1,\"on-req\",null,null,[1],null,\"SUCCESS\",{}]]"
            })
    void shouldRefuseRow(String frame) throws IOException {
        assertMalformed(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"info\",\"event\":\"pong\"}",
                "{\"event\":\"error\",\"code\":10300,\"code\":10305}",
                "{\"event\":\"info\",\"platform\":{},\"platform\":{\"status\":1}}",
                "{\"event\":\"conf\",\"flags\":\"many\"}",
                "{\"event\":\"conf\",\"flags\":\"\"}",
                "{\"event\":\"conf\",\"flags\":true}",
                "{\"event\":\"conf\",\"flags\":9223372036854775808}",
                "{\"event\":\"pong\",\"ts\":1e400}",
                "{\"event\":\"pong\"}}",
                "{\"event\":\"pong\"}{\"event\":\"pong\"}"
            })
    void shouldRefuseControl(String frame) throws IOException {
        assertMalformed(frame);
    }

    static List<byte[]> notUtf8() {
        return List.of(
                bytes("[12,\"h\u00ff\"]"),
                bytes("[12,\"\u00c3\"]"),
                bytes("[12,\"\u00e2\u0082\"]"),
                bytes("[12,\"hb\",\u00ff]"),
                bytes("[12,\"hb\"]\u00ff"),
                bytes("\u00ef\u00bb\u00bf[12,\"hb\"]"),
                bytes("\u00ff\u00fe["),
                bytes("{\"\u00ff\":1}"),
                bytes("[12,\"hb\",\u0000]"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void shouldRefuseWhatIsNotUtf8(byte[] frame) throws IOException {
        assertMalformed(frame);
    }

    @Test
    void shouldRefuseDeepNesting() throws IOException {
        assertMalformed("[1,[" + "[".repeat(30_000) + "]".repeat(30_000) + "]]");
        assertMalformed("[".repeat(60_000));
        assertMalformed("[12,\"hb\"," + "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000) + "]");
        assertMalformed("{\"event\":\"x\",\"caps\":" + "[".repeat(100) + "]".repeat(100) + "}");
    }

    @Test
    void shouldRefuseNumbersOf400Digits() throws IOException {
        assertMalformed("[1,[" + "9".repeat(400) + "]]");
        assertMalformed("[1,[0." + "1".repeat(400) + "]]");
        assertMalformed("[1,[1,2,3,4,5,6,7,8,9,10," + "9".repeat(400) + "]]");
        assertMalformed("[12,\"hb\"," + "9".repeat(400) + "]");
        assertMalformed("[" + "9".repeat(400) + ",\"hb\"]");
    }

    @Test
    void shouldRefuseKeysWithoutEnd() throws IOException {
        assertMalformed("{\"event\":\"x\",\"" + "k".repeat(10_000) + "\":1}");
    }

    @Test
    void shouldStayCheapWhenVenueSendsRubbishForLong() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            assertMalformed("[12,\"hb\"," + i);
        }
    }

    @Test
    void shouldRememberNamesInBoundedMemory() throws IOException {
        StringBuilder keys = new StringBuilder();
        for (int frame = 0; frame < 200; frame++) {
            keys.setLength(0);
            for (int i = 0; i < 1_000; i++) {
                keys.append("\"key-").append(frame * 1_000 + i).append("\":0,");
            }
            assertEquals(
                    ControlMessage.Kind.PONG,
                    reader.control("{" + keys + "\"event\":\"pong\"}").kind());
        }
        assertTrue(reader.ticker(Frames.TICKER).bidPrice() > 0);
    }
}
