package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {
    private final Notices notices = new Notices();
    private final Lines lines = new Lines();

    /** Writes down what it is given. */
    private static final class Lines implements NoticeReader {
        private final List<String> taken = new ArrayList<>();

        @Override
        public void onEvent(NoticeType type, Event event) {
            double bid = new Ticker().wrap(event).bidPrice();
            taken.add(type + " " + event.type() + " " + event.instrumentId() + " " + bid);
        }

        @Override
        public void onLog(String template, double[] numbers) {
            taken.add(template + " " + Arrays.toString(numbers));
        }

        @Override
        public void onFrame(
                NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
            String shown = text.getStringWithoutLengthAscii(offset, length);
            taken.add(type + " " + shown + " of " + frameLength);
        }
    }

    private static UnsafeBuffer bytes(String text) {
        return new UnsafeBuffer(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void shouldHandOverCopiesOfEvents() {
        Event event = Event.allocate().begin(4, 1).type(EventType.TICKER);
        new Ticker().wrap(event).bidPrice(9_500);
        assertTrue(notices.offer(NoticeType.EVENT, event));
        new Ticker().wrap(event).bidPrice(9_600);
        assertTrue(notices.offer(NoticeType.PRINT, event.instrumentId(5)));
        assertTrue(notices.offer(NoticeType.ANSWER, event));

        assertEquals(3, notices.poll(lines, 10));
        assertEquals(
                List.of("EVENT TICKER 4 9500.0", "PRINT TICKER 5 9600.0", "ANSWER TICKER 5 9600.0"),
                lines.taken);
    }

    @Test
    void shouldHandOverLogLine() {
        assertTrue(notices.log("spread {} of {}", 0.5, 2, Double.NaN, -1));
        notices.poll(lines, 10);

        assertEquals(List.of("spread {} of {} [0.5, 2.0, NaN, -1.0]"), lines.taken);
    }

    @Test
    void shouldHandOverFrames() {
        assertTrue(notices.frame(NoticeType.FRAME_IN, bytes("..[1,\"hb\"]."), 2, 8));
        assertTrue(notices.frame(NoticeType.FRAME_OUT, bytes("{}"), 0, 2));
        notices.poll(lines, 10);

        assertEquals(List.of("FRAME_IN [1,\"hb\"] of 8", "FRAME_OUT {} of 2"), lines.taken);
    }

    @Test
    void shouldCutLongFrameAndTellItsLength() {
        assertTrue(notices.frame(NoticeType.FRAME_IN, bytes("x".repeat(100_000)), 0, 100_000));
        notices.poll(lines, 10);

        assertEquals(List.of("FRAME_IN " + "x".repeat(4_096) + " of 100000"), lines.taken);
    }

    @Test
    void shouldGiveNoMoreThanAsked() {
        for (int i = 0; i < 5; i++) {
            notices.log("line", i, 0, 0, 0);
        }

        assertEquals(2, notices.poll(lines, 2));
        assertEquals(3, notices.poll(lines, 10));
        assertEquals("line [4.0, 0.0, 0.0, 0.0]", lines.taken.get(4));
    }

    @Test
    void shouldDropAndCountWhatFindsNoRoom() {
        Event event = Event.allocate().begin(4, 1).type(EventType.TICKER);
        int taken = 0;
        while (notices.offer(NoticeType.EVENT, event)) {
            taken++;
        }
        assertTrue(taken > 1_000);
        assertEquals(1, notices.dropped());
        while (notices.log("line", 0, 0, 0, 0)) {
            taken++;
        }
        assertFalse(notices.frame(NoticeType.FRAME_IN, bytes("x".repeat(4_096)), 0, 4_096));
        assertEquals(3, notices.dropped());

        int given = 0;
        for (int polled = notices.poll(lines, 500); polled > 0; ) {
            given += polled;
            polled = notices.poll(lines, 500);
        }
        assertEquals(taken, given);
        assertTrue(notices.offer(NoticeType.EVENT, event));
        assertEquals(3, notices.dropped());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindTypeByCode(NoticeType type) {
        assertSame(type, NoticeType.ofCode(type.code()));
    }
}
