package io.hayate.books;

import io.hayate.journal.HeldPart;
import io.hayate.portfolio.Holding;

/** What is held of an instrument, to and from its record. One thread; allocates nothing. */
public final class HeldRecords {
    private HeldRecords() {}

    /** Writes it down. */
    public static HeldPart put(Holding held, HeldPart record) {
        record.amounts(held.units(), held.fills(), held.estimatedUnits());
        record.marked(held.mark(), held.markTimeMs());
        return record.putSums(held.cost(), held.realised(), held.baseFees(), held.quoteFees());
    }

    /** Reads it. */
    public static Holding read(HeldPart record, Holding into) {
        into.amounts(record.units(), record.fills(), record.estimatedUnits());
        into.marked(record.mark(), record.markTimeMs());
        record.cost(into.cost());
        record.realised(into.realised());
        record.baseFees(into.baseFees());
        record.quoteFees(into.quoteFees());
        return into;
    }
}
