package io.hayate.journal.past;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.journal.JournalFill;
import io.hayate.journal.JournalReader;
import io.hayate.journal.SegmentHeader;
import io.hayate.journal.memory.MemorySegments;
import org.junit.jupiter.api.Test;

/** Which segments may go, by the orders that have no end. */
class UnendedOrdersTest {
    private static final int FILLED = 5;

    private final MemorySegments memory = new MemorySegments(SegmentHeader.SEGMENT_BYTES_MIN, 1);
    private final JournalFill fill = new JournalFill(memory);
    private final JournalReader reader = new JournalReader(memory);
    private final UnendedOrders orders = new UnendedOrders(2);

    private void read() {
        while (reader.next()) {
            orders.segment(reader.segmentNumber());
            orders.onRecord(reader.record());
        }
    }

    private void begin(long clientOrderId) {
        fill.intent(clientOrderId, 0);
        fill.sent(clientOrderId, 0);
    }

    private void end(long clientOrderId) {
        fill.state(clientOrderId, 0, FILLED, 1);
    }

    @Test
    void shouldHoldNoSegmentOnceEveryOrderBeyondItsBoundHasEnded() {
        begin(1);
        begin(2);
        begin(3);
        begin(4);
        read();

        assertEquals(4, orders.count());
        assertEquals(0, orders.oldestSegment());

        end(3);
        end(4);
        read();
        assertEquals(2, orders.count());
        assertEquals(1, orders.oldestSegment());

        end(1);
        end(2);
        begin(5);
        end(5);
        read();
        assertEquals(Long.MAX_VALUE, orders.oldestSegment());
    }

    @Test
    void shouldHoldEverySegmentWhileOneBeyondItsBoundIsOpen() {
        begin(1);
        begin(2);
        begin(3);
        end(1);
        end(2);
        begin(4);
        read();

        assertEquals(0, orders.oldestSegment());
        assertEquals(2, orders.count());
    }

    @Test
    void shouldForgetAllWhenTheirVenueHasEnded() {
        begin(1);
        begin(2);
        begin(3);
        read();
        orders.clear();

        assertEquals(0, orders.count());
        assertEquals(Long.MAX_VALUE, orders.oldestSegment());
    }

    @Test
    void shouldHoldTheSegmentInWhichTheLastWholeBooksBegin() {
        assertEquals(Long.MAX_VALUE, orders.neededSegment());
        fill.books(1, 0);
        read();
        assertEquals(1, orders.neededSegment());

        orders.clear();
        assertEquals(1, orders.neededSegment());
        begin(1);
        read();
        assertEquals(1, orders.neededSegment());
    }
}
