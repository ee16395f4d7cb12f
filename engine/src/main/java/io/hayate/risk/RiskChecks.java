package io.hayate.risk;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instruments;
import io.hayate.model.Side;
import java.util.function.LongSupplier;

/**
 * What an order is checked against beside its own parts and the market: what it risks in money, and whether
 * it looks like a fault. One check is one rule, in a row; the first that is broken is told. An order that
 * only brings a position nearer to 0 skips position, loss and rejections, so that it can be closed.
 *
 * <p>Strategy thread; allocates nothing once an instrument is known.
 */
public final class RiskChecks {
    private final Exposure exposure;
    private final LongSupplier rejected;
    private final NotionalCheck notional;
    private final PositionCheck position;
    private final LossCheck loss;
    private final TwinCheck twins;
    private final RejectCheck rejects;
    private final BalanceCheck balance;

    /**
     * Checks that have seen no order.
     *
     * @param rejected how many orders the venue has rejected since the start
     */
    public RiskChecks(
            ExposureLimits limits,
            Instruments instruments,
            Exposure exposure,
            LongSupplier rejected) {
        this.exposure = exposure;
        this.rejected = rejected;
        notional = new NotionalCheck(limits.orderNotionalMax(), instruments);
        position = new PositionCheck(limits.positionNotionalMax(), instruments);
        loss = new LossCheck(limits.dailyLossMax(), instruments);
        twins = new TwinCheck(limits.twinWindowMs());
        rejects = new RejectCheck(limits.rejects());
        balance = new BalanceCheck(limits.checksBalance());
    }

    /**
     * Takes the time, and what the venue has rejected meanwhile; looks at what the day has lost.
     *
     * @return true when a currency has lost just now what it may
     */
    public boolean onTime(long nowNs, long timeMs) {
        exposure.onTime(timeMs);
        loss.onTime(timeMs);
        rejects.onRejects(rejected.getAsLong(), nowNs);
        for (int i = 0; i < exposure.tradedCount(); i++) {
            ofLoss(exposure.traded(i));
        }
        return loss.isNews();
    }

    private RiskVerdict ofLoss(int id) {
        return loss.isOff(id)
                ? RiskVerdict.ACCEPTED
                : loss.check(id, exposure.currency(id), exposure.dayProfit(id));
    }

    /** True when the day has lost in a currency, by its number, what it may. */
    public boolean isLossReached(int currency) {
        return loss.isReached(currency);
    }

    /** How often that has come to be, of all currencies and days. */
    public int lossesReached() {
        return loss.reachedCount();
    }

    /** A run before has lost in a currency what the day of this time, in ms since 1970 UTC, may. */
    public void onLossReachedBefore(int currency, long timeMs) {
        loss.onReachedBefore(currency, timeMs);
    }

    /** What open orders of this side may still trade, in units of 1e-8. */
    public long openUnits(int instrumentId, Side side) {
        return exposure.openUnits(instrumentId, side);
    }

    /**
     * True for an order that brings the position of its instrument nearer to 0 and not beyond, whatever
     * becomes of the open orders of its side.
     *
     * @param ownUnits what this order itself adds to those: 0 for a new one
     */
    public boolean isReduction(OrderIntent intent, long ownUnits) {
        int id = intent.instrumentId();
        long held = held(id, intent.side());
        if (held >= 0) {
            return false;
        }
        long open = exposure.openUnits(id, intent.side()) - ownUnits;
        return open >= 0 && intent.units() <= -held - open;
    }

    /** What is held in the direction of a side: below 0 when it is the other. */
    private long held(int id, Side side) {
        long held = exposure.positionUnits(id);
        return side == Side.BUY ? held : -held;
    }

    /**
     * Checks an order that is new.
     *
     * @param isReduction what {@link #isReduction} says of it
     */
    public RiskVerdict ofNew(OrderIntent intent, boolean isReduction, long nowNs) {
        RiskVerdict verdict = twins.check(intent, nowNs);
        if (verdict.isAccepted() && !isReduction) {
            rejects.onRejects(rejected.getAsLong(), nowNs);
            verdict = rejects.check(nowNs);
        }
        return verdict.isAccepted() ? ofMoney(intent, 0, 0, isReduction) : verdict;
    }

    /**
     * Checks an order as an update would make it.
     *
     * @param intent with what would be left to be traded as its amount
     * @param ownUnits what it adds to open orders as it is
     * @param ownTaken what it takes of its currency as it is
     */
    public RiskVerdict ofUpdate(
            OrderIntent intent, long ownUnits, long ownTaken, boolean isReduction) {
        return ofMoney(intent, ownUnits, ownTaken, isReduction);
    }

    private RiskVerdict ofMoney(
            OrderIntent intent, long ownUnits, long ownTaken, boolean isReduction) {
        double price = OrderPrice.highest(intent);
        RiskVerdict verdict = notional.check(intent, price, isReduction);
        if (verdict.isAccepted() && !isReduction) {
            verdict = ofExposure(intent, ownUnits, price);
        }
        return verdict.isAccepted() ? ofBalance(intent, ownTaken, price) : verdict;
    }

    private RiskVerdict ofExposure(OrderIntent intent, long ownUnits, double price) {
        int id = intent.instrumentId();
        long open = exposure.openUnits(id, intent.side()) - ownUnits;
        RiskVerdict verdict = position.check(intent, held(id, intent.side()), open, price);
        return verdict.isAccepted() ? ofLoss(id) : verdict;
    }

    private RiskVerdict ofBalance(OrderIntent intent, long ownTaken, double price) {
        if (!balance.isOn()) {
            return RiskVerdict.ACCEPTED;
        }
        long free = exposure.freeUnits(intent.instrumentId(), intent.side());
        boolean isKnown = free != Long.MAX_VALUE;
        return balance.check(intent, isKnown ? free + ownTaken : free, price);
    }

    /** Takes an order that leaves. */
    public void onSent(OrderIntent intent, long nowNs) {
        twins.onSent(intent, nowNs);
    }
}
