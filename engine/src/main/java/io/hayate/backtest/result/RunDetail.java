package io.hayate.backtest.result;

import io.hayate.metrics.LatencyHistogram;

/**
 * What a report tells of one run beyond its sums.
 *
 * @param curves what changed over time
 * @param order how long messages to the exchange were under way, as the model had it
 * @param feed how long those of the exchange were
 */
public record RunDetail(RunCurves curves, LatencyHistogram order, LatencyHistogram feed) {}
