package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.history.HistorySource;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import java.util.concurrent.TimeUnit;

/**
 * Finds out what became of orders whose outcome is not known: by the list of open orders of a connection
 * first, then by the history of their instrument, at 0, 2, 10, 30 and 60 s, and each minute from then on. A
 * look answers doubts alone that are older than its question. Strategy thread; allocates nothing.
 */
final class Reconciliation {
    private static final long LOST_NS = TimeUnit.SECONDS.toNanos(300); // a look that nobody answers
    private static final long SETTLED_NS = TimeUnit.SECONDS.toNanos(60);
    private static final int LOOKS_MIN = 3;
    private static final long FIRST_LOOK_NS = TimeUnit.SECONDS.toNanos(15);
    private static final long MARGIN_MS = TimeUnit.MINUTES.toMillis(10);
    private static final long STRANGE_CLOCK_MS = TimeUnit.HOURS.toMillis(26);
    private static final double NS_PER_MS = 1e6;

    private final HistorySource history;
    private final DoubtKeeping keeping;
    private final PastReports past;
    private final OrderStates states;
    private final DoubtfulOrders doubtful;
    private final OrderLog log;
    private final GapLooks gaps;

    private long looks; // the number of the latest
    private boolean isAsked;
    private long askedNs;
    private int instrumentId; // of it
    private boolean isListed;
    private long listedNs;
    private long nowNs;
    private long nowMs;

    Reconciliation(
            DoubtKeeping keeping,
            PastReports past,
            OrderStates states,
            OrderLog log,
            GapLooks gaps) {
        this.keeping = keeping;
        history = keeping.history();
        this.past = past;
        this.states = states;
        this.gaps = gaps;
        doubtful = states.doubtful();
        this.log = log;
    }

    /** The connection before is gone at the venue's end, too: nothing that left on it arrives later. */
    void onConnectionClosed(long number) {
        for (int i = 0; i < doubtful.count(); i++) {
            Order order = doubtful.get(i);
            if (order.connection() == number) {
                order.inDoubt().onCarrierClosed(nowMs);
            }
        }
    }

    /**
     * Takes doubts up, and asks for what is due.
     *
     * @param hasList true once the connection has told the open orders whole
     */
    void onTime(long timeNs, long timeMs, boolean hasList) {
        nowNs = timeNs;
        nowMs = timeMs;
        listedNs = hasList && !isListed ? timeNs : listedNs;
        isListed = hasList;
        gaps.onTime(hasList && history.isThere());
        if (doubtful.count() == 0) {
            return;
        }
        doubtful.sweep();
        boolean mayAsk = isListed && history.isThere() && !isUnderWay();
        for (int i = 0; i < doubtful.count(); i++) {
            Order order = doubtful.get(i);
            if (!order.inDoubt().isTaken()) {
                order.inDoubt().take(nowNs, nowMs, history.isThere());
            }
            if (mayAsk && order.inDoubt().isDue(nowNs)) {
                ask(order.instrument());
                mayAsk = false;
            }
        }
    }

    /**
     * True while a look at what an earlier connection has left is due that nobody has answered, a while at
     * most: then no new order leaves.
     */
    boolean isFirstLookDue() {
        boolean isLate = isListed && nowNs - listedNs > FIRST_LOOK_NS;
        if (isLate || !history.isThere()) {
            return false;
        }
        for (int i = 0; i < doubtful.count(); i++) {
            Order order = doubtful.get(i);
            if (order.status() == OrderStatus.UNKNOWN && order.inDoubt().isFirstLookDue()) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnderWay() {
        return isAsked && nowNs - askedNs < LOST_NS;
    }

    private void ask(Instrument instrument) {
        looks++;
        askedNs = nowNs;
        instrumentId = instrument.id();
        isAsked = keeping.ask(looks, instrumentId, startMs());
    }

    /** From before the oldest order in doubt was sent, by the venue's clock. */
    private long startMs() {
        long oldestNs = nowNs;
        for (int i = 0; i < doubtful.count(); i++) {
            Order order = doubtful.get(i);
            if (order.instrument().id() == instrumentId) {
                oldestNs = Math.min(oldestNs, order.inDoubt().sentNs());
            }
        }
        double zeroMs = keeping.readZeroMs();
        long agoMs = TimeUnit.NANOSECONDS.toMillis(nowNs - oldestNs);
        return Double.isNaN(zeroMs)
                ? nowMs - agoMs - STRANGE_CLOCK_MS
                : (long) (zeroMs + nowNs / NS_PER_MS) - agoMs - MARGIN_MS;
    }

    /**
     * Takes a row of the history; returns the order of ours that it has changed, or null.
     *
     * @param look its number
     */
    Order onPast(ExecutionReport report, int instrument, long look) {
        boolean isOurs = isAsked && look == looks;
        return past.onPast(report, instrument, isOurs ? askedNs : Long.MIN_VALUE, nowNs);
    }

    /** A look has ended: what was found of orders is taken, and of the others nothing was. */
    void onLookEnd(LookEnd end, long look) {
        if (!isAsked || look != looks) {
            return; // it was given up
        }
        isAsked = false;
        for (int i = 0; i < doubtful.count(); i++) {
            Order order = doubtful.get(i);
            boolean isMeant =
                    order.status() == OrderStatus.UNKNOWN
                            && order.instrument().id() == instrumentId
                            && order.inDoubt().isOlderThan(askedNs);
            if (isMeant) {
                onNotFound(order, end, look);
            }
        }
    }

    private void onNotFound(Order order, LookEnd end, long look) {
        OrderDoubt doubt = order.inDoubt();
        doubt.onLook(end.isWhole(), nowNs, nowMs);
        log.onLook(order, end, look);
        if (end.isWhole() && keeping.absent() == AbsentOrders.SETTLE && isAbsent(order, end)) {
            states.settle(order, OrderLog.Evidence.ABSENT);
        }
    }

    /** True when it cannot have come to the venue, nor come any more. */
    private boolean isAbsent(Order order, LookEnd end) {
        OrderDoubt doubt = order.inDoubt();
        double zeroMs = keeping.venueZeroMs().getAsDouble();
        double lossMs = doubt.lossMs() - nowMs + zeroMs + nowNs / NS_PER_MS; // by the venue's clock
        return OrderMatch.isUntouched(order)
                && doubt.isCarrierClosed()
                && doubt.looks() >= LOOKS_MIN
                && askedNs - doubt.sinceNs() >= SETTLED_NS
                && end.newestMs() > lossMs; // false while the venue's clock is not known
    }

    /** A person gives an order up; false when its outcome is known. */
    boolean forget(Order order) {
        return order.status() == OrderStatus.UNKNOWN
                && states.settle(order, OrderLog.Evidence.PERSON);
    }
}
