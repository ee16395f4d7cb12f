package io.hayate.order;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The open orders of the account that are not ours, as the venue told them last: of other programs, or
 * placed by hand. They are shown and counted, and nothing here touches them. A bounded table: of more than
 * fit it is known that there are more. Strategy thread, but for what says otherwise; allocates nothing
 * after start.
 */
public final class ForeignOrders {
    /** How many are known by number. */
    public static final int CAPACITY = 1_024;

    private static final int ROWS_MAX = 64; // that are kept whole, to be shown

    private final long[] orderIds = new long[CAPACITY];
    private final int[] lists = new int[CAPACITY];
    private final Event[] rows = new Event[ROWS_MAX];
    private final boolean[] hasRow = new boolean[ROWS_MAX];
    private final AtomicInteger count = new AtomicInteger(); // written by one thread
    private int size;
    private int list; // number of the one that the venue tells, or told last
    private int listedBeyond; // of that one, those that found no place
    private boolean overflown;

    ForeignOrders() {
        for (int i = 0; i < ROWS_MAX; i++) {
            rows[i] = Event.allocate();
        }
    }

    /** Takes a report, and whether it is about an order of ours. */
    void onReport(Event event, ExecutionReport report, boolean isOurs) {
        ReportKind kind = report.kind();
        if (kind == ReportKind.OPEN_ORDER && event.isFirst()) {
            list++;
            listedBeyond = 0;
        }
        if (isOurs || kind == ReportKind.CLOSED) {
            remove(report.orderId());
        } else if (kind == ReportKind.OPEN_ORDER
                || kind == ReportKind.NEW
                || kind == ReportKind.CHANGED) {
            put(event, report.orderId());
        }
        boolean isListEnd = kind == ReportKind.OPEN_ORDER && event.isLast();
        if (kind == ReportKind.NO_OPEN_ORDERS) {
            size = 0;
            overflown = false;
        } else if (isListEnd) {
            keepListed();
        }
        count.lazySet(size + (overflown ? 1 : 0));
    }

    private void put(Event event, long orderId) {
        if (orderId <= 0) {
            return; // the row does not say which, and is doubted
        }
        int at = find(orderId);
        if (at < 0 && size == CAPACITY) {
            overflown = true;
            listedBeyond++;
            return;
        }
        if (at < 0) {
            at = size++;
            orderIds[at] = orderId;
        }
        lists[at] = list;
        if (at < ROWS_MAX) {
            rows[at].copyFrom(event);
            hasRow[at] = true;
        }
    }

    private int find(long orderId) {
        for (int i = 0; i < size; i++) {
            if (orderIds[i] == orderId) {
                return i;
            }
        }
        return -1;
    }

    private void remove(long orderId) {
        int at = orderId <= 0 ? -1 : find(orderId);
        if (at >= 0) {
            removeAt(at);
        }
    }

    private void removeAt(int at) {
        int last = --size;
        orderIds[at] = orderIds[last];
        lists[at] = lists[last];
        if (at < ROWS_MAX) {
            hasRow[at] = last < ROWS_MAX && hasRow[last];
            if (hasRow[at] && at != last) {
                rows[at].copyFrom(rows[last]);
            }
        }
    }

    /** A list is whole: what it leaves out is not open any more. */
    private void keepListed() {
        for (int i = size - 1; i >= 0; i--) {
            if (lists[i] != list) {
                removeAt(i);
            }
        }
        overflown = listedBeyond > 0;
    }

    /** How many are open, as far as is known; any thread. */
    public int count() {
        return count.get();
    }

    /** True when there were more than are counted. */
    public boolean areMore() {
        return overflown;
    }

    /** True when an open one is known by this number of the venue's. */
    boolean contains(long orderId) {
        return find(orderId) >= 0;
    }

    /** Gives the latest row of each that is kept whole; it is valid until the taker returns. */
    public void forEachRow(Consumer<Event> taker) {
        for (int i = 0; i < Math.min(size, ROWS_MAX); i++) {
            if (hasRow[i] && rows[i].instrumentId() != Instrument.NONE) {
                taker.accept(rows[i]);
            }
        }
    }
}
