package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.journal.CheckpointRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.model.Doubt;
import io.hayate.model.GroupNumber;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.portfolio.OpenShare;
import io.hayate.portfolio.OpenUnits;
import io.hayate.risk.OrderPrice;

/** An order of ours. Strategy thread; pooled: a strategy may keep it while it is open, and for a while after. */
public final class Order {
    private static final int NOT_LISTED = -1;
    private static final int PRICE_DIGITS = 12;

    private final OrderIntent intent = OrderIntent.allocate(); // its terms as known now
    private final OpenShare share;
    private final OpenPlace place;
    private final OrderDoubt doubt = new OrderDoubt();
    private long orderId;
    private Instrument instrument;
    private OrderStatus status;
    private long filledUnits; // the larger of what fills told and what was adopted from rows
    private long toldUnits;
    private double toldValue;
    private long rowFilledUnits;
    private double rowAveragePrice;
    private double adoptedPrice; // of what only rows told, while no fill has told it
    private long newsTimeNs;
    private long connection;
    private int listing;
    private PendingRequest pending;
    private long pendingTimeNs;
    private long updateUnits; // what a pending update wants left; 0 for no change of that
    private long frameNumber; // of the message that it was sent in
    private Order partner; // the other of an OCO pair

    Order(OpenUnits open, OpenPlace shown) {
        share = new OpenShare(open);
        place = shown;
    }

    Order begin(OrderIntent wanted, Instrument traded) {
        intent.copyFrom(wanted);
        share.begin(wanted.strategy());
        orderId = 0;
        instrument = traded;
        status = OrderStatus.SUBMITTED;
        restore(0, 0, 0, 0);
        rowFilledUnits = 0;
        rowAveragePrice = Double.NaN;
        newsTimeNs = 0;
        pending = PendingRequest.NONE;
        pendingTimeNs = 0;
        updateUnits = 0;
        frameNumber = wanted.clientOrderId();
        partner = null;
        doubt.clear();
        place.begin();
        recount();
        return this;
    }

    void connection(long number) {
        connection = number;
        listing = NOT_LISTED;
    }

    void onListed(long number, int list) {
        connection = number;
        listing = list;
    }

    void createdEpochDay(long day) {
        intent.createdEpochDay((int) day);
        place.createdEpochDay(day);
    }

    /** The number that we gave it. */
    public long clientOrderId() {
        return intent.clientOrderId();
    }

    /** The number that the venue gave it; 0 while we do not know it. */
    public long orderId() {
        return orderId;
    }

    void orderId(long id) {
        orderId = id;
        place.orderId(id);
    }

    /** Instrument that is traded. */
    public Instrument instrument() {
        return instrument;
    }

    /** BUY or SELL. */
    public Side side() {
        return intent.side();
    }

    /** Who asked for it: the strategy, or a person at the console. */
    public OrderOrigin origin() {
        return OrderOrigin.ofCode(intent.origin());
    }

    /** Where it stands, as far as we know. */
    public OrderStatus status() {
        return status;
    }

    /** Why what is known of it may be out of date; NONE while it is not. */
    public Doubt doubt() {
        return doubt.reason();
    }

    /** Where it stood when that began; the same as {@link #status} while there is no doubt. */
    public OrderStatus lastKnownStatus() {
        return status == OrderStatus.UNKNOWN ? doubt.lastKnown() : status;
    }

    /** When the venue is asked for it next, in ms since 1970 UTC; 0 where it is not. */
    public long nextLookMs() {
        return doubt.nextLookMs();
    }

    OrderDoubt inDoubt() {
        return doubt;
    }

    /** Amount that was ordered, in the base currency. */
    public double amount() {
        return Decimals.toDouble(units());
    }

    /** Filled so far, in the base currency; the exact sum of the fills. */
    public double filledAmount() {
        return Decimals.toDouble(filledUnits);
    }

    /** Not filled so far, in the base currency; exact. */
    public double remainingAmount() {
        return Decimals.toDouble(units() - filledUnits);
    }

    /** Its type now: a stop that was triggered is what it became. */
    public OrderType type() {
        return intent.type();
    }

    /** Its limit, or the stop price of a stop, in the quote currency; NaN for none. */
    public double price() {
        return Price.toDouble(intent.price());
    }

    /** Sum of its {@link io.hayate.model.OrderFlag}s. */
    public int flags() {
        return intent.flags();
    }

    /** Its group, as its strategy gave it; 0 for none. */
    public long groupId() {
        return GroupNumber.groupOf(strategy(), intent.groupId());
    }

    /** Number of its strategy, where several run; 0 for none of them. */
    public int strategy() {
        return intent.strategy();
    }

    /** When the venue cancels it by itself, in ms since 1970 UTC; 0 for never. */
    public long expiryMs() {
        return intent.expiryMs();
    }

    /** What the venue has been asked for and has not told the outcome of. */
    public PendingRequest pending() {
        return pending;
    }

    /** The other order of an OCO pair; null for none. */
    public Order partner() {
        return partner;
    }

