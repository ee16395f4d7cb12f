package io.hayate.session;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import org.agrona.collections.LongHashSet;

/**
 * The orders of the account, ours and others', that the venue told as open on this connection. A
 * bounded number: beyond it they count as one that never goes. Loop thread; allocates nothing.
 */
final class ListedOrders {
    private static final int ORDERS_MAX = 4_096;

    private final LongHashSet open = new LongHashSet(ORDERS_MAX * 2, 0.5f, false);
    private final ExecutionReport report = new ExecutionReport();
    private boolean overflown;

    void clear() {
        open.clear();
        overflown = false;
    }

    /** Takes what a row of the account has become; one that was not understood ends no order. */
    void onRow(Event event, EventType type, boolean isUnderstood) {
        if (type != EventType.EXECUTION_REPORT) {
            return;
        }
        report.wrap(event);
        ReportKind kind = report.kind();
        if (kind == ReportKind.CLOSED && isUnderstood) {
            open.remove(report.orderId());
        } else if (kind == ReportKind.OPEN_ORDER
                || kind == ReportKind.NEW
                || kind == ReportKind.CHANGED) {
            add(report.orderId());
        }
    }

    private void add(long orderId) {
        if (orderId <= 0) {
            return; // the row does not say which, and is doubted
        }
        if (open.size() < ORDERS_MAX) {
            open.add(orderId);
        } else {
            overflown |= !open.contains(orderId);
        }
    }

    int count() {
        return open.size() + (overflown ? 1 : 0);
    }
}
