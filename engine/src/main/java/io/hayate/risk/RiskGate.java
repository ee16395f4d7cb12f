package io.hayate.risk;

import io.hayate.event.OrderIntent;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.model.AmountLimits;

/** Checks every order before it is written. Strategy thread; allocates nothing. */
public final class RiskGate {
    private final RiskLimits limits;
    private final AmountLimits amounts;
    private final SharedReads reads;
    private final RateLimit rate;
    private final QuoteCheck quotes;

    /** A gate that has seen no order. */
    public RiskGate(RiskLimits limits, QuoteLimits quoteLimits) {
        this(limits, quoteLimits, new AmountLimits(), SharedReads.PLAIN);
    }

    /**
     * As {@link #RiskGate(RiskLimits, QuoteLimits)}.
     *
     * @param amounts what the venue's lists say of each instrument
     * @param reads by which they are read, as another thread writes them
     */
    public RiskGate(
            RiskLimits limits, QuoteLimits quoteLimits, AmountLimits amounts, SharedReads reads) {
        this.reads = reads;
        quotes = new QuoteCheck(quoteLimits);
        this.limits = limits;
        this.amounts = amounts;
        this.rate = new RateLimit(limits.ordersPerSecondMax());
    }

    /**
     * Checks an order.
     *
     * @param openOrders how many orders are open or of unknown outcome
     * @param nowNs the time now; that of the event that the order answers may lie far back after a stall
     */
    public RiskVerdict check(OrderIntent intent, int openOrders, long nowNs) {
        RiskVerdict verdict = checkAmount(intent.units());
        if (verdict.isAccepted()) {
            verdict = checkSize(intent.units(), intent.instrumentId());
        }
        if (!verdict.isAccepted()) {
            return verdict;
        }
        if (openOrders >= limits.openOrdersMax()) {
            return RiskVerdict.OPEN_ORDERS;
        }
        return rate.allows(nowNs) ? RiskVerdict.ACCEPTED : RiskVerdict.ORDER_RATE;
    }

    /**
     * Checks what an order goes by.
     *
     * @param seenUntilNs until when what the venue said of the account has been handled
     * @param nowNs the time now
     */
    public RiskVerdict checkQuote(OrderIntent intent, long seenUntilNs, long nowNs) {
        return quotes.isBehind(seenUntilNs, nowNs)
                ? RiskVerdict.BEHIND
                : quotes.check(intent, nowNs);
    }

    /** Checks that what the venue said of the account has been handled: else a position may be another. */
    public RiskVerdict checkHandled(long seenUntilNs, long nowNs) {
        return quotes.isBehind(seenUntilNs, nowNs) ? RiskVerdict.BEHIND : RiskVerdict.ACCEPTED;
    }

    /** What orders may risk in money. */
    public ExposureLimits exposureLimits() {
        return limits.exposure();
    }

    private RiskVerdict checkAmount(long units) {
        if (!limits.tradingEnabled()) {
            return RiskVerdict.TRADING_DISABLED;
        }
        if (units > 0) {
            boolean isWithin = units <= limits.orderAmountMaxUnits();
            return isWithin ? RiskVerdict.ACCEPTED : RiskVerdict.ORDER_AMOUNT;
        }
        if (units == OrderIntent.INEXACT) {
            return RiskVerdict.AMOUNT_DECIMALS;
        }
        return units == OrderIntent.TOO_LARGE ? RiskVerdict.ORDER_AMOUNT : RiskVerdict.AMOUNT;
    }

    private RiskVerdict checkSize(long units, int instrumentId) {
        if (reads.read(SharedValue.BELOW_LEAST, units < amounts.least(instrumentId))) {
            return RiskVerdict.AMOUNT_MIN;
        }
        long most = amounts.most(instrumentId);
        return reads.read(SharedValue.ABOVE_MOST, most > 0 && units > most)
                ? RiskVerdict.AMOUNT_MAX
                : RiskVerdict.ACCEPTED;
    }

    /** The smallest amount that the venue takes of an instrument, in units of 1e-8; 0 if not known. */
    public long leastUnits(int instrumentId) {
        return reads.read(SharedValue.LEAST_AMOUNT, amounts.least(instrumentId));
    }

    /** Counts an order that has been written at this time. */
    public void onSent(long nowNs) {
        rate.add(nowNs);
    }

    /** Counts a cancel that has been written at this time. */
    public void onCancelSent(long nowNs) {
        rate.addCancel(nowNs);
    }

    /** The venue has refused a request as there were too many: no order leaves for a second. */
    public void onRateLimited(long nowNs) {
        rate.pause(nowNs);
    }
}
