package io.hayate.backtest.result;

/**
 * What came of one set of parameters.
 *
 * @param chosen under the queue model that was asked for
 * @param pessimistic under the one that no order fares worse by
 * @param optimistic under the one that no order fares better by
 */
public record SweepOutcome(
        BacktestResult chosen, BacktestResult pessimistic, BacktestResult optimistic) {}
