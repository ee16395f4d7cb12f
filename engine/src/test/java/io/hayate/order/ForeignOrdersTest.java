package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of orders that are not ours, and how full it may be. */
class ForeignOrdersTest {
    private final ForeignOrders foreign = new ForeignOrders();
    private final Event event = Event.allocate();
    private final ExecutionReport report = new ExecutionReport();

    private void receive(ReportKind kind, long orderId, boolean isOurs) {
        receive(kind, orderId, isOurs, true, true);
    }

    private void receive(
            ReportKind kind, long orderId, boolean isOurs, boolean isFirst, boolean isLast) {
        event.begin(0, 1).place(isFirst, isLast).type(EventType.EXECUTION_REPORT);
        report.wrap(event).clear().kind(kind).orderId(orderId);
        foreign.onReport(event, report, isOurs);
    }

    private void list(long... orderIds) {
        for (int i = 0; i < orderIds.length; i++) {
            boolean isLast = i == orderIds.length - 1;
            receive(ReportKind.OPEN_ORDER, orderIds[i], false, i == 0, isLast);
        }
    }

    private List<Long> shown() {
        List<Long> shown = new ArrayList<>();
        foreign.forEachRow(row -> shown.add(new ExecutionReport().wrap(row).orderId()));
        return shown.stream().sorted().toList();
    }

    @Test
    void shouldKnowThoseThatAreOpen() {
        list(5, 6);
        receive(ReportKind.NEW, 7, false);
        receive(ReportKind.CHANGED, 5, false);
        receive(ReportKind.NEW, 8, true);
        receive(ReportKind.CLOSED, 6, false);

        assertEquals(2, foreign.count());
        assertEquals(List.of(5L, 7L), shown());
    }

    @Test
    void shouldForgetWhatALaterListLeavesOut() {
        list(5, 6, 7);
        list(6);
        assertEquals(List.of(6L), shown());

        receive(ReportKind.NO_OPEN_ORDERS, 0, false);
        assertEquals(0, foreign.count());
    }

    @Test
    void shouldForgetThemByAListOfOursAlone() {
        list(5, 6);
        receive(ReportKind.OPEN_ORDER, 9, true);
        assertEquals(0, foreign.count());
    }

    @Test
    void shouldForgetOneThatTurnsOutToBeOurs() {
        list(5);
        receive(ReportKind.CHANGED, 5, true);
        assertEquals(0, foreign.count());
    }

    @Test
    void shouldSayThatThereAreMoreThanItHolds() {
        int many = ForeignOrders.CAPACITY + 5;
        for (int id = 1; id <= many; id++) {
            receive(ReportKind.NEW, id, false);
        }
        assertEquals(ForeignOrders.CAPACITY + 1, foreign.count());
        assertTrue(foreign.areMore());
        for (int id = 1; id <= many; id++) {
            receive(ReportKind.CLOSED, id, false);
        }
        assertEquals(1, foreign.count(), "those beyond are not known to have ended");
        list(2);
        assertEquals(1, foreign.count());
        assertFalse(foreign.areMore());
    }

    @Test
    void shouldCountAListThatIsTooLong() {
        long[] many = new long[ForeignOrders.CAPACITY + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = i + 1L;
        }
        list(many);
        assertTrue(foreign.areMore());
        list(many);
        assertEquals(ForeignOrders.CAPACITY + 1, foreign.count());
        list(1);
        assertFalse(foreign.areMore());
    }

    @Test
    void shouldTakeNoRowWithoutANumber() {
        receive(ReportKind.NEW, 0, false);
        receive(ReportKind.CHANGED, -1, false);
        assertEquals(0, foreign.count());
    }
}
