package io.hayate.order;

/**
 * The account as the strategy's side knows it.
 *
 * @param orders of ours, and the way to place and cancel them
 * @param positions sums of our fills
 * @param balances of its wallets, as the venue told them last
 */
public record TradingAccount(OrderManager orders, Positions positions, Balances balances) {}
