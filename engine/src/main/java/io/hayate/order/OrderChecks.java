package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderStatus;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.outbound.OrderEntry;
import io.hayate.portfolio.OpenShare;
import io.hayate.portfolio.OpenUnits;
import io.hayate.risk.OrderPrice;
import io.hayate.risk.OrderRule;
import io.hayate.risk.OrderRules;
import io.hayate.risk.RiskChecks;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskVerdict;

/** Whether what is wanted may leave: its parts, the limits, the connection. Strategy thread; allocates nothing. */
final class OrderChecks {
    private static final int MOVES =
            OrderIntent.CHANGES_PRICE
                    | OrderIntent.CHANGES_AUX_LIMIT
                    | OrderIntent.CHANGES_TRAILING
                    | OrderIntent.CHANGES_FLAGS
                    | OrderIntent.CHANGES_LEVERAGE;
    private static final int AMOUNTS = OrderIntent.CHANGES_AMOUNT | OrderIntent.CHANGES_AMOUNT_BY;

    private final Instruments instruments;
    private final OrderEntry entry;
    private final RiskGate gate;
    private final RiskChecks risks;
    private final StrategyChecks strategies;
    private final RateLimitAnswers rateLimits = new RateLimitAnswers();
    private final OpenShare[] held = new OpenShare[OrderBatch.SIZE_MAX]; // of a batch on its way
    private final OrderIntent merged = OrderIntent.allocate();
    private long seenUntilNs;
    private OrderRule broken; // by what was refused last

    OrderChecks(
            Instruments instruments,
            OrderEntry entry,
            RiskGate gate,
            RiskChecks risks,
            StrategyChecks strategies,
            OpenUnits open) {
        this.strategies = strategies;
        this.instruments = instruments;
        this.entry = entry;
        this.gate = gate;
        this.risks = risks;
        for (int i = 0; i < held.length; i++) {
            held[i] = new OpenShare(open);
        }
    }

    /** Takes until when what the venue said of the account has come here. */
    void onTime(long accountSeenNs) {
        seenUntilNs = accountSeenNs;
    }

    /** Looks at what the day has lost; true once, when that has just become more than it may be. */
    boolean isLossReached(long nowNs, long timeMs) {
        return risks.onTime(nowNs, timeMs);
    }

    /** Takes what the venue said: of too many requests no order follows for a second. */
    void onReport(ExecutionReport report) {
        if (rateLimits.isOne(report)) {
            gate.onRateLimited(entry.nowNs());
        }
    }

    /** Takes a new order that has left. */
    void onSent(OrderIntent intent, long timeNs) {
        risks.onSent(intent, timeNs);
    }

    /** What open orders of this side may still trade, in units of 1e-8. */
    long openUnits(int instrumentId, Side side) {
        return risks.openUnits(instrumentId, side);
    }

    /** Why the parts of what was refused last do not go together, in words for a person. */
    String combination() {
        return broken == null ? "" : broken.reason();
    }

    long leastUnits(int instrumentId) {
        return gate.leastUnits(instrumentId);
    }

    /** Checks a new order, with so many open. */
    RiskVerdict ofNew(OrderIntent intent, int openOrders, long nowMs) {
        if (entry.trading().isHalted()) {
            return RiskVerdict.HALTED;
        }
        long nowNs = entry.nowNs();
        RiskVerdict verdict = ofStrategy(intent, openOrders, nowNs);
        if (verdict.isAccepted()) {
            verdict = gate.check(intent, openOrders, nowNs);
        }
        if (!verdict.isAccepted()) {
            return verdict;
        }
        Instrument instrument = instruments.get(intent.instrumentId());
        if (instrument == null || instrument.isFunding()) {
            return RiskVerdict.INSTRUMENT;
        }
        verdict = ofParts(intent, nowMs);
        if (verdict.isAccepted() && instrument.isDerivative()) {
            verdict = RiskVerdict.DERIVATIVE;
        }
        if (!verdict.isAccepted()) {
            return verdict;
        }
        boolean isReduction = risks.isReduction(intent, 0);
        verdict = ofMarket(intent, isReduction, nowNs);
        return verdict.isAccepted() ? risks.ofNew(intent, isReduction, nowNs) : verdict;
    }

    private RiskVerdict ofStrategy(OrderIntent intent, int openOrders, long nowNs) {
        RiskVerdict verdict = strategies.name(intent.strategy(), intent);
        if (verdict.isAccepted()) {
            verdict = strategies.ofCounts(intent, openOrders, nowNs);
        }
        return verdict.isAccepted() ? strategies.ofMoney(intent, 0) : verdict;
    }

