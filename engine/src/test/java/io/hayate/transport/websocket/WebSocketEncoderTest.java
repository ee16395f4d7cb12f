package io.hayate.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketEncoderTest {
    private static final int INDEX = 3;

    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final UnsafeBuffer target = new UnsafeBuffer(new byte[70_100]);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 125, 126, 127, 65_535, 65_536})
    void shouldWriteAFrameThatReadsBackTheSame(int length) {
        String text = "0123456789abcdef".repeat(4_097).substring(0, length);

        int frameLength = encoder.encodeText(target, INDEX, ServerFrames.buffer(text), 0, length);

        assertEquals(WebSocketEncoder.frameLength(length), frameLength);
        ClientFrame frame = ClientFrame.read(target, INDEX, frameLength);
        assertEquals(0x81, frame.head());
        assertEquals(text, frame.text());
        assertEquals(0, target.getByte(INDEX - 1));
        assertEquals(0, target.getByte(INDEX + frameLength));
    }

    @Test
    void shouldTakeATextFromTheMiddleOfABuffer() {
        DirectBuffer source = ServerFrames.buffer("<<[0,\"on\"]>>");

        int frameLength = encoder.encodeText(target, INDEX, source, 2, 8);

        assertEquals("[0,\"on\"]", ClientFrame.read(target, INDEX, frameLength).text());
    }

    @Test
    void shouldUseAMaskOnlyOnce() {
        Set<Integer> masks = new HashSet<>();

        for (int i = 0; i < 5_000; i++) {
            encoder.encodeText(target, 0, ServerFrames.buffer("x"), 0, 1);
            masks.add(target.getInt(2));
        }

        assertTrue(masks.size() > 4_990, "two of 5000 masks in 2^32 may be the same by chance");
    }

    @Test
    void shouldUseOtherMasksThanAnotherEncoder() {
        UnsafeBuffer other = new UnsafeBuffer(new byte[1_000]);

        encoder.encodeText(target, 0, ServerFrames.buffer("x".repeat(900)), 0, 900);
        new WebSocketEncoder().encodeText(other, 0, ServerFrames.buffer("x".repeat(900)), 0, 900);

        byte[] first = Arrays.copyOf(target.byteArray(), 900);
        assertTrue(Arrays.mismatch(first, other.byteArray()) >= 0);
    }

    @Test
    void shouldAnswerAPingWithItsPayload() {
        int frameLength = encoder.encodePong(target, 0, ServerFrames.buffer("beat"), 0, 4);

        ClientFrame frame = ClientFrame.read(target, 0, frameLength);
        assertEquals(0x8A, frame.head());
        assertEquals("beat", frame.text());
    }

    @Test
    void shouldWriteCodeAndReasonOfAClose() {
        int frameLength = encoder.encodeClose(target, 0, 1000, "done");

        ClientFrame frame = ClientFrame.read(target, 0, frameLength);
        assertEquals(0x88, frame.head());
        assertArrayEquals(ServerFrames.bytes(3, 232, 'd', 'o', 'n', 'e'), frame.payload());
    }

    @Test
    void shouldWriteAnEmptyCloseWhenThereIsNoCode() {
        int frameLength = encoder.encodeClose(target, 0, 1005, "");

        assertArrayEquals(new byte[0], ClientFrame.read(target, 0, frameLength).payload());
    }

    @Test
    void shouldCutAReasonBetweenCharactersWhenItIsTooLong() {
        int frameLength = encoder.encodeClose(target, 0, 1000, "é".repeat(100));

        byte[] payload = ClientFrame.read(target, 0, frameLength).payload();
        assertEquals(2 + 122, payload.length);
        assertTrue(Utf8.isValid(new UnsafeBuffer(payload), 2, 122));
    }
}
