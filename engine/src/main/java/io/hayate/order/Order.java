package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.number.Decimals;

/**
 * One order of ours, from its decision to its last fill. Strategy thread; pooled: a strategy may
 * keep a reference while the order is open, and for a while after.
 */
public final class Order {
    private static final int NOT_LISTED = -1;

    private long clientOrderId;
    private long orderId;
    private Instrument instrument;
    private Side side;
    private OrderOrigin origin;
    private OrderStatus status;
    private long units;
    private long filledUnits; // the larger of what fills told and what was adopted from rows
    private long toldUnits;
    private double toldValue;
    private long rowFilledUnits;
    private double rowAveragePrice;
    private long newsTimeNs;
    private long createdEpochDay;
    private long connection;
    private int listing;

    Order() {}

    Order begin(OrderIntent intent, Instrument traded) {
        clientOrderId = intent.clientOrderId();
        orderId = 0;
        instrument = traded;
        side = intent.side();
        origin = OrderOrigin.ofCode(intent.origin());
        status = OrderStatus.SUBMITTED;
        units = intent.units();
        filledUnits = 0;
        toldUnits = 0;
        toldValue = 0;
        rowFilledUnits = 0;
        rowAveragePrice = Double.NaN;
        newsTimeNs = 0;
        return this;
    }

    /** Open on this connection: sent on it. */
    void connection(long number) {
        connection = number;
        listing = NOT_LISTED;
    }

    /** Listed as open on this connection, by which of its lists, from 0. */
    void onListed(long number, int list) {
        connection = number;
        listing = list;
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

    /** Instrument that is traded. */
    public Instrument instrument() {
        return instrument;
    }

    /** BUY or SELL. */
    public Side side() {
        return side;
    }

    /** Who asked for it: the strategy, or a person at the console. */
    public OrderOrigin origin() {
        return origin;
    }

    /** Where it stands, as far as we know. */
    public OrderStatus status() {
        return status;
    }

    /** Amount that was ordered, in the base currency. */
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

    /**
     * Average price of the fills, in the quote currency; NaN before the first, or when nobody told
     * a price.
     */
    public double averagePrice() {
        if (filledUnits == 0) {
            return Double.NaN;
        }
        return toldUnits < filledUnits ? rowAveragePrice : toldValue / Decimals.toDouble(toldUnits);
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

    int listing() {
        return listing;
    }

    /** Comes into another state if this one allows it; false when it does not, and nothing changes. */
    boolean become(OrderStatus next) {
        if (next == status || !status.canBecome(next)) {
            return false;
        }
        status = next;
        return true;
    }

    /** Units that no fill has told yet: no fill is larger. */
    long untoldUnits() {
        return units - toldUnits;
    }

    /** Units of a fill that are news: fewer, or none, when rows had told them. */
    long newsOf(long fillUnits) {
        return Math.max(0, toldUnits + fillUnits - filledUnits);
    }

    /** Takes a fill of at most {@link #untoldUnits}. */
    void addFill(long fillUnits, double price) {
        filledUnits += newsOf(fillUnits);
        toldUnits += fillUnits;
        toldValue += Decimals.toDouble(fillUnits) * price;
    }

    /** Counts what order rows told as filled and no fill did. */
    void adoptMissing() {
        filledUnits += missingUnits();
    }

    /** Leaves out what order rows told as filled and no fill did. */
    void forgetMissing() {
        rowFilledUnits = filledUnits;
    }

    /** What an order row of the venue says was filled, whatever fills have been told so far. */
    void rowFilled(long rowUnits, double price, long nowNs) {
        if (rowUnits > rowFilledUnits) {
            rowFilledUnits = rowUnits;
            rowAveragePrice = price > 0 ? price : Double.NaN;
            newsTimeNs = nowNs;
        }
    }

    /** It was sent, or accepted. */
    void newsTimeNs(long nowNs) {
        newsTimeNs = nowNs;
    }

    /** When it was sent, accepted, or a row last told more than the ones before. */
    long newsTimeNs() {
        return newsTimeNs;
    }

    /** Units that an order row told as filled and no fill has told yet. */
    long missingUnits() {
        return Math.max(0, rowFilledUnits - filledUnits);
    }

    /** True when nothing is left to be filled, whatever rows say. */
    boolean isComplete() {
        return filledUnits >= units;
    }

    /** True while the order may still change: it counts against the limit on open orders. */
    public boolean isOpen() {
        return !status.isDone();
    }
}
