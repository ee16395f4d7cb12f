package io.hayate.order;

import io.hayate.model.Decimals;
import io.hayate.model.Instruments;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Sums of our fills an instrument, exact in units of 1e-8. The
 * strategy thread adds, any thread reads. Allocates nothing.
 */
public final class Positions {
    private final AtomicLongArray units = new AtomicLongArray(Instruments.COUNT_MAX);

    void add(int instrumentId, long signedUnits) {
        units.lazySet(instrumentId, Math.addExact(units.getPlain(instrumentId), signedUnits));
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
