package io.hayate.strategy;

import io.hayate.order.OrderManager;
import java.util.Locale;

/** The strategies that run, by their places in the settings, from 0: what a person may ask of them. Any thread. */
public final class Strategies {
    private final StrategyGroup group;
    private final OrderManager orders;

    Strategies(StrategyGroup group, OrderManager orders) {
        this.group = group;
        this.orders = orders;
    }

    /** How many there are. */
    public int size() {
        return group.size();
    }

    /** What the one of this place is called by. */
    public String name(int place) {
        return group.get(place).name();
    }

    /** The number that its orders bear, from 1; 0 for the only one. */
    public int number(int place) {
        return group.get(place).number();
    }

    /** Whether it runs, in a word: running, stopped or failed. */
    public String state(int place) {
        return group.get(place).state().name().toLowerCase(Locale.ROOT);
    }

    /** Its orders that are open or of unknown outcome; of the only one all of ours. */
    public int openOrders(int place) {
        return orders.own().open(number(place));
    }

    /** Puts another in its place, configured; START_ONE starts it. */
    public void plug(int place, Strategy other) {
        group.get(place).plug(other);
    }
}
