package io.hayate.intake;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Instrument;

/**
 * Statuses on their way to a ring that may have no room: a bounded queue of slots made at start.
 * When it is full the last one is written over, so the newest state always gets through. Loop
 * thread; allocates nothing.
 */
final class StatusBacklog {
    private static final int CAPACITY = 64;

    private final Event[] slots = new Event[CAPACITY];
    private int head;
    private int count;

    StatusBacklog() {
        for (int i = 0; i < CAPACITY; i++) {
            slots[i] = Event.allocate();
        }
    }

    /** True while half of the queue is free: the rest is for what matters most. */
    boolean hasRoomForMinor() {
        return count < CAPACITY / 2;
    }

    /** The slot that {@link #commit} will append. */
    Event begin(long nowNs) {
        if (count == CAPACITY) {
            count--;
        }
        Event event = slots[(head + count) % CAPACITY].begin(Instrument.NONE, nowNs);
        return event.type(EventType.SESSION_STATUS);
    }

    void commit() {
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Event first() {
        return slots[head];
    }

    void removeFirst() {
        head = (head + 1) % CAPACITY;
        count--;
    }
}
