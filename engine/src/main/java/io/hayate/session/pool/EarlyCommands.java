package io.hayate.session.pool;

import io.hayate.event.CommandType;
import io.hayate.intake.EventPublisher;

/** Orders that a person gave before the first LIVE: they wait, in order. Bounded. Loop thread. */
public final class EarlyCommands {
    private static final int CAPACITY = 64;

    private final CommandType[] types = new CommandType[CAPACITY];
    private final int[] instrumentIds = new int[CAPACITY];
    private final double[] amounts = new double[CAPACITY];
    private final long[] timesNs = new long[CAPACITY];
    private int head;
    private int count;

    /** Keeps a command; false when too many wait. */
    public boolean add(CommandType type, int instrumentId, double amount, long timeNs) {
        if (count == CAPACITY) {
            return false;
        }
        int at = (head + count) % CAPACITY;
        types[at] = type;
        instrumentIds[at] = instrumentId;
        amounts[at] = amount;
        timesNs[at] = timeNs;
        count++;
        return true;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Publishes what waits, as far as there is room. */
    public void release(EventPublisher publisher) {
        while (count > 0
                && publisher.publishCommand(
                        types[head], instrumentIds[head], amounts[head], timesNs[head])) {
            head = (head + 1) % CAPACITY;
            count--;
        }
    }
}
