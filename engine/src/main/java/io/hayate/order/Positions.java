package io.hayate.order;

import io.hayate.model.Instruments;
import io.hayate.number.Decimals;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Sums of our fills an instrument, exact in units of 1e-8. The
 * strategy thread adds, any thread reads. Allocates nothing.
 */
public final class Positions {
    private final AtomicLongArray units = new AtomicLongArray(Instruments.COUNT_MAX);

    /** Adds a fill; false when the sum would be beyond what a long holds, and nothing changes. */
    boolean add(int instrumentId, long signedUnits) {
        long before = units.getPlain(instrumentId);
        long after = before + signedUnits;
        if (((before ^ after) & (signedUnits ^ after)) < 0) {
            return false; // it has another sign than both that were added
        }
        units.lazySet(instrumentId, after);
        return true;
    }

    /** Bought less sold since the start, in the base currency. */
    public double amount(int instrumentId) {
        return Decimals.toDouble(units(instrumentId));
    }

    /** As {@link #amount}, exactly, in units of 1e-8. */
    public long units(int instrumentId) {
        return units.get(instrumentId);
    }
}
