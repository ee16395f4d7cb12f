package io.hayate.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.journal.memory.MemorySegments;
import io.hayate.metrics.Counter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderJournalTest {
    private static final int BYTES = SegmentHeader.SEGMENT_BYTES_MIN;

    private final MemorySegments memory = new MemorySegments(BYTES, 8);
    private final JournalFill fill = new JournalFill(memory);

    @Test
    void shouldReadBackWhatWasWritten() {
        fill.intent(17, 1);

        JournalReader reader = new JournalReader(memory);
        assertTrue(reader.next());
        assertEquals(RecordType.SEGMENT, reader.record().type());
        assertTrue(reader.next());
        assertEquals(RecordType.NAME, reader.record().type());
        assertTrue(reader.next());
        JournalRecord record = reader.record();
        RequestRecord request = new RequestRecord().wrap(record);
        assertEquals(RecordType.INTENT, record.type());
        assertEquals(3, record.number());
        assertEquals(17, record.clientOrderId());
        assertEquals(1, record.connection());
        assertEquals(1_700_000_000_000L, record.clockMs());
        assertEquals("tETHUSD", reader.symbol(record.instrumentId()));
        assertEquals(JournalFill.TEXT, request.text());
        assertEquals(4, request.causeKind());
        assertEquals(1, request.intents());
        assertEquals(17, request.intent(0, OrderIntent.allocate()).clientOrderId());
        assertThrows(JournalException.class, () -> request.intent(1, OrderIntent.allocate()));
        assertFalse(reader.next());
        assertEquals(JournalEnd.OPEN, reader.end());
        assertNull(reader.symbol(0));
    }

    @Test
    void shouldSayThatItWasClosedWhenItWas() {
        fill.order(1);
        fill.journal.close();

        assertEquals(JournalEnd.CLOSED, endOf(new JournalReader(memory)));
        assertFalse(fill.order(2));
    }

    @Test
    void shouldGoOnInTheNextSegmentWhenOneIsFull() {
        for (int i = 1; i <= 2_000; i++) {
            assertTrue(fill.order(i));
        }

        List<Long> orders = new ArrayList<>();
        JournalReader reader = new JournalReader(memory);
        while (reader.next()) {
            if (reader.record().type() == RecordType.INTENT) {
                orders.add(reader.record().clientOrderId());
                assertEquals(
                        reader.record().clientOrderId() % 2 == 0 ? "tBTCUSD" : "tETHUSD",
                        reader.symbol(reader.record().instrumentId()));
            }
        }
        assertEquals(2_000, orders.size());
        assertEquals(2_000L, orders.get(1_999));
        assertEquals(fill.journal.nextNumber(), reader.nextRecord());
        assertTrue(reader.segmentNumber() > 3);
        assertEquals(JournalEnd.OPEN, reader.end());
    }

    @Test
    void shouldFollowAWriterThatIsAtWork() {
        JournalReader reader = new JournalReader(memory);
        assertFalse(reader.next());
        long read = 0;
        for (int i = 1; i <= 3_000; i++) {
            fill.order(i);
            while (reader.next()) {
                read = reader.record().number();
            }
            assertEquals(fill.journal.nextNumber() - 1, read);
        }
    }

    @Test
    void shouldKeepTheLatestSegmentsAloneWhenMemoryIsBounded() {
        MemorySegments few = new MemorySegments(BYTES, 2);
        JournalFill bounded = new JournalFill(few);
        for (int i = 1; i <= 5_000; i++) {
            assertTrue(bounded.order(i));
        }

        JournalReader reader = new JournalReader(few);
        assertEquals(JournalEnd.OPEN, endOf(reader));
        assertTrue(reader.firstRecord() > 1);
        assertEquals(bounded.journal.nextNumber(), reader.nextRecord());
    }

    @Test
    void shouldCountWhatFindsNoRoomAndTellOfItLater() {
        FailingSegments scarce = new FailingSegments();
        scarce.isUsedUp = true;
        JournalFill poor = new JournalFill(scarce);
        assertFalse(poor.intent(1, 0));
        assertFalse(poor.intent(2, 0));
        scarce.isUsedUp = false;
        assertTrue(poor.intent(3, 0));

        assertEquals(2, poor.counters.get(Counter.JOURNAL_LOST));
        JournalReader reader = new JournalReader(scarce.memory);
        reader.next();
        reader.next();
        assertEquals(RecordType.LOST, reader.record().type());
        assertEquals(2, new NoteRecord().wrap(reader.record()).value());
    }

    @Test
    void shouldForgetWhatWasBegunAndNotCommitted() {
        fill.order(1);
        fill.journal.begin(RecordType.STATE, 0, 4_000);
        fill.journal.buffer().setMemory(fill.journal.bodyOffset(), 4_000, (byte) 0x55);
        fill.sent(2, 0);

        JournalReader reader = new JournalReader(memory);
        while (reader.next()) {
            assertTrue(reader.record().length() < 4_000);
        }
        assertEquals(fill.journal.nextNumber(), reader.nextRecord());
        assertEquals(JournalEnd.TORN, reader.end());
    }

    @Test
    void shouldRefuseARecordThatIsTooLong() {
        assertFalse(fill.journal.begin(RecordType.BATCH, 0, JournalRecord.BYTES_MAX));
        assertTrue(fill.journal.begin(RecordType.BATCH, 0, JournalRecord.BYTES_MAX - 64));
    }

    @Test
    void shouldRefuseBodiesThatPromiseMoreThanTheyHold() {
        for (int lie : new int[] {-1, 8_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            fill.journal.begin(RecordType.STATE, 0, 400);
            int body = fill.journal.bodyOffset();
            fill.journal.buffer().setMemory(body, 400, (byte) 0);
            for (int at = 0; at <= 136; at += Integer.BYTES) {
                fill.journal.buffer().putInt(body + at, lie);
            }
            fill.journal.commit(400);
        }

        JournalReader reader = new JournalReader(memory);
        reader.next();
        reader.next();
        for (int i = 0; i < 4; i++) {
            assertTrue(reader.next());
            JournalRecord lying = reader.record();
            assertThrows(JournalException.class, () -> new NoteRecord().wrap(lying));
            assertThrows(JournalException.class, () -> new RequestRecord().wrap(lying));
            assertThrows(JournalException.class, () -> new ReportRecord().wrap(lying));
        }
    }

    private static JournalEnd endOf(JournalReader reader) {
        while (reader.next()) {
            // to the end
        }
        return reader.end();
    }
}
