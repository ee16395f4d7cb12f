package io.hayate.order;

import io.hayate.event.SessionStatus;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Doubt;
import io.hayate.model.OrderStatus;

/**
 * Which state each order is in, how many are open, and of which the outcome is not known: by the connection
 * that there is, and by its lists. Strategy thread; allocates nothing.
 */
final class OrderStates {
    /** The account that the orders are of, as its connection has it. */
    interface Account {
        /** True while what is known of it may be wrong. */
        boolean isInDoubt();

        /** Takes how many orders may rest at the venue. */
        void onRestingOrders(int count);

        /** Takes how many orders are open, those of unknown outcome included. */
        void onOpenOrders(int count);
    }

    private final OrderPool pool;
    private final Counters counters;
    private final OrderLog log;
    private final Account account;
    private final DoubtfulOrders doubtful;
    private final OpenCounts openOrders;
    private long connection;
    private int listings; // lists of open orders that were whole, of this connection
    private int restingOrders;
    private OrderLog.Evidence evidence = OrderLog.Evidence.LIVE;

    OrderStates(OrderPool pool, Counters counters, OrderLog log, Account account, int strategies) {
        this.pool = pool;
        this.counters = counters;
        this.log = log;
        this.account = account;
        openOrders = new OpenCounts(strategies);
        doubtful = new DoubtfulOrders(pool.capacity());
    }

    /** The orders whose outcome is not known. */
    DoubtfulOrders doubtful() {
        return doubtful;
    }

    /** How many strategies have orders of their own; 0 where one runs alone. */
    int strategies() {
        return openOrders.strategies();
    }

    boolean isAccountInDoubt() {
        return account.isInDoubt();
    }

    /** Where from comes what is taken from now on. */
    void evidence(OrderLog.Evidence from) {
        evidence = from;
    }

    /** An order of a run before is open, as far as is known. */
    void onRecovered(Order order, OrderStatus known) {
        addOpen(order, 1);
        boolean isKnown = known != null && !known.isDone() && order.become(known);
        OrderStatus before = order.status();
        boolean isLost = order.become(OrderStatus.UNKNOWN);
        order.inDoubt().begin(Doubt.RESTART, isKnown || isLost ? before : OrderStatus.SUBMITTED);
        doubtful.add(order);
        counters.increment(Counter.ORDERS_UNKNOWN);
    }

    /** True while the session has a connection. */
    static boolean isConnected(SessionStatus status) {
        return switch (status.state()) {
            case DISCONNECTED, CONNECTING -> false;
            case AUTHENTICATING, SUBSCRIBING, LIVE, PAUSED -> true;
        };
    }

    void onSent(Order order) {
        addOpen(order, 1);
        addResting(1);
    }

    private void addOpen(Order order, int orders) {
        openOrders.add(order.strategy(), orders);
        account.onOpenOrders(openOrders.all());
    }

    private void addResting(int orders) {
        restingOrders += orders;
        account.onRestingOrders(restingOrders);
    }

    int openOrders() {
        return openOrders.all();
    }

    /** Those of one strategy. */
    int openOrders(int strategy) {
        return openOrders.of(strategy);
    }

    /** True once this connection has told the open orders whole. */
    boolean isListed() {
        return listings > 0;
    }

    /** Takes which connection there is; one that is new, or lost, leaves what was under way unknown. */
    void onConnection(long number, boolean lost) {
        connection = number;
        if (lost) {
            listings = 0;
            onConnectionLost();
            countResting();
        }
    }

    /** None of a connection before rests until this one tells so: its end may have ended it. */
    private void countResting() {
        restingOrders = 0;
        for (int i = 0; i < pool.size(); i++) {
            restingOrders += mayRest(pool.get(i)) ? 1 : 0;
        }
        addResting(0);
    }

