package io.hayate.order;

import io.hayate.metrics.Incidents;
import io.hayate.model.GroupNumber;
import io.hayate.model.Side;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Our orders by who asked for them: of each strategy where several run, of the one that runs alone, of the
 * console. A strategy of several, by its number from 1, finds and cancels its own; of number 0 all are.
 * Strategy thread, but for what says otherwise; allocates nothing.
 */
public final class OwnOrders {
    private final OrderPool pool;
    private final OrderDispatch dispatch;
    private final OrderStates states;
    private final StrategyChecks strategies;
    private int lost; // the strategy that has lost just now what it may; 0 for none
    private boolean isAccountLost;

    OwnOrders(
            OrderPool pool, OrderDispatch dispatch, OrderStates states, StrategyChecks strategies) {
        this.strategies = strategies;
        this.pool = pool;
        this.dispatch = dispatch;
        this.states = states;
    }

    /** Cancels what a strategy has open that has lost what it may: one in a turn. */
    void onTime(long nowNs, long timeMs) {
        if (strategies.isLossReached(nowNs, timeMs)) {
            lost = strategies.takeLoss();
            cancelAll(lost);
        }
    }

    /** The account has lost just now what it may a day. */
    void onAccountLoss() {
        isAccountLost = true;
    }

    /**
     * Tells once of the account, or of a strategy of several, that it has lost just now what it may a day.
     *
     * @param names of strategies by number
     */
    public void tellLosses(Incidents incidents, IntFunction<String> names) {
        if (isAccountLost) {
            isAccountLost = false;
            incidents.tellLoss(
                    "the day has lost over trading.daily-loss-max: all our orders are canceled, and"
                            + " until 00:00 UTC only those that reduce a position leave",
                    "");
        }
        if (lost > 0) {
            String name = names.apply(lost);
            lost = 0;
            incidents.tellLoss(
                    "strategy "
                            + name
                            + " has lost what it may a day: its orders are canceled, and until 00:00"
                            + " UTC only those that reduce its position leave",
                    name);
        }
    }

    /** Orders of a strategy that are open or of unknown outcome; of 0 all; any thread. */
    public int open(int strategy) {
        return states.openOrders(strategy);
    }

    /** Orders of unknown outcome now, of whatever strategy; any thread. */
    public int doubtful() {
        return states.doubtful().shown();
    }

    /** What open orders of a strategy, from 1, may still trade of an instrument, in units of 1e-8. */
    public long openUnits(int strategy, int instrumentId, Side side) {
        return strategies.openUnits(strategy, instrumentId, side);
    }

    /** Those of them that this origin asked for. */
    public int open(OrderOrigin origin) {
        int open = 0;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            open += order.isOpen() && order.origin() == origin ? 1 : 0;
        }
        return open;
    }

    /** The order of a strategy that bears this number, the venue's or ours; of 0 that of anybody; else null. */
    public Order find(int strategy, long number) {
        Order order = pool.find(number, 0);
        order = order == null ? pool.find(0, number) : order;
        return order == null || isOf(strategy, order) ? order : null;
    }

    private static boolean isOf(int strategy, Order order) {
        return strategy == 0 || order.strategy() == strategy;
    }

    int cancelAll(boolean consoleToo) {
        int asked = 0;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            boolean isWanted = consoleToo || order.origin() == OrderOrigin.STRATEGY;
            asked += isWanted && isAsked(order) ? 1 : 0;
        }
        return asked;
    }

    /** Asks the venue to cancel what a strategy has open; returns for how many it was asked. */
    public int cancelAll(int strategy) {
        int asked = 0;
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            boolean isWanted = order.origin() == OrderOrigin.STRATEGY && isOf(strategy, order);
            asked += isWanted && isAsked(order) ? 1 : 0;
        }
        return asked;
    }

    private boolean isAsked(Order order) {
        return OrderStates.isEndingWithPartner(order) || dispatch.cancel(order);
    }

    /** Asks the venue to cancel a strategy's group; returns how many open orders of it are in it. */
    public int cancelGroup(int strategy, long group) {
        boolean isOne = strategy == 0 || GroupNumber.isOf(strategy, group);
        return isOne ? dispatch.cancelGroup(GroupNumber.of(strategy, group)) : 0;
    }

    /** Gives each order of a strategy that is kept to the taker; of 0 all. */
    public void forEach(int strategy, Consumer<Order> taker) {
        for (int i = 0; i < pool.size(); i++) {
            if (isOf(strategy, pool.get(i))) {
                taker.accept(pool.get(i));
            }
        }
    }
}
