package io.hayate.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final byte[] EDGES =
            ServerFrames.bytes(
                    0x00, 0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                    0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF);

    private final CharsetDecoder jdk = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer out = CharBuffer.allocate(100);

    @Test
    void shouldJudgeAsTheJdkWhenFourBytesAreAtTheEdgesOfTheRules() {
        for (byte a : EDGES) {
            for (byte b : EDGES) {
                for (byte c : EDGES) {
                    for (byte d : EDGES) {
                        assertAsJdk(new byte[] {a, b, c, d});
                    }
                }
            }
        }
    }

    @Test
    void shouldJudgeAsTheJdkWhenTwoBytesAreAny() {
        for (int pair = 0; pair < 0x1_0000; pair++) {
            assertAsJdk(new byte[] {(byte) (pair >> 8), (byte) pair});
        }
    }

    @Test
    void shouldJudgeAsTheJdkWhenABadByteLiesAnywhereInALongText() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = "{\"a\":\"日本 é 𝄞\",\"b\":[1,2.5,3]}".getBytes(StandardCharsets.UTF_8);
            text[random.nextInt(text.length)] = (byte) random.nextInt();
            assertAsJdk(Arrays.copyOf(text, random.nextInt(text.length)));
        }
    }

    @Test
    void shouldLookAtNothingOutsideTheText() {
        UnsafeBuffer buffer =
                new UnsafeBuffer(ServerFrames.bytes(0xFF, 'a', 'b', 0xC3, 0xA9, 0xFF));

        assertTrue(Utf8.isValid(buffer, 1, 4));
    }

    private void assertAsJdk(byte[] bytes) {
        assertEquals(
                isValidToJdk(bytes),
                Utf8.isValid(new UnsafeBuffer(bytes), 0, bytes.length),
                () -> Arrays.toString(bytes));
    }

    private boolean isValidToJdk(byte[] bytes) {
        out.clear();
        jdk.reset();
        return !jdk.decode(ByteBuffer.wrap(bytes), out, true).isError();
    }
}