    OrderIntent intent() {
        return intent;
    }

    /** Average price of the fills, in the quote currency; NaN before the first, or where none is told. */
    public double averagePrice() {
        if (filledUnits == 0) {
            return Double.NaN;
        }
        return toldUnits < filledUnits ? rowAveragePrice : toldValue / Decimals.toDouble(toldUnits);
    }

    long units() {
        return intent.units();
    }

    long filledUnits() {
        return filledUnits;
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
        if (status == OrderStatus.UNKNOWN) {
            doubt.end();
        }
        status = next;
        if (next.isDone()) {
            pending(PendingRequest.NONE, pendingTimeNs);
        }
        recount();
        return true;
    }

    /** Of an OCO pair one counts: the second does not while the first is open. */
    private void recount() {
        boolean isSecond =
                partner != null && partner.isOpen() && partner.clientOrderId() < clientOrderId();
        long open = isSecond ? 0 : openUnits();
        share.set(instrument, side(), open, open == 0 ? 0 : OrderPrice.highest(intent));
        place.show(isOpen(), clientOrderId(), orderId, intent.createdEpochDay());
    }

    OpenShare share() {
        return share;
    }

    /** Units that no fill has told yet, those of an update on its way included: no fill is larger. */
    long untoldUnits() {
        return units() + updateUnits - toldUnits;
    }

    /** Units that may still be filled, whatever comes of an update on its way. */
    long openUnits() {
        return isOpen() ? Math.max(units() - filledUnits, updateUnits) : 0;
    }

    /** Units of a fill that are news: fewer, or none, when rows had told them. */
    long newsOf(long fillUnits) {
        return Math.max(0, toldUnits + fillUnits - filledUnits);
    }

    void addFill(long fillUnits, double price) {
        filledUnits += newsOf(fillUnits);
        toldUnits += fillUnits;
        toldValue += Decimals.toDouble(fillUnits) * price;
        recount();
    }

    void restore(long filled, long told, double value, double adopted) {
        filledUnits = filled;
        toldUnits = told;
        toldValue = value;
        adoptedPrice = adopted;
    }

    void put(HoldingRecord record) {
        record.order(filledUnits, toldUnits, toldValue, adoptedPrice);
    }

    void put(CheckpointRecord record) {
        record.filledUnits(filledUnits).toldUnits(toldUnits).toldValue(toldValue);
    }

    /** Counts what order rows told as filled and no fill did, at this price. */
    void adoptMissing(double price) {
        filledUnits += missingUnits();
        adoptedPrice = price;
        recount();
    }

    long adoptedUnits() {
        return filledUnits - toldUnits;
    }

    double adoptedPrice() {
        return adoptedPrice;
    }

    /** What rows say that all was filled at which no fill has told, as near as their average tells it. */
    double missingPrice() {
        if (toldUnits == 0 || Double.isNaN(rowAveragePrice)) {
            return rowAveragePrice;
        }
        double value = Decimals.toDouble(rowFilledUnits) * rowAveragePrice - toldValue;
        return Decimals.round(value / Decimals.toDouble(rowFilledUnits - toldUnits), PRICE_DIGITS);
    }

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
        recount(); // its price may be another
    }

    void newsTimeNs(long nowNs) {
        newsTimeNs = nowNs;
    }

    long newsTimeNs() {
        return newsTimeNs;
    }

    long missingUnits() {
        return Math.max(0, rowFilledUnits - filledUnits);
    }

    boolean isComplete() {
        return filledUnits >= units() && updateUnits == 0;
    }

    /** True while the order may still change: it counts against the limit on open orders. */
    public boolean isOpen() {
        return !status.isDone();
    }

    void pending(PendingRequest request, long nowNs) {
        pending(request, nowNs, 0);
    }

    /** Asks for something, or for nothing any more, at this time; so many units may be left in the end. */
    void pending(PendingRequest request, long nowNs, long unitsWanted) {
        pending = request;
        pendingTimeNs = nowNs;
        updateUnits = unitsWanted;
        recount();
    }

    /** True once a change of it, or its end, was asked for here. */
    public boolean isChangeAsked() {
        return pendingTimeNs != 0;
    }

    long pendingTimeNs() {
        return pendingTimeNs;
    }

    long updateUnits() {
        return updateUnits;
    }

    /** Takes what the venue says was ordered in all: less, or as much more as an update may have made it. */
    void onOrdered(long ordered) {
        if (ordered >= filledUnits && ordered <= units() + updateUnits) {
            intent.units(ordered);
            recount();
        }
    }

    long frameNumber() {
        return frameNumber;
    }

    void frameNumber(long number) {
        frameNumber = number;
    }

    void partner(Order other) {
        partner = other;
        recount();
    }

    /** Reads what lies apart of it in memory. */
    long touch() {
        int last = intent.offset() + OrderIntent.SIZE - 1;
        int terms = intent.buffer().getByte(intent.offset()) + intent.buffer().getByte(last);
        return orderId + frameNumber + share.units() + doubt.sentNs() + terms;
    }
}
