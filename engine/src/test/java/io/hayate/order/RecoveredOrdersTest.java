package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.JournalReader;
import io.hayate.journal.past.PastOrders;
import io.hayate.journal.past.UnendedOrders;
import io.hayate.model.Doubt;
import io.hayate.model.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a journal tells the next run of orders that have no end in it. */
class RecoveredOrdersTest {
    private final OrderRig before = OrderRig.live();
    private final OrderRig after = new OrderRig();

    private PastOrders past(int most) {
        PastOrders past = new PastOrders(most);
        JournalReader reader = new JournalReader(before.journal.memory);
        while (reader.next()) {
            past.onRecord(reader.record(), reader::symbol);
        }
        return past;
    }

    private Order restart() {
        after.orders.recover(past(64), 0, OrderFrames.NOON_MS);
        after.comeLive();
        after.pass(10);
        Order order = after.orders.find(OrderRig.FIRST_ID);
        assertEquals(Doubt.RESTART, order.doubt());
        return order;
    }

    @Test
    void shouldCountEachFillOnceOverBothRuns() {
        before.buy(0.01);
        OrderFrames frames = before.venue(501);
        before.receive(frames.rests());
        before.receive(frames.fill(7, 0.004, 100));
        before.receive(frames.fill(7, 0.004, 100));
        Order order = restart();

        assertEquals(501, order.orderId());
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.lastKnownStatus());
        assertEquals(0.004, order.filledAmount());
        assertEquals(100, order.averagePrice());
        assertEquals(0.004, after.position());

        after.receive(frames.fill(7, 0.004, 100));
        after.receive(frames.fill(8, 0.006, 100));
        assertEquals(0.01, after.position());
        assertEquals(OrderStatus.FILLED, order.status());
    }

    @Test
    void shouldTellOnceThatItsOutcomeIsUnknown() {
        before.buy(0.01);
        Order order = restart();
        after.pass(1_000);

        assertEquals(List.of("unknown " + order.clientOrderId()), after.told);
        assertEquals(1, after.orders.openOrders());
    }

    @Test
    void shouldTakeUpTheOrderOfAStrategyThatRunsNoMore() {
        before.buy(0.01);
        PastOrders past = past(64);
        past.all().get(0).intent().strategy(3);
        after.orders.recover(past, 0, OrderFrames.NOON_MS);
        Order order = after.orders.find(OrderRig.FIRST_ID);

        assertEquals(0, order.strategy());
        assertEquals(1, after.orders.openOrders());
    }

    @Test
    void shouldHaltWhenThereIsNoPlaceForThemAll() {
        for (int i = 0; i < 3; i++) {
            before.buy(0.01);
        }
        after.orders.recover(past(2), 0, OrderFrames.NOON_MS);

        assertTrue(after.halt.isOn());
    }

    @Test
    void shouldNotNeedSegmentsBeforeOneThatBeginsWithWhatIsOpen() {
        before.buy(0.01);
        before.receive(before.venue(501).rests());
        for (int i = 0; i < 3_000; i++) {
            before.buy(0.02);
            before.receive(before.venue(1_000 + i).executed(100));
            before.pass(10);
        }
        UnendedOrders unended = new UnendedOrders();
        JournalReader reader = new JournalReader(before.journal.memory);
        while (reader.next()) {
            unended.segment(reader.segmentNumber());
            unended.onRecord(reader.record());
        }

        assertEquals(1, unended.count());
        assertEquals(reader.segmentNumber(), unended.oldestSegment());
        assertTrue(reader.segmentNumber() > 8, "the segment of its intent is gone");
        Order order = restart();
        assertEquals(0.01, order.amount());
        assertFalse(after.halt.isOn());
    }
}
