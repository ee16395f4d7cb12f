package io.hayate.order;

import io.hayate.history.HistorySource;
import java.util.function.DoubleSupplier;

/**
 * How orders are looked after whose outcome is not known.
 *
 * @param history is asked for them
 * @param absent what becomes of one that it does not know
 * @param venueZeroMs what the venue's clock shows at time 0 of ours that never goes back, in ms; NaN while
 *     that is not known
 */
public record DoubtKeeping(HistorySource history, AbsentOrders absent, DoubleSupplier venueZeroMs) {
    /** Nobody is asked. */
    public static final DoubtKeeping NONE =
            new DoubtKeeping(HistorySource.NONE, AbsentOrders.HOLD, () -> Double.NaN);
}
