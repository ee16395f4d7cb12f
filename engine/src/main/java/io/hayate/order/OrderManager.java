package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.OrderIntent;
import io.hayate.event.SessionStatus;
import io.hayate.event.TradingHalt;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import io.hayate.outbound.OrderEntry;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskVerdict;
import java.util.concurrent.TimeUnit;

/**
 * Sends orders through the limits and follows them to their end.
 *
 * <p>Strategy thread. Allocates nothing after start.
 */
public final class OrderManager {
    private static final long MS_PER_DAY = 86_400_000L;
    private static final long KILL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final Instruments instruments;
    private final OrderEntry entry;
    private final RiskGate gate;
    private final ClientOrderIds ids;
    private final OrderPool pool;
    private final OrderReports reports;
    private final Counters counters;
    private final OrderRefusals refusals = new OrderRefusals();

    private long connection;
    private long nowNs;
    private long nowMs;
    private Order last;
    private int kills; // of the switch, that were seen
    private boolean killing;
    private long nextKillNs;

    /**
     * An order manager.
     *
     * @param events told what Hayate itself found out about an order
     */
    public OrderManager(
            Instruments instruments,
            OrderEntry entry,
            RiskGate gate,
            ClientOrderIds ids,
            OrderKeeping keeping,
            Positions positions,
            Counters counters,
            OrderEvents events) {
        this.instruments = instruments;
        this.entry = entry;
        this.gate = gate;
        this.ids = ids;
        this.counters = counters;
        for (int id = 0; id < instruments.count(); id++) {
            entry.prepare(instruments.get(id));
        }
        this.pool = new OrderPool(keeping.capacity());
        this.reports =
                new OrderReports(
                        pool,
                        TimeUnit.MILLISECONDS.toNanos(keeping.answerTimeoutMs()),
                        new Fills(positions, counters, entry::onDoubt),
                        counters,
                        events,
                        new EntryAccount(entry));
    }

    /** The account of the connection on which orders leave. */
    private record EntryAccount(OrderEntry entry) implements OrderReports.Account {
        @Override
        public boolean isInDoubt() {
            return entry.isAccountInDoubt();
        }

        @Override
        public void onRestingOrders(int count) {
            entry.onRestingOrders(count);
        }
    }

    /** Takes the time of the event that is handled now. */
    public void onEvent(long receiveTimeNs) {
        nowNs = receiveTimeNs;
    }

    /**
     * Takes the time; looks for answers and fills that are overdue.
     *
     * @param accountSeenNs until when what the venue said of the account has come here
     */
    public void onTime(long timeNs, long timeMs, long accountSeenNs) {
        nowNs = timeNs;
        nowMs = timeMs;
        reports.onTime(accountSeenNs);
        cancelKilled(timeNs);
    }

    /** Takes the session's news: a lost connection leaves what was under way unknown. */
    public void onSessionStatus(SessionStatus status) {
        boolean lost = connection != status.connection() || !isConnected(status);
        connection = status.connection();
        entry.onSessionStatus(status);
        reports.onConnection(connection, lost);
    }

    private static boolean isConnected(SessionStatus status) {
        return switch (status.state()) {
            case DISCONNECTED, CONNECTING -> false;
            case AUTHENTICATING, SUBSCRIBING, LIVE, PAUSED -> true;
        };
    }

    /**
     * Takes a report; returns the order of ours that it is about, or null.
     *
     * @param instrumentId what it is about; NONE when it does not say
     */
    public Order onExecutionReport(
            ExecutionReport report, int instrumentId, boolean isLastOfFrame) {
        return reports.onReport(report, instrumentId, isLastOfFrame, nowNs);
    }

    /**
     * Sends what an intent asks for; that of each origin is an object of its own.
     *
     * @return ACCEPTED when it was handed to the socket, else the reason why it was not
     */
    public RiskVerdict submit(OrderIntent intent) {
        Order place = freePlace();
        RiskVerdict verdict = check(intent);
        if (verdict.isAccepted()) {
            verdict = send(place, intent, instruments.get(intent.instrumentId()));
        }
        if (verdict.isAccepted()) {
            counters.increment(Counter.ORDERS_SENT);
        } else {
            onRefused(OrderOrigin.ofCode(intent.origin()), verdict);
        }
        return verdict;
    }

    /** Counts an order that is refused. */
    public void onRefused(OrderOrigin origin, RiskVerdict verdict) {
        counters.increment(Counter.ORDERS_REFUSED);
        refusals.increment(origin, verdict);
    }

    private RiskVerdict check(OrderIntent intent) {
        if (entry.halt().isOn()) {
            return RiskVerdict.HALTED;
        }
        RiskVerdict verdict = gate.check(intent, reports.openOrders());
        Instrument instrument = instruments.get(intent.instrumentId());
        if (!verdict.isAccepted()) {
            return verdict;
        }
        if (instrument == null || instrument.isFunding()) {
            return RiskVerdict.INSTRUMENT;
        }
        if (!entry.isLive()) {
            return RiskVerdict.NOT_LIVE;
        }
        if (entry.isInMaintenance()) {
            return RiskVerdict.MAINTENANCE;
        }
        if (!entry.isAuthenticated()) {
            return RiskVerdict.NO_CREDENTIALS;
        }
        return entry.isAccountInDoubt() ? doubtVerdict() : RiskVerdict.ACCEPTED;
    }

