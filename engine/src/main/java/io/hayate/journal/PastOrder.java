package io.hayate.journal;

import io.hayate.event.OrderIntent;

/** An order of a run before that has no end in the journal, as far as that tells. */
public final class PastOrder {
    private final OrderIntent intent = OrderIntent.allocate();
    private String symbol; // null while no record has named it
    private long orderId;
    private int status;
    private long filledUnits;
    private long toldUnits;
    private double toldValue;
    private long sentMs;

    PastOrder() {}

    /** What was asked for, with what is known to have changed since; its instrument is another run's. */
    public OrderIntent intent() {
        return intent;
    }

    /** Symbol of its instrument; null when the journal does not tell. */
    public String symbol() {
        return symbol;
    }

    /** The number that the venue gave it; 0 when that is not known. */
    public long orderId() {
        return orderId;
    }

    /** Its status as it was known last: a code; 0 for none. */
    public int status() {
        return status;
    }

    /** What of it was filled, in units of 1e-8. */
    public long filledUnits() {
        return filledUnits;
    }

    /** What of that fills have told. */
    public long toldUnits() {
        return toldUnits;
    }

    /** The sum of amount times price of those fills. */
    public double toldValue() {
        return toldValue;
    }

    /** When it was sent, in ms since 1970 UTC. */
    public long sentMs() {
        return sentMs;
    }

    void sent(OrderIntent asked, long timeMs) {
        intent.copyFrom(asked);
        sentMs = timeMs;
    }

    void named(String name) {
        symbol = symbol == null ? name : symbol;
    }

    void checkpoint(CheckpointRecord record) {
        status = record.status();
        filledUnits = record.filledUnits();
        toldUnits = record.toldUnits();
        toldValue = record.toldValue();
    }

    void state(int code, long filled, long venuesNumber) {
        status = code == 0 ? status : code;
        filled(filled);
        orderId = venuesNumber == 0 ? orderId : venuesNumber;
    }

    void filled(long units) {
        filledUnits = Math.max(filledUnits, units);
    }

    void fill(long units, double value) {
        toldUnits += units;
        toldValue += value;
        filled(toldUnits);
    }
}