    boolean become(Order order, OrderStatus next) {
        boolean wasOpen = order.isOpen();
        boolean mightRest = mayRest(order);
        OrderStatus before = order.status();
        Doubt doubt = order.doubt();
        boolean changed = order.become(next);
        if (changed) {
            log.onState(order, before);
        }
        if (changed && before == OrderStatus.UNKNOWN) {
            log.onResolved(order, doubt, evidence);
        }
        if (wasOpen && !order.isOpen()) {
            addOpen(order, -1);
            endPartner(order);
        } else if (!wasOpen && order.isOpen()) {
            addOpen(order, 1); // it has arrived after all
        }
        if (mightRest != mayRest(order)) {
            addResting(mightRest ? -1 : 1);
        }
        return changed;
    }

    /** Of an OCO pair what ends one ends the other, which may not have come to be. */
    private void endPartner(Order order) {
        Order partner = order.partner();
        order.partner(null);
        if (partner != null && partner.partner() == order) {
            partner.partner(null);
            if (OrderMatch.isUntouched(partner)) {
                boolean isRefused = order.status() == OrderStatus.REJECTED;
                become(partner, isRefused ? OrderStatus.REJECTED : OrderStatus.CANCELED);
            }
        }
    }

    /** True for an open order that the connection's own frames have told of, or will. */
    private boolean mayRest(Order order) {
        return order.isOpen()
                && order.status() != OrderStatus.UNKNOWN
                && order.connection() == connection;
    }

    void onListed(Order order) {
        boolean mightRest = mayRest(order);
        order.onListed(connection, listings);
        if (mightRest != mayRest(order)) {
            addResting(1);
        }
    }

    /** What had not been answered on a connection that is gone is unknown now. */
    private void onConnectionLost() {
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (isAwaited(order)) {
                loseSight(order, Doubt.CONNECTION);
            }
        }
    }

    /** A list is complete: what is open here and should be on it, and is not, is unknown. */
    void onOpenOrdersListed() {
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.isOpen() && (order.connection() != connection || isMissed(order))) {
                loseSight(order, Doubt.LIST);
            }
        }
        listings++;
    }

    /** True for an order that rested, as far as we know, and a later list of the connection leaves out. */
    private boolean isMissed(Order order) {
        boolean rested =
                order.status() == OrderStatus.ACTIVE
                        || order.status() == OrderStatus.PARTIALLY_FILLED;
        return rested && listings > 0 && order.listing() != listings;
    }

    void loseSight(Order order, Doubt reason) {
        order.pending(PendingRequest.NONE, order.pendingTimeNs(), order.updateUnits());
        OrderStatus known = order.status();
        if (become(order, OrderStatus.UNKNOWN)) {
            order.inDoubt().begin(reason, known);
            doubtful.add(order);
            counters.increment(Counter.ORDERS_UNKNOWN);
            log.onOutcomeUnknown(order, reason);
        }
    }

    /** Something of the account was lost: what was known of any open order may be out of date. */
    void loseSightOfAll() {
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.status() == OrderStatus.UNKNOWN) {
                order.inDoubt().begin(order.doubt(), order.lastKnownStatus()); // as of now
            } else if (order.isOpen()) {
                loseSight(order, Doubt.GAP);
            }
        }
    }

    /** True while the outcome of an order is unknown for this reason. */
    boolean isAnyInDoubt(Doubt reason) {
        for (int i = 0; i < doubtful.count(); i++) {
            Order order = doubtful.get(i);
            if (order.status() == OrderStatus.UNKNOWN && order.doubt() == reason) {
                return true;
            }
        }
        return false;
    }

    /** Ends a doubt by an order that is no more; false when there is none. */
    boolean settle(Order order, OrderLog.Evidence by) {
        evidence(by);
        boolean isSettled = become(order, OrderStatus.NEVER_ARRIVED);
        evidence(OrderLog.Evidence.LIVE);
        return isSettled;
    }

    /** True for an order that ends with the other of its pair, which was asked to end. */
    static boolean isEndingWithPartner(Order order) {
        Order partner = order.partner();
        return order.isOpen()
                && partner != null
                && partner.isOpen()
                && partner.pending() == PendingRequest.CANCEL;
    }

    static boolean isAwaited(Order order) {
        boolean isNew =
                order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.ACCEPTED;
        return isNew || (order.pending() != PendingRequest.NONE && order.isOpen());
    }
}
