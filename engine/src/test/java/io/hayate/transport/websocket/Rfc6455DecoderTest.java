package io.hayate.transport.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** RFC 6455, case by case, on the decoder itself: every piece is a read. */
class Rfc6455DecoderTest {
    private static final int CASES_MIN = 200;

    private final List<String> texts = new ArrayList<>();
    private final List<String> pongs = new ArrayList<>();
    private int closeCode;

    @TestFactory
    Stream<DynamicTest> shouldDoAsTheRfcSays() {
        return Rfc6455Cases.all()
                .map(each -> DynamicTest.dynamicTest(each.name, () -> check(each)));
    }

    @Test
    void shouldNotLoseCases() {
        assertTrue(Rfc6455Cases.all().count() >= CASES_MIN);
        assertEquals(
                Rfc6455Cases.all().count(),
                Rfc6455Cases.all().map(each -> each.name).distinct().count());
    }

    private void check(Rfc6455Case expected) {
        texts.clear();
        pongs.clear();
        closeCode = Rfc6455Case.OPEN;
        try {
            play(expected.pieces());
        } catch (WebSocketException e) {
            closeCode = e.closeCode();
        }

        assertEquals(expected.texts, texts);
        assertEquals(expected.pongs, pongs);
        assertEquals(expected.closeCode, closeCode);
    }

    private void play(List<byte[]> pieces) throws WebSocketException {
        WebSocketDecoder decoder =
                new WebSocketDecoder(
                        new FrameRoom(Rfc6455Limits.FRAME_BYTES_MAX, FrameBudget.UNBOUNDED),
                        new Recorder());
        UnsafeBuffer received = new UnsafeBuffer(ServerFrames.join(pieces.toArray(byte[][]::new)));
        int done = 0;
        int end = 0;
        for (byte[] piece : pieces) {
            end += piece.length;
            done += decoder.decode(received, done, end - done);
        }
        assertEquals(end, done, "bytes are left");
    }

    private final class Recorder implements WebSocketDecoder.Handler {
        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            return texts.add(ServerFrames.text(buffer, offset, length));
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {
            byte[] payload = new byte[length];
            buffer.getBytes(offset, payload);
            pongs.add(new String(payload, ISO_8859_1));
        }

        @Override
        public void onClose(int code, String reason) {
            assertEquals(Rfc6455Case.OPEN, closeCode, "closed twice");
            closeCode = code;
        }
    }
}
