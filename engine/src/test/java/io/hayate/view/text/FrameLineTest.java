package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.event.NoticeType;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FrameLineTest {
    @Test
    void shouldMarkDirectionWhenFrameComesOrGoes() {
        assertEquals("< [17082,\"hb\"]", line(NoticeType.FRAME_IN, "[17082,\"hb\"]"));
        assertEquals("> {\"event\":\"ping\"}", line(NoticeType.FRAME_OUT, "{\"event\":\"ping\"}"));
    }

    @Test
    void shouldMaskSecretsWhenAuthFrameGoes() {
        String frame =
                "{\"event\":\"auth\",\"apiKey\":\"abcdefghijkl\",\"authSig\":\"00ff\","
                        + "\"authNonce\":1700000000000000,\"authPayload\" : \"AUTH17\",\"dms\":4}";

        assertEquals(
                "> {\"event\":\"auth\",\"apiKey\":\"abcd****\",\"authSig\":\"****\","
                        + "\"authNonce\":\"****\",\"authPayload\" : \"****\",\"dms\":4}",
                line(NoticeType.FRAME_OUT, frame));
    }

    @Test
    void shouldMaskSecretsWhenVenueRepeatsThem() {
        assertEquals(
                "< {\"apiSecret\":\"****\",\"token\":\"****\",\"code\":10100}",
                line(
                        NoticeType.FRAME_IN,
                        "{\"apiSecret\":\"s\\\"x\",\"token\":\"t\",\"code\":10100}"));
    }

    @Test
    void shouldMaskWholeKeyWhenItIsShort() {
        assertEquals(
                "> {\"apiKey\":\"****\"}", line(NoticeType.FRAME_OUT, "{\"apiKey\":\"abcdefg\"}"));
    }

    @Test
    void shouldMaskSecretWhenFrameIsCutInsideIt() {
        assertEquals(
                "> {\"authSig\":\"****\" ... and 59 bytes more",
                line(NoticeType.FRAME_OUT, "{\"authSig\":\"0123456789", 81));
        assertEquals(
                "> {\"apiSecret\":\"****\" ... and 8 bytes more",
                line(NoticeType.FRAME_OUT, "{\"apiSecret\":\"012\\", 26));
    }

    @Test
    void shouldMaskLongSecretWhenItIsFullOfEscapes() {
        String secret = "\\n".repeat(2_000);

        assertFalse(line(NoticeType.FRAME_IN, "{\"secret\":\"" + secret + "\"}").contains("\\n"));
    }

    @Test
    void shouldShowControlCharactersWhenVenueSendsThem() {
        assertEquals(
                "< [1,\"\\u001b]0;x\\u0007\"]", line(NoticeType.FRAME_IN, "[1,\"\033]0;x\007\"]"));
    }

    @Test
    void shouldShowReplacementWhenBytesAreNoText() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[] {'[', (byte) 0xff, ']'});

        assertEquals("< [\ufffd]", FrameLine.of(NoticeType.FRAME_IN, buffer, 0, 3, 3));
    }

    private static String line(NoticeType type, String frame) {
        return line(type, frame, frame.length());
    }

    private static String line(NoticeType type, String frame, int frameLength) {
        byte[] bytes = ("xx" + frame).getBytes(StandardCharsets.UTF_8);
        return FrameLine.of(type, new UnsafeBuffer(bytes), 2, bytes.length - 2, frameLength);
    }
}