    /** The connection first: while that does not hold, prices are old as well. */
    private RiskVerdict ofMarket(OrderIntent intent, boolean isReduction, long nowNs) {
        RiskVerdict verdict = ofConnection();
        if (!verdict.isAccepted()) {
            return verdict;
        }
        return isReduction
                ? gate.checkHandled(seenUntilNs, nowNs)
                : gate.checkQuote(intent, seenUntilNs, nowNs);
    }

    /** Takes an operation of a batch that may leave: the next one is checked with it. */
    void hold(int place, OrderIntent intent) {
        Instrument instrument = instruments.get(intent.instrumentId());
        double price = OrderPrice.highest(intent);
        held[place].begin(intent.strategy());
        held[place].set(instrument, intent.side(), intent.units(), price);
        risks.onSent(intent, entry.nowNs());
    }

    /** The same of an update: what it may add to what its order may trade already. */
    void hold(int place, Order order, OrderIntent change) {
        long more = unitsLeft(order, change) - order.share().units();
        double price = OrderPrice.highest(order.intent());
        held[place].begin(order.strategy());
        held[place].set(order.instrument(), order.side(), Math.max(0, more), price);
    }

    /** The batch has left, or not: what left counts by its orders. */
    void release() {
        for (OpenShare each : held) {
            each.clear();
        }
    }

    private RiskVerdict ofParts(OrderIntent intent, long nowMs) {
        if (OrderRules.hasInexactPrice(intent)) {
            return RiskVerdict.PRICE_DIGITS;
        }
        broken = OrderRules.broken(intent, nowMs);
        if (broken != null) {
            return RiskVerdict.COMBINATION;
        }
        return intent.type().isExchange() ? RiskVerdict.ACCEPTED : RiskVerdict.MARGIN;
    }

    private RiskVerdict ofConnection() {
        if (!entry.isLive()) {
            return RiskVerdict.NOT_LIVE;
        }
        if (entry.trading().isInMaintenance()) {
            return RiskVerdict.MAINTENANCE;
        }
        if (!entry.isAuthenticated()) {
            return RiskVerdict.NO_CREDENTIALS;
        }
        if (!entry.takesRisk()) {
            return RiskVerdict.JOURNAL;
        }
        return ofAccount(RiskVerdict.ACCEPTED);
    }

    /** What there is against new orders of the account, else the verdict given. */
    private RiskVerdict ofAccount(RiskVerdict otherwise) {
        if (entry.isAccountInDoubt()) {
            return ofDoubt();
        } else if (entry.trading().isBarred()) {
            return RiskVerdict.KEY_READ_ONLY;
        } else if (entry.trading().isKeyWorn()) {
            return RiskVerdict.TLS_KEY;
        }
        return entry.isAccountTold() ? otherwise : ofNotTold();
    }

    private RiskVerdict ofNotTold() {
        boolean isBlocked = entry.trading().isDeadManBlocked();
        return isBlocked ? RiskVerdict.DEAD_MAN : RiskVerdict.NOT_READY;
    }

    private RiskVerdict ofDoubt() {
        return entry.trading().isDoubtHeld()
                ? RiskVerdict.ACCOUNT_DOUBT_HELD
                : RiskVerdict.ACCOUNT_DOUBT;
    }

    /** What began between the check and the socket, else that took nothing. */
    RiskVerdict ofNotTaken() {
        if (entry.trading().isHalted()) {
            return RiskVerdict.HALTED;
        }
        if (entry.hasJournalRefused()) {
            return RiskVerdict.JOURNAL;
        }
        return ofAccount(RiskVerdict.OUTBOUND_FULL);
    }

    /** Checks whether an order can be changed at all just now. */
    RiskVerdict ofUpdate(Order order, OrderIntent change, int openOrders, long nowMs) {
        if (!order.isOpen()) {
            return RiskVerdict.NOT_OPEN;
        } else if (order.orderId() == 0) {
            return RiskVerdict.NOT_NAMED;
        } else if (order.pending() != PendingRequest.NONE
                || order.status() == OrderStatus.UNKNOWN) {
            return RiskVerdict.UPDATE_PENDING;
        }
        broken = ofChanges(change, order);
        if (broken != null) {
            return RiskVerdict.COMBINATION;
        }
        RiskVerdict verdict = ofUpdatedAmount(order, change);
        if (verdict.isAccepted() && change.isChanging(OrderIntent.CHANGES_GROUP)) {
            verdict = strategies.name(order.strategy(), change);
        }
        if (!verdict.isAccepted()) {
            return verdict;
        }
        merge(order.intent(), change);
        merged.copyCauseFrom(change);
        merged.units(order.filledUnits() + unitsLeft(order, change));
        verdict = ofParts(merged, nowMs);
        if (!verdict.isAccepted()) {
            return verdict;
        }
        return isRisk(order, change) ? ofRisk(order, change, openOrders) : ofReduction();
    }