    private RiskVerdict doubtVerdict() {
        return entry.isDoubtHeld() ? RiskVerdict.ACCOUNT_DOUBT_HELD : RiskVerdict.ACCOUNT_DOUBT;
    }

    private RiskVerdict send(Order order, OrderIntent intent, Instrument instrument) {
        if (order == null) {
            return RiskVerdict.ORDER_POOL;
        }
        long number = ids.next();
        if (number == ClientOrderIds.NONE) {
            return RiskVerdict.CLIENT_ORDER_IDS;
        }
        intent.clientOrderId(number);
        if (!entry.newOrder(intent, instrument)) {
            return notTakenVerdict();
        }
        pool.take();
        onSent(order.begin(intent, instrument));
        return RiskVerdict.ACCEPTED;
    }

    /** What began between the check and the socket, else that took nothing. */
    private RiskVerdict notTakenVerdict() {
        if (entry.halt().isOn()) {
            return RiskVerdict.HALTED;
        }
        return entry.isAccountInDoubt() ? doubtVerdict() : RiskVerdict.OUTBOUND_FULL;
    }

    /**
     * A place for an order, or null. What only rows told of who was there is counted first, before the
     * limits are looked at: a strategy that hears of it may send an order itself, and take the place.
     */
    private Order freePlace() {
        Order order = pool.free();
        while (order != null && order.missingUnits() > 0) {
            reports.onRecycled(order);
            order = pool.free();
        }
        return order;
    }

    private void onSent(Order order) {
        order.connection(connection);
        order.createdEpochDay(nowMs / MS_PER_DAY);
        pool.onBegun(order);
        reports.onSent(order, gate.onSent());
        last = order;
    }

    /** Asks the venue to cancel an order; false when it is done, or nothing can be sent now. */
    public boolean cancel(Order order) {
        if (!order.isOpen() || !entry.isAuthenticated()) {
            return false;
        }
        return order.orderId() != 0
                ? entry.cancel(order.orderId())
                : entry.cancel(order.clientOrderId(), order.createdEpochDay());
    }

    /** Asks the venue to cancel our open orders; returns for how many it was asked. */
    public int cancelAll(boolean consoleToo) {
        int asked = 0;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            boolean wanted = consoleToo || order.origin() == OrderOrigin.STRATEGY;
            if (wanted && cancel(order)) {
                asked++;
            }
        }
        return asked;
    }

    /**
     * Has the venue cancel what is open once the kill switch was used, and what turns out to be open
     * later: once a second, until each has ended or its outcome is unknown, and trading is resumed.
     */
    private void cancelKilled(long timeNs) {
        TradingHalt halt = entry.halt();
        if (kills != halt.kills()) {
            kills = halt.kills();
            killing = true;
            nextKillNs = timeNs + KILL_INTERVAL_NS;
            cancelAll(true);
        } else if (killing && timeNs - nextKillNs >= 0) {
            killing = halt.isOn();
            nextKillNs = timeNs + KILL_INTERVAL_NS;
            cancelKnown();
        }
    }

    private void cancelKnown() {
        for (int i = 0; i < pool.size() && killing; i++) {
            Order order = pool.get(i);
            if (order.status() != OrderStatus.UNKNOWN) {
                cancel(order);
            }
        }
    }

    /**
     * Lets new orders leave again after a halt.
     *
     * @param open how many orders who resumes believes open
     * @return false when that differs from {@link #openOrders}, or nothing is halted but for good
     */
    public boolean resume(int open) {
        return open == reports.openOrders() && entry.halt().resume();
    }

    /** Why no new order leaves by somebody's will, in words for a person; empty while they may. */
    public String haltReason() {
        return entry.halt().reason();
    }

    /** The order sent last, or null before the first. */
    public Order lastOrder() {
        return last;
    }

    /** Orders that are open or of unknown outcome; any thread. */
    public int openOrders() {
        return reports.openOrders();
    }

    /** Those of them that this origin asked for. */
    public int openOrders(OrderOrigin origin) {
        int open = 0;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            open += order.isOpen() && order.origin() == origin ? 1 : 0;
        }
        return open;
    }

    /** What was refused here, and why; any thread. */
    public OrderRefusals refusals() {
        return refusals;
    }

    /** True while new orders may leave: session live, nothing halted, no maintenance, no doubt. */
    public boolean isLive() {
        return entry.isLive()
                && !entry.halt().isOn()
                && !entry.isInMaintenance()
                && !entry.isAccountInDoubt();
    }

    /** True while what is known of the account may be wrong, so that no new order leaves. */
    public boolean isAccountInDoubt() {
        return entry.isAccountInDoubt();
    }

    /** Why, in words for a person; empty while there is no doubt. */
    public String doubtReason() {
        return entry.doubtReason();
    }

    /** Gives each order that is kept to the taker. */
    public void forEach(OrderTaker taker) {
        for (int i = 0; i < pool.size(); i++) {
            taker.onOrder(pool.get(i));
        }
    }

    /** Takes one order; valid until this returns. */
    @FunctionalInterface
    public interface OrderTaker {
        /** Takes one order; valid until this returns. */
        void onOrder(Order order);
    }
}
