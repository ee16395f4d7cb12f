package io.hayate.order;

import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.history.HistorySource;
import java.util.function.DoubleSupplier;

/**
 * How orders are looked after whose outcome is not known.
 *
 * @param history is asked for them
 * @param absent what becomes of one that it does not know
 * @param venueZeroMs what the venue's clock shows at time 0 of ours that never goes back, in ms; NaN while
 *     that is not known
 * @param reads by which the strategy's side reads that clock, and whether the history takes a question
 */
public record DoubtKeeping(
        HistorySource history, AbsentOrders absent, DoubleSupplier venueZeroMs, SharedReads reads) {
    /** Nobody is asked. */
    public static final DoubtKeeping NONE =
            new DoubtKeeping(
                    HistorySource.NONE, AbsentOrders.HOLD, () -> Double.NaN, SharedReads.PLAIN);

    /** What the venue's clock shows at time 0 of ours, in ms; NaN while that is not known. */
    double readZeroMs() {
        return reads.read(SharedValue.VENUE_ZERO, venueZeroMs.getAsDouble());
    }

    /** Asks for the orders of an instrument; false when the history takes no question now. */
    boolean ask(long number, int instrumentId, long startMs) {
        boolean mayBe = reads.expects(SharedValue.HISTORY_ROOM, true);
        boolean isTaken = mayBe && history.ask(number, instrumentId, startMs);
        return reads.read(SharedValue.HISTORY_ROOM, isTaken);
    }
}
