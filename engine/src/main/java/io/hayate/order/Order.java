package io.hayate.order;

import io.hayate.model.Decimals;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;

/**
 * One order of ours, from its decision to its last fill. Strategy thread; pooled: a strategy may
 * keep a reference while the order is open, and for a while after.
 */
public final class Order {
    private long clientOrderId;
    private long orderId;
    private Instrument instrument;
    private Side side;
    private OrderOrigin origin;
    private OrderStatus status;
    private long units;
    private long filledUnits;
    private double filledValue;
    private long rowFilledUnits;
    private double rowAveragePrice;
    private long createdEpochDay;
    private long connection;
    private long adoptedUnits;
    private long doneTimeNs;

    Order() {}

    Order begin(
            long number, Instrument traded, Side sideOf, long amountUnits, OrderOrigin askedBy) {
        clientOrderId = number;
        orderId = 0;
        instrument = traded;
        side = sideOf;
        origin = askedBy;
        status = OrderStatus.SUBMITTED;
        units = amountUnits;
        filledUnits = 0;
        filledValue = 0;
        rowFilledUnits = 0;
        rowAveragePrice = Double.NaN;
        adoptedUnits = 0;
        doneTimeNs = 0;
        return this;
    }

    /** Open on this connection: sent on it, or listed as open when it began. */
    void connection(long number) {
        connection = number;
    }

    /** UTC day of the venue's or, until that is told, of our clock. */
    void createdEpochDay(long day) {
        createdEpochDay = day;
    }

    /** The number that we gave it. */
    public long clientOrderId() {
        return clientOrderId;
    }

    /** The number that the venue gave it; 0 while we do not know it. */
    public long orderId() {
        return orderId;
    }

    void orderId(long id) {
        orderId = id;
    }

    public Instrument instrument() {
        return instrument;
    }

    public Side side() {
        return side;
    }

    public OrderOrigin origin() {
        return origin;
    }

    public OrderStatus status() {
        return status;
    }

    /** Ordered, in the base currency. */
    public double amount() {
        return Decimals.toDouble(units);
    }

    /** Filled so far, in the base currency; the exact sum of the fills. */
    public double filledAmount() {
        return Decimals.toDouble(filledUnits);
    }

    /** Not filled so far, in the base currency; exact. */
    public double remainingAmount() {
        return Decimals.toDouble(units - filledUnits);
    }

    /** Average price of the fills; NaN before the first. */
    public double averagePrice() {
        return filledUnits == 0 ? Double.NaN : filledValue / Decimals.toDouble(filledUnits);
    }

    long units() {
        return units;
    }

    long filledUnits() {
        return filledUnits;
    }

    long createdEpochDay() {
        return createdEpochDay;
    }

    long connection() {
        return connection;
    }

    /** Comes into another state if this one allows it; false when it does not, and nothing changes. */
    boolean become(OrderStatus next, long nowNs) {
        if (next == status || !status.canBecome(next)) {
            return false;
        }
        status = next;
        if (next.isDone()) {
            doneTimeNs = nowNs;
        }
        return true;
    }

    void addFill(long fillUnits, double price) {
        filledUnits = Math.addExact(filledUnits, fillUnits);
        filledValue += Decimals.toDouble(fillUnits) * price;
    }

    /** Takes a fill that an order row has told already; false when it is news. */
    boolean wasAdopted(long fillUnits) {
        if (fillUnits > adoptedUnits) {
            return false;
        }
        adoptedUnits -= fillUnits;
        return true;
    }

    /** Counts what order rows told as filled and no fill did; returns those units. */
    long adoptMissing() {
        long missing = missingUnits();
        adoptedUnits += missing;
        addFill(missing, rowAveragePrice);
        return missing;
    }

    /** What an order row of the venue says was filled, whatever fills have been told so far. */
    void rowFilled(long rowUnits, double averagePrice) {
        rowFilledUnits = Math.max(rowFilledUnits, rowUnits);
        rowAveragePrice = averagePrice;
    }

    /** Units that an order row told as filled and no fill has told yet. */
    long missingUnits() {
        return Math.max(0, rowFilledUnits - filledUnits);
    }

    double rowAveragePrice() {
        return rowAveragePrice;
    }

    long doneTimeNs() {
        return doneTimeNs;
    }

    /** True while the order may still change: it counts against the limit on open orders. */
    public boolean isOpen() {
        return !status.isDone();
    }
}
