package io.hayate.intake;

import io.hayate.event.Candle;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Health;

/**
 * The latest rows of a channel for which the ring had no room: one, or of candles the latest of two
 * intervals, as the running one and the one before it both change. A row that took the place of another
 * says so in its health. Slots made at start; loop thread; allocates nothing.
 */
public final class HeldRows {
    private final Event[] slots;
    private final Candle candle = new Candle();
    private int count;

    public HeldRows(int rowsMax) {
        slots = new Event[rowsMax];
        for (int i = 0; i < rowsMax; i++) {
            slots[i] = Event.allocate();
        }
    }

    /** Keeps a copy of a row; true when it took the place of another. */
    public boolean put(Event row) {
        int at = placeOf(row);
        boolean replaces = at < count;
        slots[at].copyFrom(row);
        if (replaces) {
            slots[at].health(row.health() | Health.CONFLATED);
        } else {
            count++;
        }
        return replaces;
    }

    private int placeOf(Event row) {
        if (row.type() != EventType.CANDLE) {
            return 0;
        }
        long timeMs = timeMs(row);
        for (int i = 0; i < count; i++) {
            if (timeMs(slots[i]) == timeMs) {
                return i;
            }
        }
        return count < slots.length ? count : oldest();
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < count; i++) {
            oldest = timeMs(slots[i]) < timeMs(slots[oldest]) ? i : oldest;
        }
        return oldest;
    }

    private long timeMs(Event row) {
        return candle.wrap(row).timeMs();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int size() {
        return count;
    }

    public Event get(int index) {
        return slots[index];
    }

    public void clear() {
        count = 0;
    }
}
