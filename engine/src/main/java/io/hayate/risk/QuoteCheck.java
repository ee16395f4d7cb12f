package io.hayate.risk;

import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.model.Health;
import io.hayate.model.OrderFlag;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.concurrent.TimeUnit;

/**
 * Checks what an order goes by: that the instrument's prices, and the data that the order answers, are
 * healthy and young now, and that it cannot trade far from the market. An order that only makes a
 * position smaller needs none of it. Strategy thread; allocates nothing.
 */
final class QuoteCheck {
    private static final int STALE = Health.STALE | Health.OFF;
    private static final int GAPPED = Health.GAPPED | Health.RESYNCING;
    private static final int BAD = Health.CHECKSUM_BAD | Health.CROSSED;
    private static final int REDUCTION = OrderFlag.REDUCE_ONLY.bit() | OrderFlag.CLOSE.bit();

    private final long eventAgeMaxNs;
    private final long quoteAgeMaxNs;
    private final double collar;

    QuoteCheck(QuoteLimits limits) {
        eventAgeMaxNs = TimeUnit.MILLISECONDS.toNanos(limits.eventAgeMaxMs());
        quoteAgeMaxNs = TimeUnit.MILLISECONDS.toNanos(limits.quoteAgeMaxMs());
        collar = limits.collar();
    }

    /** True when what has come to the account's socket since this time is not handled for too long. */
    boolean isBehind(long seenUntilNs, long nowNs) {
        return nowNs - seenUntilNs > eventAgeMaxNs;
    }

    RiskVerdict check(OrderIntent intent, long nowNs) {
        if ((intent.flags() & REDUCTION) != 0) {
            return RiskVerdict.ACCEPTED;
        }
        IntentCause cause = intent.cause();
        if (!cause.hasQuote()) {
            return RiskVerdict.NO_QUOTE;
        }
        RiskVerdict verdict = ofHealth(cause.quoteHealth() | cause.health());
        if (!verdict.isAccepted()) {
            return verdict;
        }
        if (isEventOld(cause, nowNs) || nowNs - cause.quoteTimeNs() > quoteAgeMaxNs) {
            return RiskVerdict.FEED_OLD;
        }
        return ofPrices(intent, cause);
    }

    /** Each word that makes prices doubtful has its verdict; updates that were merged are no such word. */
    private static RiskVerdict ofHealth(int health) {
        if ((health & STALE) != 0) {
            return RiskVerdict.FEED_STALE;
        }
        if ((health & GAPPED) != 0) {
            return RiskVerdict.FEED_GAPPED;
        }
        if ((health & BAD) != 0) {
            return RiskVerdict.FEED_BAD;
        }
        if ((health & Health.MAINTENANCE) != 0) {
            return RiskVerdict.MAINTENANCE;
        }
        return (health & Health.CLOCK_BAD) != 0 ? RiskVerdict.FEED_OLD : RiskVerdict.ACCEPTED;
    }

    private boolean isEventOld(IntentCause cause, long nowNs) {
        if (cause.receiveTimeNs() == 0) {
            return false; // a person's, who answers what is shown
        }
        long transitNs = TimeUnit.MILLISECONDS.toNanos(Math.max(0, cause.transitMs()));
        return nowNs - cause.lookedTimeNs() > eventAgeMaxNs
                || nowNs - cause.receiveTimeNs() + transitNs > eventAgeMaxNs;
    }

    private RiskVerdict ofPrices(OrderIntent intent, IntentCause cause) {
        double bid = cause.bidPrice();
        double ask = cause.askPrice();
        if (!(bid > 0) || !(ask > 0)) {
            return RiskVerdict.NO_QUOTE;
        }
        if (bid > ask) {
            return RiskVerdict.FEED_BAD;
        }
        double from = reference(intent, (bid + ask) / 2);
        double worst = worstPrice(intent, cause);
        if (intent.type().isMarket() && !(worst > 0)) {
            return RiskVerdict.NO_QUOTE;
        }
        boolean isFar =
                intent.side() == Side.BUY
                        ? worst > from * (1 + collar)
                        : worst < from * (1 - collar);
        return isFar ? RiskVerdict.COLLAR : RiskVerdict.ACCEPTED;
    }

    /** The stop that sends it, or the other of its pair, to the market; NONE for none. */
    private static long stopOf(OrderIntent intent) {
        if (OrderFlag.OCO.isIn(intent.flags())) {
            return intent.ocoStopPrice();
        }
        boolean isStop = intent.type().isStop() && !intent.type().isStopLimit();
        return isStop ? intent.price() : Price.NONE;
    }

    /** True for a stop that the market has reached: it trades as soon as it comes. */
    private static boolean isPassed(OrderIntent intent, long stop, IntentCause cause) {
        if (!Price.isPrice(stop)) {
            return false;
        }
        double price = Price.toDouble(stop);
        return intent.side() == Side.BUY ? price <= cause.askPrice() : price >= cause.bidPrice();
    }

    /** What it is measured by: a stop limit order that waits for its stop trades near that price. */
    private static double reference(OrderIntent intent, double mid) {
        if (!intent.type().isStopLimit()) {
            return mid;
        }
        double stop = Price.toDouble(intent.price());
        return intent.side() == Side.BUY ? Math.max(mid, stop) : Math.min(mid, stop);
    }

    /** The worst price that it may get, as far as that is known; NaN for a stop that waits. */
    private static double worstPrice(OrderIntent intent, IntentCause cause) {
        if (intent.type().isMarket() || isPassed(intent, stopOf(intent), cause)) {
            return cause.reachedPrice();
        }
        if (intent.type().isStopLimit()) {
            return Price.toDouble(intent.auxLimitPrice());
        }
        return intent.type().isStop() ? Double.NaN : Price.toDouble(intent.price());
    }
}
