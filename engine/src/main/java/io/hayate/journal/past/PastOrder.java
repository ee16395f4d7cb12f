package io.hayate.journal.past;

import io.hayate.event.OrderIntent;
import io.hayate.journal.CheckpointRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.number.Decimals;
import java.io.IOException;

/** An order of a run before that has no end in the journal, as far as that tells. */
public final class PastOrder {
    private final OrderIntent intent = OrderIntent.allocate();
    private String symbol; // null while no record has named it
    private String strategy = "";
    private long orderId;
    private int status;
    private long filledUnits;
    private long toldUnits;
    private double toldValue;
    private double adoptedPrice;
    private long sentMs;

    PastOrder() {}

    /** Puts it into an image. */
    void write(ImageWriter image) throws IOException {
        byte[] bytes = new byte[OrderIntent.SIZE];
        intent.buffer().getBytes(intent.offset(), bytes);
        image.bytes(bytes);
        image.text(symbol);
        image.text(strategy);
        image.number(orderId);
        image.number(status);
        image.number(filledUnits);
        image.number(toldUnits);
        image.decimal(toldValue);
        image.decimal(adoptedPrice);
        image.number(sentMs);
    }

    /** One that {@link #write} has put there. */
    static PastOrder read(ImageReader image) throws IOException {
        PastOrder order = new PastOrder();
        byte[] bytes = image.bytes(OrderIntent.SIZE);
        order.intent.buffer().putBytes(order.intent.offset(), bytes);
        order.symbol = image.text();
        order.strategy = image.text();
        order.orderId = image.number();
        order.status = (int) image.number();
        order.filledUnits = image.number();
        order.toldUnits = image.number();
        order.toldValue = image.decimal();
        order.adoptedPrice = image.decimal();
        order.sentMs = image.number();
        return order;
    }

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

    /** The price at which what no fill has told was counted, as near as the journal tells; 0 for none. */
    public double adoptedPrice() {
        double average = toldUnits > 0 ? toldValue / Decimals.toDouble(toldUnits) : 0;
        return adoptedPrice > 0 ? adoptedPrice : average;
    }

    /** When it was sent, in ms since 1970 UTC. */
    public long sentMs() {
        return sentMs;
    }

    void sent(OrderIntent asked, long timeMs) {
        intent.copyFrom(asked);
        sentMs = timeMs;
    }

    /** What its strategy of several was called; empty for none, or when the journal does not tell. */
    public String strategy() {
        return strategy;
    }

    void ownedBy(String name) {
        strategy = name == null ? "" : name;
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

    /** All that was filled of it is known. */
    void holding(HoldingRecord record) {
        filledUnits = record.orderFilledUnits();
        toldUnits = record.orderToldUnits();
        toldValue = record.orderToldValue();
        adoptedPrice = record.adoptedPrice();
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
