package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.ServerFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
    private static final DirectBuffer TEXT = ServerFrames.buffer("__[0,\"on\",null,{}]");

    private final AtomicInteger wakes = new AtomicInteger();
    private final OutboundQueue queue = new OutboundQueue(1_000, wakes::incrementAndGet);
    private final List<String> taken = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    @Test
    void shouldHandOverMaskedFramesInOrder() {
        assertTrue(queue.offer(7, 10_000_001, TEXT, 2, 16));
        assertTrue(queue.offer(8, 10_000_002, TEXT, 2, 7));

        assertEquals(2, queue.drain(this::take));

        assertEquals(List.of("7 10000001 [0,\"on\",null,{}]", "8 10000002 [0,\"on\""), taken);
        assertEquals(0, queue.drain(this::take));
    }

    @Test
    void shouldWakeTheReaderWithEachOffer() {
        queue.offer(1, 1, TEXT, 2, 16);
        queue.offer(1, 2, TEXT, 2, 16);

        assertEquals(2, wakes.get());
    }

    @Test
    void shouldKeepAFrameWhenTheTakerDeclinesIt() {
        queue.offer(1, 1, TEXT, 2, 7);
        queue.offer(1, 2, TEXT, 2, 7);
        queue.offer(1, 3, TEXT, 2, 7);
        room = 1;

        assertEquals(1, queue.drain(this::take));
        assertEquals(0, queue.drain(this::take));
        room = 2;
        assertEquals(2, queue.drain(this::take));

        assertEquals(List.of("1 1 [0,\"on\"", "1 2 [0,\"on\"", "1 3 [0,\"on\""), taken);
    }

    @Test
    void shouldAnswerFalseWhenFullAndTakeMoreWhenDrained() {
        int offered = 0;
        while (queue.offer(1, offered, TEXT, 2, 16)) {
            offered++;
        }
        int wakesWhenFull = wakes.get();

        assertFalse(queue.offer(1, offered, TEXT, 2, 16));
        assertEquals(offered, wakesWhenFull);
        assertEquals(offered, wakes.get());
        assertEquals(offered, queue.drain(this::take));
        assertTrue(queue.offer(1, offered, TEXT, 2, 16));
    }

    @Test
    void shouldGoRoundTheEndOfTheQueueForEver() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(queue.offer(i, i, TEXT, 2, 1 + i % 16));
            while (queue.drain(this::take) == 0) {
                assertTrue(
                        taken.size() <= i, "padding at the end is skipped in a drain of its own");
            }
        }

        assertEquals(1_000, taken.size());
        assertEquals("999 999 " + "[0,\"on\",null,{}]".substring(0, 8), taken.get(999));
    }

    @Test
    void shouldRefuseATextThatNeverFits() {
        DirectBuffer text = ServerFrames.buffer("x".repeat(200));

        assertThrows(IllegalArgumentException.class, () -> queue.offer(1, 1, text, 0, 200));
    }

    private boolean take(
            long epoch, long clientOrderId, DirectBuffer frame, int offset, int length) {
        if (room == 0) {
            return false;
        }
        room--;
        ClientFrame read = ClientFrame.read(frame, offset, length);
        assertEquals(0x81, read.head());
        return taken.add(epoch + " " + clientOrderId + " " + read.text());
    }
}
