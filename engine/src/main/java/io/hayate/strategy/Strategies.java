package io.hayate.strategy;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.DecisionClock;
import io.hayate.event.TrafficTap;
import io.hayate.model.Instrument;
import io.hayate.order.OrderManager;
import java.util.Locale;
import java.util.Map;

/** The strategies that run, by their places in the settings, from 0: what a person may ask of them. Any thread. */
public final class Strategies {
    private final StrategyGroup group;
    private final OrderManager orders;
    private final DecisionClock decisions;

    Strategies(StrategyGroup group, OrderManager orders, DecisionClock decisions) {
        this.group = group;
        this.orders = orders;
        this.decisions = decisions;
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

    /**
     * Puts another in the place of one, which the strategy's thread then starts. One thread at a time.
     *
     * @param parameters that it was configured with
     * @param commands of the loop
     * @return false when too many commands wait: it is not started
     */
    public boolean start(
            int place, Strategy other, Map<String, String> parameters, Commands commands) {
        TrafficTap tap = decisions.tap();
        plug(place, other);
        tap.onPlugged(place, parameters, decisions.plain().nanoTime());
        if (commands.offer(CommandType.START_ONE, Instrument.NONE, place)) {
            return true;
        }
        unplug(place);
        tap.onNumber(TrafficTap.UNPLUGGED, place, decisions.plain().nanoTime());
        return false;
    }

    /** Has another, configured, wait for its place: each START_ONE starts the next. */
    public void plug(int place, Strategy other) {
        group.get(place).plug(other);
    }

    /** Takes the one away that waits last for a place. */
    public void unplug(int place) {
        group.get(place).unplug();
    }
}
