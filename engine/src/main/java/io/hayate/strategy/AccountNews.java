package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.metrics.Incidents;
import io.hayate.model.Counts;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.number.Rounded;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.OtherTraders;
import io.hayate.order.Positions;
import io.hayate.order.TradingAccount;
import java.util.concurrent.TimeUnit;

/**
 * Tells a person what no line about a single order says: that another process trades with the key, what
 * the kill switch leaves open and takes away, and what the dead-man switch of a connection before may
 * have canceled. Strategy thread; allocates when it tells.
 */
final class AccountNews {
    private static final long DEAD_MAN_NS = TimeUnit.SECONDS.toNanos(120); // seen: some 15 s
    private static final int ROWS_MAX = 10;
    private static final String PLAIN_END = "CANCELED";

    private final OrderManager orders;
    private final OtherTraders others;
    private final Positions positions;
    private final Incidents incidents;
    private final ExecutionReport row = new ExecutionReport();
    private int kills; // that were told
    private boolean isBlocked; // as was told
    private long connection;
    private long connections; // on which the account was ours
    private long startNs; // of the connection
    private int told; // in one go, or on one connection

    AccountNews(TradingAccount account, Incidents incidents) {
        orders = account.orders();
        others = orders.others();
        positions = account.positions();
        this.incidents = incidents;
    }

    void onSessionStatus(SessionStatus status, long timeNs) {
        if (status.isAuthenticated() && status.connection() != connection) {
            connection = status.connection();
            connections++;
            startNs = timeNs;
            told = 0;
        }
    }

    /** Each tick: tells what is new. */
    void onTime() {
        String otherWriter = others.takeNews();
        if (otherWriter != null) {
            incidents.tell("trading is halted: " + otherWriter);
        }
        if (isBlocked != others.isDeadManBlocked()) {
            isBlocked = !isBlocked;
            told = 0;
            tellBlocked();
        }
        String differences = positions.wallets().takeNews();
        if (!differences.isEmpty()) {
            differences.lines().forEach(incidents::tell);
        }
        int used = others.kills();
        if (kills != used) {
            kills = used;
            told = 0;
            tellOthers();
            orders.forEach(this::tellReduction);
        }
    }

    private void tellBlocked() {
        if (!isBlocked) {
            return;
        }
        int open = others.foreign().count();
        String which =
                Counts.of(open, "open order") + " of others on the account, no new order leaves: ";
        incidents.tell(
                which
                        + (others.isDeadManArmed()
                                ? "the dead-man switch, armed already, cancels them at the end of"
                                        + " the connection"
                                : "the dead-man switch would cancel them, and is not armed")
                        + "; orders.dead-man-switch must be force to have that, or false:");
        others.foreign().forEachRow(this::tellRow);
    }

    private void tellOthers() {
        int open = others.foreign().count();
        if (open == 0) {
            return;
        }
        String count = Counts.of(open, "open order") + " of others";
        incidents.tell(
                others.isKillOfAccount()
                        ? "kill cancels " + count + ", too:"
                        : count + " stay; kill account " + open + " cancels them, too:");
        others.foreign().forEachRow(this::tellRow);
    }

    private void tellRow(Event event) {
        if (told++ < ROWS_MAX) {
            row.wrap(event);
            incidents.tell(
                    "  order "
                            + row.orderId()
                            + " "
                            + row.side()
                            + " "
                            + amount(row.remainingAmount())
                            + " "
                            + others.nameOf(event.instrumentId()));
        }
    }

    /** An order on the other side of a position would have made it smaller. */
    private void tellReduction(Order order) {
        long held = positions.units(order.instrument().id());
        boolean isAgainst = held > 0 ? order.side() == Side.SELL : order.side() == Side.BUY;
        if (order.isOpen() && held != 0 && isAgainst) {
            incidents.tell(
                    "kill cancels order "
                            + order.clientOrderId()
                            + " "
                            + order.side()
                            + " "
                            + amount(order.remainingAmount())
                            + " "
                            + order.instrument().displayName()
                            + ", which would have reduced the position of "
                            + amount(Decimals.toDouble(held)));
        }
    }

    /** Takes a report about an order of ours, already brought up to date. */
    void onReport(ExecutionReport report, Order order, long timeNs) {
        boolean isOfDeadMan =
                report.kind() == ReportKind.CLOSED
                        && order.status() == OrderStatus.CANCELED
                        && connections > 1
                        && timeNs - startNs < DEAD_MAN_NS
                        && others.isDeadManArmed();
        if (isOfDeadMan && isUnasked(report, order) && told++ < ROWS_MAX) {
            incidents.tell(
                    "the venue canceled order "
                            + order.clientOrderId()
                            + ", which nobody here asked for: the dead-man switch of the connection before"
                            + " may do that");
        }
    }

    /** True for an end that neither a request of ours nor a term of the order explains. */
    private boolean isUnasked(ExecutionReport report, Order order) {
        boolean isPaired = OrderFlag.OCO.isIn(order.flags());
        boolean isExpired = order.expiryMs() > 0 && orders.timeMs() >= order.expiryMs();
        return !order.isChangeAsked()
                && !isPaired
                && !isExpired
                && report.text().startsWith(PLAIN_END);
    }

    private static String amount(double amount) {
        return Rounded.text(amount, 8);
    }
}
