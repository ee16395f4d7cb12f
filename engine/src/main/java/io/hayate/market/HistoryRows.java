package io.hayate.market;

import java.util.Objects;

/**
 * The latest rows of something, numbered from the newest: 0, 1, 2 and so on. One more than there is room
 * for puts out the oldest. A row is a few longs; doubles lie there as their bits.
 *
 * <p>One thread. Allocates nothing after construction.
 */
final class HistoryRows {
    private final long[] values;
    private final int fields;
    private final int capacity;
    private int newest;
    private int size;

    HistoryRows(int capacity, int fields) {
        this.values = new long[capacity * fields];
        this.fields = fields;
        this.capacity = capacity;
    }

    static long bytes(int capacity, int fields) {
        return (long) capacity * fields * Long.BYTES;
    }

    int size() {
        return size;
    }

    int capacity() {
        return capacity;
    }

    long getLong(int back, int field) {
        return values[at(Objects.checkIndex(back, size)) + field];
    }

    double getDouble(int back, int field) {
        return Double.longBitsToDouble(getLong(back, field));
    }

    void putLong(int back, int field, long value) {
        values[at(Objects.checkIndex(back, size)) + field] = value;
    }

    void putDouble(int back, int field, double value) {
        putLong(back, field, Double.doubleToRawLongBits(value));
    }

    private int at(int back) {
        int row = newest - back;
        return (row < 0 ? row + capacity : row) * fields;
    }

    /**
     * Makes room for a row behind so many newer ones; its fields hold anything then. False when it would
     * be the oldest and there is no room.
     */
    boolean insert(int newer) {
        if (newer == size) {
            return append();
        }
        size = Math.min(size + 1, capacity);
        newest = newest + 1 == capacity ? 0 : newest + 1;
        for (int back = 0; back < newer; back++) {
            System.arraycopy(values, at(back + 1), values, at(back), fields);
        }
        return true;
    }

    /** At the old end, where the rows of a snapshot come one by one: nothing has to move. */
    private boolean append() {
        if (size == capacity) {
            return false;
        }
        size++;
        return true;
    }
}
