package io.hayate.intake;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import org.agrona.collections.LongHashSet;

/**
 * The orders of the account, ours and others', that the venue told as open on this connection. A
 * bounded number: beyond it they count as one that never goes. Loop thread; allocates nothing but
 * for a second list of open orders on one connection.
 */
public final class ListedOrders {
    private static final int ORDERS_MAX = 4_096;

    private final ExecutionReport report = new ExecutionReport();
    private LongHashSet open = make();
    private LongHashSet list; // what a later list says; null before the first such
    private boolean listOverflown;
    private boolean overflown;
    private boolean isListing;
    private boolean wasListed;

    private static LongHashSet make() {
        return new LongHashSet(ORDERS_MAX * 2, 0.5f, false);
    }

    public void clear() {
        open.clear();
        overflown = false;
        isListing = false;
        wasListed = false;
    }

    /** A list of open orders begins: a later one of a connection says what still rests. */
    public void onListBegin() {
        isListing = wasListed;
        if (isListing) {
            list = list == null ? make() : list;
            list.clear();
            listOverflown = false;
        }
    }

    /** That list has come whole and was understood: what it leaves out rests no more. */
    public void onListEnd() {
        if (isListing) {
            LongHashSet before = open;
            open = list;
            list = before;
            overflown = listOverflown;
        }
        isListing = false;
        wasListed = true;
    }

    /** Takes what a row of the account has become; one that was not understood ends no order. */
    public void onRow(Event event, EventType type, boolean isUnderstood) {
        if (type != EventType.EXECUTION_REPORT) {
            return;
        }
        report.wrap(event);
        ReportKind kind = report.kind();
        boolean isGone = kind == ReportKind.CLOSED || report.isNotFound();
        if (isGone && isUnderstood) {
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
        overflown |= !hasTaken(open, orderId);
        if (isListing && report.kind() == ReportKind.OPEN_ORDER) {
            listOverflown |= !hasTaken(list, orderId);
        }
    }

    private static boolean hasTaken(LongHashSet orders, long orderId) {
        if (orders.size() < ORDERS_MAX) {
            orders.add(orderId);
            return true;
        }
        return orders.contains(orderId);
    }

    public int count() {
        return open.size() + (overflown ? 1 : 0);
    }
}
