package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.risk.RiskVerdict;

/**
 * Operations that leave in one message, each with a verdict of its own: what is refused is left out, the
 * others go, and the venue carries them out one by one. Strategy thread; made once, used again and again.
 */
public final class OrderBatch {
    /** Operations that fit. */
    public static final int SIZE_MAX = 15;

    private final OrderIntent[] intents = new OrderIntent[SIZE_MAX];
    private final Order[] orders = new Order[SIZE_MAX];
    private final String[] reasons = new String[SIZE_MAX];
    private final RiskVerdict[] verdicts = new RiskVerdict[SIZE_MAX];
    private int size;

    /** A batch of nothing. */
    public OrderBatch() {
        for (int i = 0; i < SIZE_MAX; i++) {
            intents[i] = OrderIntent.allocate();
        }
    }

    /** Takes all out again. */
    public OrderBatch clear() {
        size = 0;
        return this;
    }

    /**
     * Adds a new order, copied; what it asks for may be made anew.
     *
     * @return false when the batch is full, and nothing was added
     */
    public boolean add(OrderTicket ticket) {
        return add(ticket.intent(), null);
    }

    /** Adds an update of an order, as {@link #add(OrderTicket)}. */
    public boolean add(OrderChange change) {
        return add(change.intent(), change.order());
    }

    /** Adds a cancel of an order, as {@link #add(OrderTicket)}. */
    public boolean addCancel(Order order) {
        if (size == SIZE_MAX) {
            return false;
        }
        intents[size].begin(OrderOperation.CANCEL, order.instrument().id());
        orders[size++] = order;
        return true;
    }

    private boolean add(OrderIntent intent, Order order) {
        if (size == SIZE_MAX) {
            return false;
        }
        intents[size].copyFrom(intent);
        orders[size++] = order;
        return true;
    }

    /** How many operations it holds. */
    public int size() {
        return size;
    }

    /** Whether the operation left, or why not; once the batch was sent. */
    public RiskVerdict verdict(int index) {
        return verdicts[index];
    }

    /** Why the operation did not leave, in words for a person that name what does not go together. */
    public String reason(int index) {
        return reasons[index];
    }

    /** The order that the operation is about; null of a new one that did not leave. */
    public Order order(int index) {
        return orders[index];
    }

    /** What the operation asks for; whoever sends the batch writes its cause down there. */
    public OrderIntent intent(int index) {
        return intents[index];
    }

    void order(int index, Order order) {
        orders[index] = order;
    }

    void verdict(int index, RiskVerdict verdict, String reason) {
        verdicts[index] = verdict;
        reasons[index] = reason;
    }

    /** Moves what leaves to the front of these arrays; returns how many. */
    int collect(OrderIntent[] leaving, Instrument[] instruments, Instrument[] known) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (verdicts[i].isAccepted()) {
                leaving[count] = intents[i];
                instruments[count++] = known[i];
            }
        }
        return count;
    }
}
