package io.hayate.session.pool;

import io.hayate.event.CommandType;
import io.hayate.intake.EventPublisher;
import java.util.concurrent.TimeUnit;

/**
 * Orders that a person gave before the first LIVE, before the account was first told whole, or before the
 * first price of their instrument: they wait, in order, for the latter two a few seconds at most. Bounded.
 * Loop thread.
 */
public final class EarlyCommands {
    private static final int CAPACITY = 64;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private final CommandType[] types = new CommandType[CAPACITY];
    private final int[] targetIds = new int[CAPACITY];
    private final double[] amounts = new double[CAPACITY];
    private final long[] timesNs = new long[CAPACITY];
    private final FirstPrices prices;
    private int head;
    private int count;

    EarlyCommands(FirstPrices prices) {
        this.prices = prices;
    }

    /** True for an order whose instrument has no price yet, though one was asked for. */
    boolean isEarly(int instrumentId, long timeNs, long nowNs) {
        return nowNs - timeNs < PATIENCE_NS && prices.areAwaited(instrumentId);
    }

    /** The instrument of an order: an ORDER names its own in place of an amount. */
    static int instrumentId(CommandType type, int targetId, double amount) {
        return type == CommandType.ORDER ? (int) amount : targetId;
    }

    /** True for what changes or ends an order: it waits for no price, and for nobody's order. */
    static boolean isOfNoInstrument(CommandType type, double amount) {
        return type == CommandType.ORDER && amount < 0;
    }

    private boolean mustWait(boolean isAccountAwaited, long nowNs) {
        if (isAccountAwaited && nowNs - timesNs[head] < PATIENCE_NS) {
            return true;
        }
        int instrumentId = instrumentId(types[head], targetIds[head], amounts[head]);
        return isEarly(instrumentId, timesNs[head], nowNs);
    }

    /** Keeps a command; false when too many wait. */
    public boolean add(CommandType type, int targetId, double amount, long timeNs) {
        if (count == CAPACITY) {
            return false;
        }
        int at = (head + count) % CAPACITY;
        types[at] = type;
        targetIds[at] = targetId;
        amounts[at] = amount;
        timesNs[at] = timeNs;
        count++;
        return true;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Each tick: publishes what need not wait any longer, as far as there is room.
     *
     * @param isAccountAwaited true before the venue has first told the account whole
     */
    public void release(EventPublisher publisher, boolean isAccountAwaited, long nowNs) {
        while (count > 0
                && !mustWait(isAccountAwaited, nowNs)
                && publisher.publishCommand(
                        types[head], targetIds[head], amounts[head], timesNs[head])) {
            head = (head + 1) % CAPACITY;
            count--;
        }
    }
}
