package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.TradingHalt;
import io.hayate.model.OrderFlag;
import java.util.concurrent.TimeUnit;

/**
 * Finds out that another process sends orders with our numbers: of our instance, whose numbers one state
 * folder alone gives, and not sent by us. Then trading is halted. Orders of other instances, and of
 * other programs, are somebody else's and no reason. Strategy thread; allocates once it has found one.
 */
final class OtherWriters {
    private static final long EARLIER_NS =
            TimeUnit.SECONDS.toNanos(60); // for orders of our last run
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final ClientOrderIds ids;
    private final OrderPool pool;
    private final TradingHalt halt;
    private long firstToldNs = UNKNOWN; // when the account was told whole for the first time
    private String news;

    OtherWriters(ClientOrderIds ids, OrderPool pool, TradingHalt halt) {
        this.ids = ids;
        this.pool = pool;
        this.halt = halt;
    }

    /** The account is told whole. */
    void onAccountTold(long nowNs) {
        firstToldNs = firstToldNs == UNKNOWN ? nowNs : firstToldNs;
    }

    /** Takes a report that is about no order of ours, as far as is known. */
    void onReport(ExecutionReport report, long nowNs) {
        long number = report.clientOrderId();
        if (!ids.isOfInstance(number) || report.kind() == ReportKind.NOT_SENT) {
            return;
        }
        boolean isFirstList = report.kind() == ReportKind.OPEN_ORDER && firstToldNs == UNKNOWN;
        if (isFirstList) {
            ids.goBeyond(number); // it was there before us: our own numbers begin above
        } else if (isOfAnother(report, number, nowNs)) {
            onFound(report, number);
        }
    }

    /** Takes a row of the venue's history: our own numbers go on above it, as the file of ours may be an old copy. */
    void onPast(ExecutionReport report) {
        long number = report.clientOrderId();
        if (ids.isOfInstance(number) && !ids.isGiven(number)) {
            ids.goBeyond(number);
        }
    }

    private boolean isOfAnother(ExecutionReport report, long number, long nowNs) {
        if (!ids.isOfThisRun(number)) {
            boolean isNew = report.kind() == ReportKind.NEW;
            return isNew && firstToldNs != UNKNOWN && nowNs - firstToldNs > EARLIER_NS;
        }
        Order ours = pool.find(number, 0); // with another order id, or other terms
        return !ids.isGiven(number) || (ours != null && !OrderFlag.OCO.isIn(ours.flags()));
    }

    private void onFound(ExecutionReport report, long number) {
        String why =
                "another process trades with this key: order "
                        + report.orderId()
                        + " bears our number "
                        + number
                        + ", and is not ours";
        if (halt.onOtherWriter(why)) {
            news = why;
        }
    }

    /** What was found, once; else null. */
    String takeNews() {
        String taken = news;
        news = null;
        return taken;
    }
}
