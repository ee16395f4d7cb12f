package io.hayate.backtest.result;

import io.hayate.backtest.compare.JournaledOrder;
import io.hayate.metrics.LatencyHistogram;
import java.util.List;

/**
 * What a report tells of one run beyond its sums.
 *
 * @param curves what changed over time
 * @param order how long messages to the exchange were under way, as the model had it
 * @param feed how long those of the exchange were
 * @param orders as the journal has them
 */
public record RunDetail(
        RunCurves curves,
        LatencyHistogram order,
        LatencyHistogram feed,
        List<JournaledOrder> orders) {}
