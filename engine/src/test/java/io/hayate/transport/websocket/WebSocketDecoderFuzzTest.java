package io.hayate.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whatever a server sends, in whichever pieces, the decoder makes the same of it, by those bytes
 * alone, and reads a new connection as ever. A build tries the seeds; this searches for more, for as
 * long as it is let:
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl engine test -Dtest=WebSocketDecoderFuzzTest</pre>
 */
class WebSocketDecoderFuzzTest {
    private static final int FRAME_BYTES_MAX = 1_000;
    private static final int GUARD_BYTES = 16;
    private static final int STREAM_BYTES_MAX = 4_000;

    private final List<String> seen = new ArrayList<>();
    private final WebSocketDecoder decoder =
            new WebSocketDecoder(
                    new FrameRoom(FRAME_BYTES_MAX, FrameBudget.UNBOUNDED), new Recorder());

    @FuzzTest
    void shouldMakeTheSameOfAStreamHoweverItIsCut(byte[] input) throws WebSocketException {
        byte[] stream = Arrays.copyOf(input, Math.min(input.length, STREAM_BYTES_MAX));
        List<String> whole = read(stream, Integer.MAX_VALUE, 0x00);

        for (int piece : new int[] {1, 2, 3, 7, Integer.MAX_VALUE}) {
            assertEquals(whole, read(stream, piece, 0x81), "in pieces of " + piece);
        }
        assertEquals(List.of("text next"), read(ServerFrames.text("next"), 1, 0));
    }

    private List<String> read(byte[] stream, int piece, int guard) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[stream.length + 2 * GUARD_BYTES]);
        buffer.setMemory(0, buffer.capacity(), (byte) guard);
        buffer.putBytes(GUARD_BYTES, stream);
        seen.clear();
        decoder.reset();
        try {
            feed(buffer, stream.length, piece);
        } catch (WebSocketException e) {
            assertTrue(e.closeCode() >= 1002, "a code to close with");
            seen.add("refused with " + e.closeCode());
        }
        return List.copyOf(seen);
    }

    private void feed(DirectBuffer buffer, int length, int piece) throws WebSocketException {
        int done = 0;
        int end = 0;
        while (end < length) {
            end = length - end <= piece ? length : end + piece;
            int taken = decoder.decode(buffer, GUARD_BYTES + done, end - done);
            assertTrue(taken >= 0 && taken <= end - done);
            done += taken;
        }
    }

    private final class Recorder implements WebSocketDecoder.Handler {
        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            assertTrue(length <= FRAME_BYTES_MAX);
            return seen.add("text " + ServerFrames.text(buffer, offset, length));
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {
            assertTrue(length <= 125);
            seen.add("ping " + ServerFrames.text(buffer, offset, length));
        }

        @Override
        public void onClose(int code, String reason) {
            seen.add("close " + code + " " + reason);
        }
    }
}
