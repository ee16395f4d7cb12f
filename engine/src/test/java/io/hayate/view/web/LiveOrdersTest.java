package io.hayate.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import org.junit.jupiter.api.Test;

class LiveOrdersTest {
    private final Event event = Event.allocate();
    private final ExecutionReport report = new ExecutionReport();
    private final LiveOrders orders = new LiveOrders(new Instruments(), () -> 7);

    private void put(long id, ReportKind kind, OrderStatus status) {
        report.wrap(event.begin(Instrument.NONE, 1)).clear();
        report.kind(kind).clientOrderId(id).status(status);
        orders.put(event);
    }

    private String text() {
        return LiveJson.text(orders::write);
    }

    private boolean isShown(long id) {
        return text().contains("\"id\":\"" + id + "\"");
    }

    @Test
    void shouldKeepEveryOpenOrderHoweverManyEndAfterIt() {
        for (int id = 1; id <= 255; id++) {
            put(id, ReportKind.NEW, OrderStatus.ACTIVE);
        }
        for (int id = 1_001; id <= 1_500; id++) {
            put(id, ReportKind.CLOSED, OrderStatus.FILLED);
        }

        for (int id = 1; id <= 255; id++) {
            assertTrue(isShown(id), "order " + id);
        }
        assertFalse(isShown(1_300));
        assertTrue(isShown(1_301));
    }

    @Test
    void shouldDropAnOpenOrderOnceItHasEnded() {
        put(1, ReportKind.NEW, OrderStatus.ACTIVE);
        assertTrue(text().contains("\"open\":true"));
        put(1, ReportKind.CLOSED, OrderStatus.CANCELED);
        assertTrue(text().contains("\"open\":false"));
        for (int id = 2; id <= LiveOrders.ENDED_MAX + 1; id++) {
            put(id, ReportKind.CLOSED, OrderStatus.FILLED);
        }

        assertFalse(isShown(1));
    }

    @Test
    void shouldNotTakeALateFillForAnOpenOrder() {
        put(1, ReportKind.FILL, OrderStatus.FILLED);

        assertTrue(text().contains("\"open\":false"));
    }

    @Test
    void shouldKeepABoundedNumber() {
        for (int id = 1; id <= 2_000; id++) {
            put(id, ReportKind.NEW, OrderStatus.ACTIVE);
        }

        assertEquals(LiveOrders.ORDERS_MAX, text().split("\"id\":", -1).length - 1);
    }
}
