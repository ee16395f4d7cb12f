package io.hayate.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Several connections whose large messages take memory from one budget. */
class FrameMemoryTest {
    private static final int START = 64 << 10;
    private static final int BOUND = 1 << 20;

    private final FrameBudget budget = new FrameBudget(2 * BOUND, "-Xmx512m");
    private final List<Integer> taken = new ArrayList<>();

    private final class Taker implements WebSocketDecoder.Handler {
        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            return taken.add(length);
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {}

        @Override
        public void onClose(int code, String reason) {}
    }

    private WebSocketDecoder connection() {
        return new WebSocketDecoder(new FrameRoom(BOUND, budget), new Taker());
    }

    /** A frame whose first byte is given, of 64 bits of length. */
    private static DirectBuffer frame(int head, int length) {
        UnsafeBuffer frame = new UnsafeBuffer(new byte[10 + length + 16]);
        frame.putByte(0, (byte) head);
        frame.putByte(1, (byte) 127);
        frame.putLong(2, length, ByteOrder.BIG_ENDIAN);
        frame.setMemory(10, length, (byte) ' ');
        return frame;
    }

    private static void read(WebSocketDecoder decoder, int head, int length)
            throws WebSocketException {
        assertEquals(10 + length, decoder.decode(frame(head, length), 0, 10 + length));
    }

    private static void assertRefused(WebSocketDecoder decoder, int head, int length) {
        DirectBuffer frame = frame(head, length);
        WebSocketException e =
                assertThrows(WebSocketException.class, () -> decoder.decode(frame, 0, 10));
        assertEquals(1009, e.closeCode());
        assertTrue(e.getMessage().contains("transport.frame-bytes-max"), e.getMessage());
    }

    @Test
    void shouldRefuseAtItsHeadWhatNothingIsLeftFor() throws WebSocketException {
        read(connection(), 0x81, BOUND);
        read(connection(), 0x81, BOUND);

        WebSocketDecoder third = connection();
        assertRefused(third, 0x81, 4 * START);
        third.reset();
        read(third, 0x81, START);
        assertEquals(List.of(BOUND, BOUND, START), taken);
    }

    @Test
    void shouldCountAllFragmentsOfAMessage() throws WebSocketException {
        WebSocketDecoder decoder = connection();
        read(decoder, 0x01, BOUND / 2);
        read(decoder, 0x80, BOUND / 2);
        assertEquals(List.of(BOUND), taken);

        read(decoder, 0x01, BOUND - START);
        assertRefused(decoder, 0x80, START + 1);
    }

    @Test
    void shouldRefuseAFragmentThatNothingIsLeftFor() throws WebSocketException {
        read(connection(), 0x81, BOUND);
        read(connection(), 0x81, BOUND / 2);
        WebSocketDecoder third = connection();
        read(third, 0x01, BOUND / 2);

        assertRefused(third, 0x80, BOUND / 4);
    }
}
