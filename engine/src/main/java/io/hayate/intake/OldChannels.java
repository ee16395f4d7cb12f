package io.hayate.intake;

import java.util.Arrays;

/**
 * Numbers of channels that we have left, or never wanted, on this connection: frames of them may still
 * come and are nothing new. Bounded: the oldest are forgotten. Loop thread; allocates nothing.
 */
final class OldChannels {
    private static final int CAPACITY = 2_048; // twice what a connection may have

    private static final long NONE = Long.MIN_VALUE;

    private final long[] ids = new long[CAPACITY];
    private final boolean[] awaited = new boolean[CAPACITY];
    private int next;

    OldChannels() {
        clear();
    }

    void clear() {
        Arrays.fill(ids, NONE);
        Arrays.fill(awaited, false);
    }

    /** Adds one whose end we have asked for. */
    void add(long id) {
        int at = find(id);
        if (at < 0) {
            at = next;
            next = (next + 1) % CAPACITY;
        }
        ids[at] = id;
        awaited[at] = true;
    }

    boolean contains(long id) {
        return find(id) >= 0;
    }

    private int find(long id) {
        for (int i = 0; i < CAPACITY; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /** The venue has ended it; false when we had not asked for that, or know of it already. */
    boolean onEnded(long id) {
        int at = find(id);
        boolean asked = at >= 0 && awaited[at];
        if (asked) {
            awaited[at] = false;
        }
        return asked;
    }
}
