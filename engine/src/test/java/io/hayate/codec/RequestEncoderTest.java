package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(
                "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}",
                text(encoder.subscribeTicker("tBTCUSD")));
        assertEquals(
                "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tX\\\"Y\"}",
                text(encoder.subscribeTicker("tX\"Y")));
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
