package io.hayate.venue;

import java.math.BigDecimal;

/**
 * The money that an account begins with.
 *
 * @param balance in the wallet's currency
 */
public record WalletConfig(WalletType type, String currency, BigDecimal balance) {}
