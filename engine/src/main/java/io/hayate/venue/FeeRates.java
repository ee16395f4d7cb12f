package io.hayate.venue;

import java.math.BigDecimal;

/**
 * What trades cost, as a part of what is received: 0.001 is 0.1 %.
 *
 * @param fromUsd the volume of an account, in dollars, from which on these hold
 * @param maker of an order that rested; a negative one is paid to the maker
 * @param taker of an order that met one that rested
 */
public record FeeRates(BigDecimal fromUsd, BigDecimal maker, BigDecimal taker) {}