    private static OrderRule ofChanges(OrderIntent change, Order order) {
        if (change.changes() == 0) {
            return OrderRule.UPDATE_EMPTY;
        } else if ((change.changes() & AMOUNTS) == AMOUNTS) {
            return OrderRule.UPDATE_AMOUNT_TWICE;
        }
        int oco = OrderFlag.OCO.bit();
        boolean isOther =
                change.isChanging(OrderIntent.CHANGES_FLAGS)
                        && (change.flags() & oco) != (order.flags() & oco);
        return isOther ? OrderRule.UPDATE_OCO : null;
    }

    /** What is not told by a number at all, and what would leave nothing. */
    private static RiskVerdict ofUpdatedAmount(Order order, OrderIntent change) {
        boolean isByAmount = change.isChanging(OrderIntent.CHANGES_AMOUNT);
        if (isByAmount && change.units() == OrderIntent.INEXACT) {
            return RiskVerdict.AMOUNT_DECIMALS;
        } else if (isByAmount && change.units() == OrderIntent.TOO_LARGE) {
            return RiskVerdict.ORDER_AMOUNT;
        }
        return unitsLeft(order, change) > 0 ? RiskVerdict.ACCEPTED : RiskVerdict.AMOUNT;
    }

    /** What an update would leave to be filled, in units of 1e-8. */
    static long unitsLeft(Order order, OrderIntent change) {
        long left = order.units() - order.filledUnits();
        if (change.isChanging(OrderIntent.CHANGES_AMOUNT)) {
            return change.units();
        }
        return change.isChanging(OrderIntent.CHANGES_AMOUNT_BY) ? left + change.units() : left;
    }

    /** The order as it would be. */
    private void merge(OrderIntent terms, OrderIntent change) {
        merged.copyFrom(terms);
        if (terms.type().isTrailingStop()) {
            merged.price(Price.NONE); // the venue's, where the order stands now
        }
        if (change.isChanging(OrderIntent.CHANGES_PRICE)) {
            merged.price(change.price());
        }
        if (change.isChanging(OrderIntent.CHANGES_AUX_LIMIT)) {
            merged.auxLimitPrice(change.auxLimitPrice());
        }
        if (change.isChanging(OrderIntent.CHANGES_TRAILING)) {
            merged.trailingDistance(change.trailingDistance());
        }
        if (change.isChanging(OrderIntent.CHANGES_FLAGS)) {
            merged.flags(change.flags());
        }
        if (change.isChanging(OrderIntent.CHANGES_GROUP)) {
            merged.groupId(change.groupId());
        }
        if (change.isChanging(OrderIntent.CHANGES_EXPIRY)) {
            merged.expiryMs(change.expiryMs());
        }
        if (change.isChanging(OrderIntent.CHANGES_LEVERAGE)) {
            merged.leverage(change.leverage());
        }
    }

    /** True for an update that raises the amount or moves the order: new risk. */
    static boolean isRisk(Order order, OrderIntent change) {
        boolean isMore = unitsLeft(order, change) > order.units() - order.filledUnits();
        return isMore || (change.changes() & MOVES) != 0;
    }

    private RiskVerdict ofRisk(Order order, OrderIntent change, int openOrders) {
        if (entry.trading().isHalted()) {
            return RiskVerdict.HALTED;
        }
        long nowNs = entry.nowNs();
        int others = openOrders - 1; // itself is one of them
        RiskVerdict verdict = strategies.ofCounts(merged, others, nowNs);
        verdict = verdict.isAccepted() ? gate.check(merged, others, nowNs) : verdict;
        if (!verdict.isAccepted()) {
            return verdict;
        }
        merged.units(unitsLeft(order, change)); // what was filled is in the position
        OpenShare own = order.share();
        verdict = strategies.ofMoney(merged, own.units());
        if (!verdict.isAccepted()) {
            return verdict;
        }
        boolean isReduction = risks.isReduction(merged, own.units());
        verdict = ofMarket(merged, isReduction, nowNs);
        return verdict.isAccepted()
                ? risks.ofUpdate(merged, own.units(), own.taken(), isReduction)
                : verdict;
    }

    private RiskVerdict ofReduction() {
        return entry.isAuthenticated() ? RiskVerdict.ACCEPTED : RiskVerdict.NOT_LIVE;
    }
}
