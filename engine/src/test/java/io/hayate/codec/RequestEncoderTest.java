package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import org.junit.jupiter.api.Test;

class RequestEncoderTest {
    private final RequestEncoder encoder = new RequestEncoder();

    private String text(int length) {
        return encoder.buffer().getStringWithoutLengthAscii(0, length);
    }

    @Test
    void shouldWriteConf() {
        assertEquals("{\"event\":\"conf\",\"flags\":65536}", text(encoder.conf(65_536)));
        assertEquals("{\"event\":\"conf\",\"flags\":536870912}", text(encoder.conf(536_870_912)));
    }

    @Test
    void shouldWriteAuth() {
        assertEquals(
                "{\"event\":\"auth\",\"apiKey\":\"KEY\",\"authSig\":\"e2d5\","
                        + "\"authNonce\":1700000000000000,"
                        + "\"authPayload\":\"AUTH1700000000000000\",\"dms\":4}",
                text(
                        encoder.auth(
                                "KEY", "e2d5", "AUTH1700000000000000", 1_700_000_000_000_000L, 4)));
    }

    @Test
    void shouldWriteAuthWithoutDeadManSwitch() {
        String auth = text(encoder.auth("K", "s", "AUTH1", 1, 0));

        assertEquals(
                "{\"event\":\"auth\",\"apiKey\":\"K\",\"authSig\":\"s\",\"authNonce\":1,"
                        + "\"authPayload\":\"AUTH1\",\"dms\":0}",
                auth);
    }

    @Test
    void shouldEscapeWhatJsonDoesNotTake() {
        String auth = text(encoder.auth("a\"b\\c\n\u0000\u00e9\ud83d\ude00/", "s", "p", 1, 0));

        assertEquals(
                "\"a\\\"b\\\\c\\u000a\\u0000\\u00e9\\ud83d\\ude00/\"",
                auth.substring(auth.indexOf("Key\":") + 5, auth.indexOf(",\"authSig")));
    }

    @Test
    void shouldWriteKeyOfAnyLength() {
        String key = "k".repeat(5_000);

        int length = encoder.auth(key, "s", "AUTH1", 1, 0);

        assertEquals(
                "{\"event\":\"auth\",\"apiKey\":\""
                        + key
                        + "\",\"authSig\":\"s\",\"authNonce\":1,"
                        + "\"authPayload\":\"AUTH1\",\"dms\":0}",
                text(length));
    }

    @Test
    void shouldWriteSubscribe() {
        assertSubscribe("\"ticker\",\"symbol\":\"tBTCUSD\"", ChannelSpec.ticker("tBTCUSD"));
        assertSubscribe("\"ticker\",\"symbol\":\"tX\\\"Y\"", ChannelSpec.ticker("tX\"Y"));
        assertSubscribe("\"trades\",\"symbol\":\"fUSD\"", ChannelSpec.trades("fUSD"));
        assertSubscribe(
                "\"book\",\"symbol\":\"tBTCUSD\",\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\"",
                ChannelSpec.book("tBTCUSD"));
        assertSubscribe(
                "\"book\",\"symbol\":\"fUSD\",\"prec\":\"R0\",\"freq\":\"F1\",\"len\":\"250\"",
                ChannelSpec.book("fUSD", BookPrecision.R0, "F1", 250));
        assertSubscribe(
                "\"candles\",\"key\":\"trade:1m:tBTCUSD\"", ChannelSpec.candles("1m", "tBTCUSD"));
        assertSubscribe(
                "\"status\",\"key\":\"deriv:tBTCF0:USTF0\"",
                ChannelSpec.derivative("tBTCF0:USTF0"));
        assertSubscribe("\"status\",\"key\":\"liq:global\"", ChannelSpec.LIQUIDATIONS);
    }

    private void assertSubscribe(String keys, ChannelSpec spec) {
        assertEquals(
                "{\"event\":\"subscribe\",\"channel\":" + keys + "}",
                text(encoder.subscribe(spec)));
    }

    @Test
    void shouldWriteUnsubscribe() {
        assertEquals(
                "{\"event\":\"unsubscribe\",\"chanId\":10092}", text(encoder.unsubscribe(10_092)));
    }

    @Test
    void shouldWritePing() {
        assertEquals("{\"event\":\"ping\",\"cid\":1234}", text(encoder.ping(1_234)));
    }
}
