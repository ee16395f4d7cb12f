package io.hayate.monitor;

import io.hayate.metrics.Gauges;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as a gauge has them: units of 1e-8, for people to look at and for nothing to be added to. */
final class Units {
    private static final int DECIMALS = 8;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Units() {}

    /** To the nearest unit; not known where it is none or too large. */
    static long of(BigDecimal value) {
        if (value == null) {
            return Gauges.UNKNOWN;
        }
        BigDecimal units = value.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_EVEN);
        return units.abs().compareTo(MOST) > 0 ? Gauges.UNKNOWN : units.longValueExact();
    }

    static long of(double value) {
        return Double.isFinite(value) ? of(BigDecimal.valueOf(value)) : Gauges.UNKNOWN;
    }
}
