package io.hayate.model;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The smallest and the largest amount that the venue takes of each instrument, in units of 1e-8; as far
 * as its lists have told. Any thread reads; one writes. Allocates nothing after construction.
 */
public final class AmountLimits {
    private final AtomicLongArray least = new AtomicLongArray(Instruments.COUNT_MAX);
    private final AtomicLongArray most = new AtomicLongArray(Instruments.COUNT_MAX);

    private final Listener listener;

    /** Hears what the venue says, on the thread that takes it. */
    @FunctionalInterface
    public interface Listener {
        /** Amounts in units of 1e-8; 0 for no largest one. */
        void onAmounts(int instrumentId, long leastUnits, long mostUnits);
    }

    /** Limits of which nothing is known. */
    public AmountLimits() {
        this((instrumentId, leastUnits, mostUnits) -> {});
    }

    /** The same, which tell what they take. */
    public AmountLimits(Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes what the venue says of an instrument.
     *
     * @param mostUnits 0 for no largest amount
     */
    public void set(int instrumentId, long leastUnits, long mostUnits) {
        least.setRelease(instrumentId, leastUnits);
        most.setRelease(instrumentId, mostUnits);
        listener.onAmounts(instrumentId, leastUnits, mostUnits);
    }

    /** The smallest amount, in units of 1e-8; 0 while it is not known. */
    public long least(int instrumentId) {
        return isOne(instrumentId) ? least.getAcquire(instrumentId) : 0;
    }

    /** The largest amount, in units of 1e-8; 0 while it is not known, and where there is none. */
    public long most(int instrumentId) {
        return isOne(instrumentId) ? most.getAcquire(instrumentId) : 0;
    }

    private static boolean isOne(int instrumentId) {
        return instrumentId >= 0 && instrumentId < Instruments.COUNT_MAX;
    }
}
