package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.ControlMessage.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlDecoderTest {
    private final WholeFrameReader reader = new WholeFrameReader();

    private void assertAbsent(ControlMessage message) {
        assertEquals(0, message.code());
        assertEquals(-1, message.version());
        assertEquals(-1, message.platformStatus());
        assertEquals(-1, message.channelId());
        assertEquals(-1, message.flags());
        assertEquals(-1, message.cid());
        assertEquals(0, message.timeMs());
        assertEquals("", message.status() + message.channel() + message.symbol());
        assertEquals("", message.pair() + message.currency() + message.key() + message.message());
    }

    @Test
    void shouldReadInfo() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"event\":\"info\",\"version\":2,\"serverId\":\"083bd8d4-aca7\","
                                + "\"platform\":{\"status\":1}}");

        assertEquals(Kind.INFO, message.kind());
        assertEquals(2, message.version());
        assertEquals(1, message.platformStatus());
        assertEquals(0, message.code());
    }

    @Test
    void shouldReadInfoWithCode() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"event\":\"info\",\"code\":20051,"
                                + "\"msg\":\"Stopping. Please try to reconnect\"}");

        assertEquals(Kind.INFO, message.kind());
        assertEquals(20_051, message.code());
        assertEquals("Stopping. Please try to reconnect", message.message());
        assertEquals(-1, message.version());
        assertEquals(-1, message.platformStatus());
    }

    @Test
    void shouldReadConf() throws IOException {
        ControlMessage message =
                reader.control("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":65536}");

        assertEquals(Kind.CONF, message.kind());
        assertEquals("OK", message.status());
        assertEquals(65_536, message.flags());
    }

    @Test
    void shouldReadConfWithoutFlags() throws IOException {
        ControlMessage message = reader.control("{\"event\":\"conf\",\"status\":\"OK\"}");

        assertEquals(Kind.CONF, message.kind());
        assertEquals(-1, message.flags());
    }

    @Test
    void shouldReadSubscribedOfPairAndOfCurrency() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":204778,"
                                + "\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}");
        assertEquals(Kind.SUBSCRIBED, message.kind());
        assertEquals("ticker", message.channel());
        assertEquals(204_778, message.channelId());
        assertEquals("tBTCUSD", message.symbol());
        assertEquals("BTCUSD", message.pair());
        assertEquals("", message.currency());

        reader.control(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":209642,"
                        + "\"symbol\":\"fUST\",\"currency\":\"UST\"}");
        assertEquals("fUST", message.symbol());
        assertEquals("UST", message.currency());
        assertEquals("", message.pair());
    }

    @Test
    void shouldReadSubscribedOfKeyAndWithoutPair() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"event\":\"subscribed\",\"channel\":\"status\",\"chanId\":127758,"
                                + "\"key\":\"deriv:tBTCF0:USTF0\"}");

        assertEquals("deriv:tBTCF0:USTF0", message.key());
        assertEquals("", message.symbol() + message.pair());
    }

    @Test
    void shouldReadUnsubscribed() throws IOException {
        ControlMessage message =
                reader.control("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":30}");

        assertEquals(Kind.UNSUBSCRIBED, message.kind());
        assertEquals("OK", message.status());
        assertEquals(30, message.channelId());
    }

    @Test
    void shouldReadNumberThatVenueEchoesAsText() throws IOException {
        ControlMessage message =
                reader.control("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":\"106\"}");

        assertEquals(106, message.channelId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orders\":{\"read\":1,\"write\":1},\"account\":{\"read\":1,\"write\":0}}",
                "\"{\\\"orders\\\":{\\\"read\\\":1,\\\"write\\\":1}}\"",
                "null",
                "[[1],{\"status\":\"no\"}]"
            })
    void shouldReadAuthWhateverTheCapabilitiesAre(String caps) throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0,\"userId\":4162438,"
                                + "\"auth_id\":\"8fa5c5ab\",\"caps\":"
                                + caps
                                + "}");

        assertEquals(Kind.AUTH, message.kind());
        assertEquals("OK", message.status());
        assertEquals(0, message.channelId());
        assertEquals("", message.message());
    }

    @Test
    void shouldReadRefusedAuth() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"event\":\"auth\",\"status\":\"FAILED\",\"chanId\":0,\"code\":10100,"
                                + "\"msg\":\"apikey: invalid\"}");

        assertEquals(Kind.AUTH, message.kind());
        assertEquals("FAILED", message.status());
        assertEquals(10_100, message.code());
        assertEquals("apikey: invalid", message.message());
    }

    @Test
    void shouldReadErrorThatBeginsWithKeysOfRequest() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"channel\":\"book\",\"symbol\":\"tDOGEF0:USTF0\",\"prec\":\"P0\","
                                + "\"len\":\"25\",\"event\":\"error\",\"msg\":\"subscribe: dup\","
                                + "\"code\":10301,\"chanId\":722711,\"pair\":\"DOGEF0:USTF0\"}");

        assertEquals(Kind.ERROR, message.kind());
        assertEquals("book", message.channel());
        assertEquals("tDOGEF0:USTF0", message.symbol());
        assertEquals("subscribe: dup", message.message());
        assertEquals(10_301, message.code());
        assertEquals(722_711, message.channelId());
        assertEquals("DOGEF0:USTF0", message.pair());
    }

    @Test
    void shouldReadPong() throws IOException {
        ControlMessage message =
                reader.control("{\"event\":\"pong\",\"ts\":1511545528111,\"cid\":1234}");
        assertEquals(Kind.PONG, message.kind());
        assertEquals(1_511_545_528_111L, message.timeMs());
        assertEquals(1_234, message.cid());

        reader.control("{\"event\":\"pong\",\"ts\":1515023251265.5}");
        assertEquals(1_515_023_251_265L, message.timeMs());
        assertEquals(-1, message.cid());
    }

    @Test
    void shouldReadUnauth() throws IOException {
        assertEquals(
                Kind.UNAUTH,
                reader.control("{\"event\":\"unauth\",\"status\":\"OK\",\"chanId\":0}").kind());
    }

    @Test
    void shouldKeepWordOfEventThatIsNotKnown() throws IOException {
        ControlMessage message = reader.control("{\"event\":\"later\",\"code\":5}");

        assertEquals(Kind.OTHER, message.kind());
        assertEquals("later", message.event());
        assertEquals(5, message.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"event\":null}",
                "{\"Event\":\"info\",\"CODE\":5}",
                "{\"event\":null,\"version\":null,\"platform\":null,\"msg\":null,\"chanId\":null}",
                "{\"event\":{\"code\":5},\"version\":[2],\"msg\":[\"x\"],\"platform\":7}",
                "{\"platform\":{\"status\":\"1\",\"more\":{\"status\":1}},"
                        + "\"x\":{\"event\":\"info\"}}"
            })
    void shouldTakeNullAndNestedValuesAsAbsent(String frame) throws IOException {
        reader.control("{\"event\":\"error\",\"code\":1,\"msg\":\"must not shine through\"}");
        ControlMessage message = reader.control(frame);

        assertEquals(Kind.OTHER, message.kind());
        assertEquals("", message.event());
        assertAbsent(message);
    }

    @Test
    void shouldTakeTextOfOtherValues() throws IOException {
        ControlMessage message =
                reader.control("{\"event\":\"error\",\"msg\":5.50,\"status\":true}");

        assertEquals("5.50", message.message());
        assertEquals("true", message.status());
    }

    @Test
    void shouldReadEscapedAndForeignText() throws IOException {
        ControlMessage message =
                reader.control(
                        "{\"e\\u0076ent\":\"inf\\u006f\","
                                + "\"msg\":\"\\\"a\\\\\\n\u00e9\u20ac\\ud83d\\ude00\"}");

        assertEquals(Kind.INFO, message.kind());
        assertEquals("\"a\\\n\u00e9\u20ac\ud83d\ude00", message.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"code\":2147483648",
                "\"code\":99999999999",
                "\"code\":10300.5",
                "\"version\":-99999999999",
                "\"chanId\":-1",
                "\"chanId\":\"9223372036854775808\"",
                "\"chanId\":7.5",
                "\"chanId\":1e300",
                "\"ts\":253402300800000",
                "\"ts\":-1",
                "\"ts\":1e300",
                "\"platform\":{\"status\":4294967297}"
            })
    void shouldRefuseNumbersOutOfBounds(String member) {
        assertThrows(
                MalformedFrameException.class,
                () -> reader.control("{\"event\":\"error\"," + member + "}"));
    }

    @Test
    void shouldFillSameMessageAgain() throws IOException {
        ControlMessage first = reader.control("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":1}");

        assertSame(first, reader.control("{\"event\":\"pong\"}"));
        assertAbsent(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"orders\":{\"read\":1,\"write\":1}}                                | true  | false",
                "{\"withdraw\":{\"read\":1,\"write\":1},\"orders\":{\"write\":1}}       | true  | true",
                "{\"orders\":{\"read\":1,\"write\":0}}                                | false | false",
                "{\"orders\":{\"read\":1}}                                            | false | false",
                "{\"wallets\":{\"read\":1,\"write\":1}}                               | false | false",
                "{\"orders\":{\"write\":true,\"new\":[1]},\"x\":[{}]}                 | true  | false",
                "{\"orders\":{\"write\":2}}                                           | false | false",
                "{\"orders\":{\"write\":{}}}                                          | false | false",
                "{\"orders\":[1,1]}                                                 | false | false",
                "{\"orders\":{\"write\":1,\"write\":0}}                               | false | false",
                "{\"orders\":{\"write\":1},\"orders\":{\"write\":0}}                  | false | false",
                "{}                                                                 | false | false",
                "[]                                                                 | false | false",
                "5                                                                  | false | false",
                "\"\"                                                               | false | false",
                "\"{\\\"orders\\\":{\\\"read\\\":1,\\\"write\\\":1}}\"                   | true  | false",
                "\"{\\\"ui_withdraw\\\":{\\\"write\\\":1}}\"                            | false | true",
                "\"{\\\"orders\\\":{\\\"write\\\":1},\"                                 | false | false",
            })
    void shouldReadWhatTheKeyMayDo(String caps, boolean writes, boolean withdraws)
            throws IOException {
        ControlMessage message =
                reader.control("{\"event\":\"auth\",\"caps\":" + caps + ",\"status\":\"OK\"}");

        assertTrue(message.hasCaps());
        assertEquals(writes, message.mayWriteOrders());
        assertEquals(withdraws, message.mayWithdraw());
        assertEquals("OK", message.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"caps\":null"})
    void shouldNotKnowWhatTheKeyMayDoWhereTheVenueDoesNotSay(String caps) throws IOException {
        ControlMessage message = reader.control("{\"event\":\"auth\"" + caps + "}");

        assertFalse(message.hasCaps());
        assertFalse(message.mayWriteOrders());
    }
}
