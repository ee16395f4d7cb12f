package io.hayate.venue.order;

import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/**
 * What a part of an order came to, exactly.
 *
 * @param units the amount in units of 1e-8, positive
 * @param amount the same as a number
 * @param cost what it cost, or brought, in the quote currency
 * @param feeRate the part of what is charged that is the fee
 * @param fee of a buyer on the exchange wallet in what was traded, else in the quote currency
 */
public record FillMoney(
        long units,
        BigDecimal price,
        BigDecimal amount,
        BigDecimal cost,
        BigDecimal feeRate,
        BigDecimal fee) {
    /** So many units at this price; the fee is charged in the base currency or in the quote currency. */
    public static FillMoney of(
            long units, BigDecimal price, BigDecimal feeRate, boolean chargedInBase) {
        BigDecimal amount = Amounts.ofUnits(units);
        BigDecimal cost = price.multiply(amount);
        BigDecimal fee = (chargedInBase ? amount : cost).multiply(feeRate);
        return new FillMoney(units, price, amount, cost, feeRate, fee);
    }
}
