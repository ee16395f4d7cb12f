package io.hayate.order;

import io.hayate.books.Books;
import io.hayate.event.AccountState;
import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.event.OrderIntent;
import io.hayate.event.SessionStatus;
import io.hayate.journal.past.PastOrders;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.outbound.OrderEntry;
import io.hayate.risk.RiskChecks;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskVerdict;

/**
 * Sends orders through the limits and follows them to their end.
 *
 * <p>Strategy thread. Allocates nothing after start.
 */
public final class OrderManager {
    private final Instruments instruments;
    private final OrderEntry entry;
    private final OrderChecks checks;
    private final OrderDispatch dispatch;
    private final OrderBatches batches;
    private final KillCancels killCancels;
    private final OtherTraders others;
    private final OwnOrders ownOrders;
    private final OrderStates states;
    private final OrderReports reports;
    private final Reconciliation reconciliation;
    private final Recovery recovery;
    private final Counters counters;
    private final OrderLog log;

    private long connection;
    private long nowNs;
    private long nowMs;

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
        this.counters = counters;
        for (int id = 0; id < instruments.count(); id++) {
            entry.prepare(instruments.get(id));
            positions.portfolio().prepare(instruments.get(id));
        }
        RiskChecks risks =
                new RiskChecks(
                        gate.exposureLimits(),
                        instruments,
                        new OrderExposure(positions),
                        () -> counters.get(Counter.ORDERS_REJECTED));
        OrderPool pool = new OrderPool(keeping.numbers(), positions.open());
        int count = keeping.strategies().size();
        this.log =
                new OrderLog(
                        entry.requests().journal(), events, count, keeping.numbers().killSteps());
        this.states = new OrderStates(pool, counters, log, new EntryAccount(entry), count);
        StrategyChecks strategies =
                new StrategyChecks(keeping.strategies(), instruments, positions, states);
        Books books = Recovery.books(entry, positions, strategies.withAccount(risks), ids);
        Fills fills = new Fills(positions, counters, entry::onDoubt, books);
        this.reports = new OrderReports(pool, keeping, fills, counters, log, states);
        PastReports past = new PastReports(pool, reports, states, fills);
        GapLooks gaps = new GapLooks(entry.trading(), states);
        this.reconciliation = new Reconciliation(keeping.doubts(), past, states, log, gaps);
        this.recovery = new Recovery(instruments, pool, states, fills, log, books);
        this.checks =
                new OrderChecks(instruments, entry, gate, risks, strategies, positions.open());
        this.dispatch = new OrderDispatch(entry, gate, ids, pool, reports, strategies);
        this.others = new OtherTraders(instruments, entry, ids, pool);
        this.killCancels = new KillCancels(entry, pool, reports, others.foreign(), log);
        this.batches = new OrderBatches(instruments, entry, gate, checks, dispatch, reports);
        this.ownOrders = new OwnOrders(pool, dispatch, states, strategies);
    }

    /** Takes up orders that runs before have left without an end, and their books; before the start. */
    public void recover(PastOrders past, long timeNs, long timeMs) {
        recovery.take(past, timeNs, timeMs, entry);
    }

    /** Wall-clock time, in ms since 1970 UTC, as of the last tick of the timer. */
    public long timeMs() {
        return nowMs;
    }

    /** Takes the time of the event that is handled now. */
    public void onEvent(long receiveTimeNs) {
        nowNs = receiveTimeNs;
    }

    /** A person asked for something at that time: it is written down. */
    public void onOperator(long timeNs, String text) {
        log.onOperator(timeNs, text);
    }

    /**
     * Takes the time; looks for answers and fills that are overdue.
     *
     * @param accountSeenNs until when what the venue said of the account has come here
     */
    public void onTime(long timeNs, long timeMs, long accountSeenNs) {
        nowNs = timeNs;
        nowMs = timeMs;
        dispatch.onTime(timeMs);
        log.onTime(timeNs);
        checks.onTime(accountSeenNs);
        reports.onTime(accountSeenNs);
        recovery.onTime(timeNs, timeMs);
        reconciliation.onTime(timeNs, timeMs, entry.isAuthenticated() && states.isListed());
        entry.looksAwaited(reconciliation.isFirstLookDue());
        killCancels.onTime(timeNs);
        if (checks.isLossReached(timeNs, timeMs)) {
            cancelAll(true); // the day has lost what it may, and what is open may add to that
            ownOrders.onAccountLoss();
        }
        ownOrders.onTime(timeNs, timeMs);
    }

    /** Writes down what is left to be written; the last that is done, by whichever thread is left. */
    public void onEnd() {
        log.onTime(nowNs);
    }

    /** Takes the session's news: a lost connection leaves what was under way unknown. */
    public void onSessionStatus(SessionStatus status) {
        boolean lost = connection != status.connection() || !OrderStates.isConnected(status);
        long before = connection;
        connection = status.connection();
        entry.onSessionStatus(status);
        log.onSessionStatus(status);
        dispatch.onConnection(connection);
        states.onConnection(connection, lost);
        if (status.isPreviousGone() && connection == before + 1) {
            reconciliation.onConnectionClosed(before);
        }
        others.onSessionStatus(connection, nowNs);
    }

    /**
     * Takes a report; returns the order of ours that it is about, or null.
     *
     * @param instrumentId what it is about; NONE when it does not say
     */
    public Order onExecutionReport(
            ExecutionReport report, int instrumentId, boolean isLastOfFrame) {
        log.onReport(report, instrumentId, nowNs);
        checks.onReport(report);
        recovery.onReport(report, instrumentId, nowNs, nowMs);
        Order order = reports.onReport(report, instrumentId, isLastOfFrame, nowNs);
        Order unused = dispatch.freePlace(); // made here, so that the next order finds it at once
        entry.looksAwaited(reconciliation.isFirstLookDue()); // a list may have left some out
        return order;
    }

    /**
     * Takes a row of the venue's history; returns the order of ours that it has changed, or null.
     *
     * @param look the number of the look that found it
     */
    public Order onPastReport(ExecutionReport report, int instrumentId, long look) {
        log.onReport(report, instrumentId, nowNs);
        others.onPast(report);
        return reconciliation.onPast(report, instrumentId, look);
    }

    /**
     * An order of the run before that its journal had lost, and the report that was taken last has made known,
     * once; else null.
     */
    public Order takeRecovered() {
        return recovery.takeNews();
    }

    /** A look into the history has ended. */
    public void onLookEnd(LookEnd end, long look) {
        reconciliation.onLookEnd(end, look);
    }

    /** Gives an order of unknown outcome up; false when there is none of this number. */
    public boolean forget(long number) {
        Order order = find(number);
        return order != null && reconciliation.forget(order);
    }

    /**
     * Sends what an intent asks for; that of each origin is an object of its own.
     *
     * @return ACCEPTED when it was handed to the socket, else the reason why it was not
     */
    public RiskVerdict submit(OrderIntent intent) {
        Order unused = dispatch.freePlace(); // what that tells may send orders: before the limits
        RiskVerdict verdict = checks.ofNew(intent, reports.openOrders(), nowMs);
        if (verdict.isAccepted()) {
            verdict = dispatch.number(intent, dispatch.places());
        }
        if (verdict.isAccepted()) {
            boolean isSent = dispatch.send(intent, instruments.get(intent.instrumentId()));
            verdict = isSent ? verdict : checks.ofNotTaken();
        }
        if (verdict.isAccepted()) {
            checks.onSent(intent, entry.writtenTimeNs());
            counters.increment(Counter.ORDERS_SENT);
        } else {
            onRefused(OrderOrigin.ofCode(intent.origin()), verdict, intent);
        }
        entry.onDecided(verdict.name(), verdict.isAccepted() ? intent.clientOrderId() : 0);
        return verdict;
    }

    /** Reads the memory that the next order will need; nothing changes. To be called where nobody waits. */
    public void prefetch() {
        dispatch.prefetch();
    }

    /** Counts an order that is refused. */
    public void onRefused(OrderOrigin origin, RiskVerdict verdict) {
        onRefused(origin, verdict, null);
    }

    private void onRefused(OrderOrigin origin, RiskVerdict verdict, OrderIntent intent) {
        log.onRefused(origin, verdict, intent, nowNs);
        counters.increment(Counter.ORDERS_REFUSED);
    }

    /**
     * Sends an update of an order.
     *
     * @return ACCEPTED when it was handed to the socket, else the reason why it was not
     */
    public RiskVerdict update(OrderChange change, OrderOrigin origin) {
        return update(change.order(), change.intent(), origin);
    }

    /** As {@link #update(OrderChange, OrderOrigin)}: what an intent changes of an order. */
    public RiskVerdict update(Order order, OrderIntent intent, OrderOrigin origin) {
        intent.origin(origin.code());
        RiskVerdict verdict = checks.ofUpdate(order, intent, reports.openOrders(), nowMs);
        if (verdict.isAccepted()) {
            OrderDispatch.name(intent, order);
            verdict = dispatch.update(order, intent) ? verdict : checks.ofNotTaken();
        }
        if (!verdict.isAccepted()) {
            onRefused(origin, verdict, intent);
        }
        entry.onDecided(verdict.name(), order.clientOrderId());
        return verdict;
    }

    /** Sends what of a batch may leave, and tells in it what did not; returns how many left. */
    public int send(OrderBatch batch, OrderOrigin origin) {
        int left = batches.send(batch, origin, nowMs);
        for (int i = 0; i < batch.size(); i++) {
            if (!batch.verdict(i).isAccepted()) {
                onRefused(origin, batch.verdict(i), batch.intent(i));
            } else if (batch.intent(i).operation() == OrderOperation.NEW) {
                counters.increment(Counter.ORDERS_SENT);
            }
            entry.onDecided(batch.verdict(i).name(), batch.intent(i).clientOrderId());
        }
        return left;
    }

    /** The smallest amount that the venue takes of an instrument; 0 while it is not known. */
    public double leastAmount(int instrumentId) {
        return Decimals.toDouble(checks.leastUnits(instrumentId));
    }

    /** Why the parts of what was refused last as a COMBINATION do not go together; for a person. */
    public String combination() {
        return checks.combination();
    }

    /** Asks the venue to cancel an order; false when it is done, or nothing can be sent now. */
    public boolean cancel(Order order) {
        return dispatch.cancel(order);
    }

    /** Asks the venue to cancel a group; returns how many open orders of ours are in it. */
    public int cancelGroup(long group) {
        return dispatch.cancelGroup(group);
    }

    /** Asks the venue to cancel our open orders; returns for how many it was asked. */
    public int cancelAll(boolean consoleToo) {
        return ownOrders.cancelAll(consoleToo);
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

    /** Who else has orders on the account. */
    public OtherTraders others() {
        return others;
    }

    /** The order sent last, or null before the first. */
    public Order lastOrder() {
        return dispatch.last();
    }

    /** Orders that are open or of unknown outcome; any thread. */
    public int openOrders() {
        return reports.openOrders();
    }

    /** Our orders, by who asked for them. */
    public OwnOrders own() {
        return ownOrders;
    }

    /** What was refused here, and why; any thread. */
    public OrderRefusals refusals() {
        return log.refusals();
    }

    /** True while new orders may leave: session live, account ready, no maintenance, the key. */
    public boolean isLive() {
        return entry.isLive()
                && !entry.trading().isInMaintenance()
                && !entry.trading().isBarred()
                && accountState() == AccountState.READY;
    }

    /** Whether new orders may leave, as far as the account goes. */
    public AccountState accountState() {
        if (entry.trading().isHalted()) {
            return AccountState.HALTED;
        }
        boolean isReady = entry.isAccountTold() && !entry.isAccountInDoubt();
        return isReady ? AccountState.READY : AccountState.RESYNC;
    }

    /** True while what is known of the account may be wrong, so that no new order leaves. */
    public boolean isAccountInDoubt() {
        return entry.isAccountInDoubt();
    }

    /** Why, in words for a person; empty while there is no doubt. */
    public String doubtReason() {
        return entry.doubtReason();
    }

    /** Our open order of this number, the venue's or ours; null for none. */
    public Order find(long number) {
        return ownOrders.find(0, number);
    }

    /**
     * What open orders of this side may still trade of an instrument, in units of 1e-8, those of unknown
     * outcome included. Of an OCO pair one counts.
     */
    public long openUnits(int instrumentId, Side side) {
        return checks.openUnits(instrumentId, side);
    }

    /** Gives each order that is kept to the taker. */
    public void forEach(OrderTaker taker) {
        ownOrders.forEach(0, taker::onOrder);
    }

    /** Takes one order; valid until this returns. */
    @FunctionalInterface
    public interface OrderTaker {
        /** Takes one order; valid until this returns. */
        void onOrder(Order order);
    }
}
