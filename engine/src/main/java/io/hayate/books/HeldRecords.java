package io.hayate.books;

import io.hayate.journal.HoldingRecord;
import io.hayate.portfolio.Holding;

/** What is held of an instrument, to and from its record. One thread; allocates nothing. */
public final class HeldRecords {
    private HeldRecords() {}

    /** Writes it down. */
    public static HoldingRecord put(Holding held, HoldingRecord record) {
        record.units(held.units()).fills(held.fills()).estimatedUnits(held.estimatedUnits());
        record.mark(held.mark()).markTimeMs(held.markTimeMs());
        record.putCost(held.cost()).putRealised(held.realised());
        return record.putBaseFees(held.baseFees()).putQuoteFees(held.quoteFees());
    }

    /** Reads it. */
    public static Holding read(HoldingRecord record, Holding into) {
        into.amounts(record.units(), record.fills(), record.estimatedUnits());
        into.marked(record.mark(), record.markTimeMs());
        record.cost(into.cost());
        record.realised(into.realised());
        record.baseFees(into.baseFees());
        record.quoteFees(into.quoteFees());
        return into;
    }
}
