package io.hayate.risk;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;

/** A limit by instrument: that of the currency which pays. Allocates when an instrument is met first. */
final class LimitTable {
    private final CurrencyLimits limits;
    private final Instruments instruments;
    private final double[] known = new double[Instruments.COUNT_MAX]; // 0 while not looked up

    LimitTable(CurrencyLimits limits, Instruments instruments) {
        this.limits = limits;
        this.instruments = instruments;
        for (int id = 0; id < instruments.count(); id++) {
            of(id);
        }
    }

    /** Over 0; infinite where nothing is limited; below 0 where the currency has no limit. */
    double of(int instrumentId) {
        double limit = known[instrumentId];
        if (limit == 0) {
            Instrument instrument = instruments.get(instrumentId);
            limit = instrument == null ? -1 : limits.of(instrument.quote());
            known[instrumentId] = limit;
        }
        return limit;
    }
}
