package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.OrderOperation;
import io.hayate.model.Price;
import io.hayate.risk.RiskVerdict;

/**
 * What of an order shall be otherwise, put together word by word. What is not named stays as it is.
 *
 * <pre>context.update(order).price(97_005).send()</pre>
 *
 * <p>Strategy thread; made once, it allocates nothing.
 */
public final class OrderChange {
    private final OrderIntent intent = OrderIntent.allocate();
    private final Sender sender;
    private Order order;
    private double price;
    private double auxLimitPrice;
    private double trailingDistance;
    private boolean isRounding;

    /** Sends what was put together. */
    @FunctionalInterface
    public interface Sender {
        /** Sends it; ACCEPTED when it was handed to the socket, else why it was not. */
        RiskVerdict send(OrderChange wanted);
    }

    /** Of nothing yet. */
    public OrderChange(Sender sender) {
        this.sender = sender;
    }

    /** Begins a change of this order, of nothing yet. */
    public OrderChange of(Order changed) {
        order = changed;
        intent.begin(OrderOperation.UPDATE, changed.instrument().id());
        price = Double.NaN;
        auxLimitPrice = Double.NaN;
        trailingDistance = Double.NaN;
        isRounding = false;
        return this;
    }

    private OrderChange changing(int what) {
        intent.changes(intent.changes() | what);
        return this;
    }

    /** Another limit, or stop price of a stop. */
    public OrderChange price(double at) {
        price = at;
        return changing(OrderIntent.CHANGES_PRICE);
    }

    /** So much shall be left to be filled, in the base currency. */
    public OrderChange amount(double left) {
        intent.amount(left);
        return changing(OrderIntent.CHANGES_AMOUNT);
    }

    /** So much more shall be left to be filled, or less where it is below 0, in the base currency. */
    public OrderChange amountBy(double more) {
        intent.amount(Math.abs(more));
        if (more < 0 && intent.units() > 0) {
            intent.units(-intent.units());
        }
        return changing(OrderIntent.CHANGES_AMOUNT_BY);
    }

    /** Another limit behind the stop. */
    public OrderChange stopLimit(double limit) {
        auxLimitPrice = limit;
        return changing(OrderIntent.CHANGES_AUX_LIMIT);
    }

    /** Another distance of a trailing stop. */
    public OrderChange trailing(double distance) {
        trailingDistance = distance;
        return changing(OrderIntent.CHANGES_TRAILING);
    }

    /** Other flags: the sum of all that it shall have. */
    public OrderChange flags(int sum) {
        intent.flags(sum);
        return changing(OrderIntent.CHANGES_FLAGS);
    }

    /** Another group. */
    public OrderChange group(long number) {
        intent.groupId(number);
        return changing(OrderIntent.CHANGES_GROUP);
    }

    /** Another time at which the venue cancels it, in ms since 1970 UTC. */
    public OrderChange expires(long timeMs) {
        intent.expiryMs(timeMs);
        return changing(OrderIntent.CHANGES_EXPIRY);
    }

    /** Another leverage. */
    public OrderChange leverage(int times) {
        intent.leverage(times);
        return changing(OrderIntent.CHANGES_LEVERAGE);
    }

    /** Sends each price that has more than five digits as the nearest that has them. */
    public OrderChange roundPrice() {
        isRounding = true;
        return this;
    }

    /** The order that is to change. */
    public Order order() {
        return order;
    }

    /** Sends it; ACCEPTED when it was handed to the socket, else why it was not. */
    public RiskVerdict send() {
        return sender.send(this);
    }

    /** What is wanted, as the limits and the encoder read it; valid until this is used again. */
    public OrderIntent intent() {
        intent.price(exact(price)).auxLimitPrice(exact(auxLimitPrice));
        return intent.trailingDistance(exact(trailingDistance));
    }

    private long exact(double given) {
        return isRounding ? Price.rounded(given) : Price.of(given);
    }
}
