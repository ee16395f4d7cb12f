package io.hayate.venue.order;

import java.math.BigDecimal;

/**
 * What an update may change of an order, but for its amount.
 *
 * @param price its limit or stop price; for an order that takes at any price the price at entry
 * @param auxLimit the limit of a stop limit order once it is triggered; else null
 * @param trailing the distance of a trailing stop; else null
 * @param ocoStop the stop price beside the limit of an OCO order; else null
 * @param expiryMs since 1970, when it is canceled by itself; 0 for never
 * @param leverage 0 for none given
 */
public record OrderTerms(
        BigDecimal price,
        BigDecimal auxLimit,
        BigDecimal trailing,
        BigDecimal ocoStop,
        OrderFlags flags,
        long expiryMs,
        int leverage,
        OrderMeta meta) {
    /** The same at another price. */
    public OrderTerms withPrice(BigDecimal value) {
        return new OrderTerms(value, auxLimit, trailing, ocoStop, flags, expiryMs, leverage, meta);
    }

    /** The same without being hidden. */
    public OrderTerms shown() {
        return new OrderTerms(
                price, auxLimit, trailing, ocoStop, flags.shown(), expiryMs, leverage, meta);
    }

    /** The terms of the stop that lies beside an OCO order. */
    public OrderTerms ofStopLeg() {
        return new OrderTerms(
                ocoStop, null, null, null, flags.ofStopLeg(), expiryMs, leverage, meta);
    }

    /** What its row tells beside the price: the limit behind a stop, or the stop beside a limit. */
    public BigDecimal auxPrice() {
        BigDecimal aux = auxLimit == null ? ocoStop : auxLimit;
        return aux == null ? BigDecimal.ZERO : aux;
    }
}
