package io.hayate.risk;

import io.hayate.event.OrderIntent;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;

/** Which rule the parts of an order break, if any. Any thread; allocates nothing. */
public final class OrderRules {
    private static final int LEVERAGE_MAX = 100;
    private static final long EXPIRY_END_MS = 4_102_444_800_000L; // the year 2100
    private static final int RESTING_ONLY = OrderFlag.HIDDEN.bit();
    private static final int MARGIN_ONLY =
            OrderFlag.CLOSE.bit() | OrderFlag.REDUCE_ONLY.bit() | OrderFlag.NO_VARIABLE_RATES.bit();
    private static final int ALL =
            RESTING_ONLY | MARGIN_ONLY | OrderFlag.POST_ONLY.bit() | OrderFlag.OCO.bit();

    private OrderRules() {}

    /** True when a price has more digits than the venue takes. */
    public static boolean hasInexactPrice(OrderIntent intent) {
        return intent.price() == Price.INEXACT
                || intent.auxLimitPrice() == Price.INEXACT
                || intent.trailingDistance() == Price.INEXACT
                || intent.ocoStopPrice() == Price.INEXACT;
    }

    /**
     * The first rule that an order breaks; null for none.
     *
     * @param nowMs since 1970 UTC; 0 while it is not known
     */
    public static OrderRule broken(OrderIntent intent, long nowMs) {
        OrderType type = intent.type();
        OrderRule rule = ofPrices(intent, type);
        if (rule == null && intent.flags() != 0) {
            rule = ofFlags(intent, type);
        }
        return rule == null ? ofOthers(intent, type, nowMs) : rule;
    }

    private static OrderRule ofPrices(OrderIntent intent, OrderType type) {
        boolean isPriced = Price.isPrice(intent.price());
        boolean hasAux = Price.isPrice(intent.auxLimitPrice());
        boolean hasDistance = Price.isPrice(intent.trailingDistance());
        if (type == OrderType.OTHER) {
            return OrderRule.TYPE;
        } else if (type.hasPrice() && !isPriced) {
            return OrderRule.PRICE_MISSING;
        } else if (type.isMarket() && isPriced) {
            return OrderRule.PRICE_WITH_MARKET;
        } else if (type.isTrailingStop() && isPriced) {
            return OrderRule.PRICE_WITH_TRAILING;
        } else if (type.isStopLimit() != hasAux) {
            return hasAux ? OrderRule.AUX_LIMIT_WITHOUT_STOP_LIMIT : OrderRule.AUX_LIMIT_MISSING;
        } else if (type.isTrailingStop() != hasDistance) {
            return hasDistance ? OrderRule.TRAILING_WITHOUT_TRAILING : OrderRule.TRAILING_MISSING;
        }
        return null;
    }

    private static OrderRule ofFlags(OrderIntent intent, OrderType type) {
        int flags = intent.flags();
        if ((flags & ~ALL) != 0) {
            return OrderRule.FLAGS;
        } else if (OrderFlag.POST_ONLY.isIn(flags) && !type.isLimit()) {
            return OrderRule.POST_ONLY_WITHOUT_LIMIT;
        } else if (OrderFlag.HIDDEN.isIn(flags) && !type.isLimit() && !type.isStopLimit()) {
            return OrderRule.HIDDEN_WITHOUT_LIMIT;
        } else if (OrderFlag.OCO.isIn(flags)) {
            return ofOneCancelsOther(intent, type);
        } else if (type.isExchange() && (flags & MARGIN_ONLY) != 0) {
            return ofMarginFlags(flags);
        }
        return null;
    }

    private static OrderRule ofOneCancelsOther(OrderIntent intent, OrderType type) {
        if (!type.isLimit()) {
            return OrderRule.OCO_WITHOUT_LIMIT;
        } else if (!Price.isPrice(intent.ocoStopPrice())) {
            return OrderRule.OCO_STOP_MISSING;
        }
        double limit = Price.toDouble(intent.price());
        double stop = Price.toDouble(intent.ocoStopPrice());
        boolean isBehind = intent.side() == Side.SELL ? stop < limit : stop > limit;
        if (!isBehind) {
            return OrderRule.OCO_STOP_SIDE;
        }
        return type.isExchange() && (intent.flags() & MARGIN_ONLY) != 0
                ? ofMarginFlags(intent.flags())
                : null;
    }

    private static OrderRule ofMarginFlags(int flags) {
        if (OrderFlag.CLOSE.isIn(flags)) {
            return OrderRule.CLOSE_WITHOUT_MARGIN;
        }
        return OrderFlag.REDUCE_ONLY.isIn(flags)
                ? OrderRule.REDUCE_ONLY_WITHOUT_MARGIN
                : OrderRule.NO_VARIABLE_RATES_WITHOUT_MARGIN;
    }

    private static OrderRule ofOthers(OrderIntent intent, OrderType type, long nowMs) {
        long expiryMs = intent.expiryMs();
        if (intent.ocoStopPrice() != Price.NONE && !OrderFlag.OCO.isIn(intent.flags())) {
            return OrderRule.OCO_STOP_WITHOUT_OCO;
        } else if (expiryMs != 0 && type.isImmediate()) {
            return OrderRule.EXPIRY_WITH_IMMEDIATE;
        } else if (expiryMs != 0 && expiryMs / 1_000 * 1_000 <= nowMs) {
            return OrderRule.EXPIRY_PAST;
        } else if (expiryMs >= EXPIRY_END_MS) {
            return OrderRule.EXPIRY_FAR;
        } else if (intent.leverage() != 0 && type.isExchange()) {
            return OrderRule.LEVERAGE_WITHOUT_MARGIN;
        } else if (intent.leverage() < 0 || intent.leverage() > LEVERAGE_MAX) {
            return OrderRule.LEVERAGE_RANGE;
        } else if (intent.groupId() < 0 || intent.groupId() > Integer.MAX_VALUE) {
            return OrderRule.GROUP_RANGE;
        }
        return null;
    }
}
