package io.hayate.engine;

import io.hayate.risk.RiskLimits;
import io.hayate.strategy.CancelOnStop;

/**
 * What orders may do.
 *
 * @param limits what each is checked against
 * @param cancelOnStop whose open orders are canceled when a run ends as asked
 */
public record OrderConfig(RiskLimits limits, CancelOnStop cancelOnStop) {}
