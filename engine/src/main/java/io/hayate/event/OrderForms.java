package io.hayate.event;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What people want of orders, on its way to the strategy thread beside the command that names its place:
 * a bounded number of intents. Any thread puts one in; the strategy thread takes it out. Allocates
 * nothing after construction; waits for nobody.
 */
final class OrderForms {
    private static final int COUNT = 64;
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int FILLED = 2;

    private final AtomicIntegerArray states = new AtomicIntegerArray(COUNT);
    private final OrderIntent[] intents = new OrderIntent[COUNT];

    OrderForms() {
        for (int i = 0; i < COUNT; i++) {
            intents[i] = OrderIntent.allocate();
        }
    }

    /** The place of a copy of an intent; -1 when all are taken. */
    int put(OrderIntent intent) {
        for (int i = 0; i < COUNT; i++) {
            if (states.compareAndSet(i, FREE, TAKEN)) {
                intents[i].copyFrom(intent);
                states.set(i, FILLED);
                return i;
            }
        }
        return -1;
    }

    /** The intent of a place, still there; null when there is none. */
    OrderIntent at(int place) {
        return isFilled(place) ? intents[place] : null;
    }

    private boolean isFilled(int place) {
        return place >= 0 && place < COUNT && states.get(place) == FILLED;
    }

    /** Moves the intent of a place to another object; false when there is none. */
    boolean take(int place, OrderIntent target) {
        if (!isFilled(place)) {
            return false;
        }
        target.copyFrom(intents[place]);
        states.set(place, FREE);
        return true;
    }
}
