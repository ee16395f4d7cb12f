package io.hayate.order;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.TradingHalt;
import io.hayate.model.Instruments;
import io.hayate.outbound.OrderEntry;

/**
 * Who else has orders on the account: other programs and people, whose orders are left alone unless the
 * account is killed, and, where it should not be, another process with our numbers. Strategy thread.
 */
public final class OtherTraders {
    private final Instruments instruments;
    private final OrderEntry entry;
    private final ForeignOrders foreign = new ForeignOrders();
    private final OtherWriters writers;
    private long connection;
    private boolean isListed; // on that connection

    OtherTraders(Instruments instruments, OrderEntry entry, ClientOrderIds ids, OrderPool pool) {
        this.instruments = instruments;
        this.entry = entry;
        writers = new OtherWriters(ids, pool, entry.halt());
    }

    /** Takes a report of the venue, and the order of ours that it is about, or null. */
    public void onReport(Event event, ExecutionReport report, Order order) {
        foreign.onReport(event, report, order != null);
        tellDeadMan(event, report.kind());
        if (order == null) {
            writers.onReport(report, event.receiveTimeNs());
        }
    }

    /** Takes a row of the venue's history. */
    void onPast(ExecutionReport report) {
        writers.onPast(report);
    }

    /** The loop is to know whether the dead-man switch would cancel them. */
    private void tellDeadMan(Event event, ReportKind kind) {
        isListed |= kind == ReportKind.NO_OPEN_ORDERS;
        isListed |= kind == ReportKind.OPEN_ORDER && event.isLast();
        if (isListed) {
            entry.trading().standing().deadMan().onOthers(connection, foreign.count());
        }
    }

    /** Takes that the session has news, of this connection. */
    public void onSessionStatus(long number, long timeNs) {
        isListed &= number == connection;
        connection = number;
        if (entry.isAccountTold()) {
            writers.onAccountTold(timeNs);
        }
    }

    /** Open orders of the account that are not ours. */
    public ForeignOrders foreign() {
        return foreign;
    }

    /** That another process was found to trade with our key, in words for a person, once; else null. */
    public String takeNews() {
        return writers.takeNews();
    }

    /** Whether trading is halted, and whose orders are canceled then. */
    public TradingHalt halt() {
        return entry.halt();
    }

    /** How often the kill switch was used. */
    public int kills() {
        return entry.trading().kills();
    }

    /** True while it has the account's orders canceled, not ours alone. */
    public boolean isKillOfAccount() {
        return entry.trading().isKillOfAccount();
    }

    /** True while the venue cancels orders at the end of the connection. */
    public boolean isDeadManArmed() {
        return entry.trading().isDeadManArmed();
    }

    /** True while open orders of others keep new orders of ours back. */
    public boolean isDeadManBlocked() {
        return entry.trading().isDeadManBlocked();
    }

    /** Name of an instrument for a person. */
    public String nameOf(int instrumentId) {
        return instruments.get(instrumentId).displayName();
    }
}
