package io.hayate.order;

import java.util.function.LongUnaryOperator;

/**
 * The numbers that we give our orders: rising, never given twice under one key, from 10,000,000 to
 * below 2^45.
 *
 * <p>Numbers come from blocks that are reserved on disk before the first of them is used, so a crash
 * wastes some and repeats none. The strategy thread takes; another thread refills. Taking allocates
 * nothing.
 */
public final class ClientOrderIds {
    /** Numbers below are left to people and other tools. */
    public static final long FIRST = 10_000_000L;

    /** Numbers reserved at a time. */
    public static final int BLOCK_SIZE = 100_000;

    /** What {@link #next} answers when the block is used up and no other is there yet. */
    public static final long NONE = -1;

    /** Numbers are below. */
    public static final long LIMIT = 1L << 45;

    private final LongUnaryOperator reserve;
    private long next;
    private long end;
    private volatile long spareStart = NONE;

    /**
     * Numbers from a first block.
     *
     * @param reserve reserves a block of {@link #BLOCK_SIZE} numbers, all at least its argument and
     *     never reserved before, and answers its first; called on starting and refilling threads
     */
    public ClientOrderIds(LongUnaryOperator reserve, long nowMs) {
        this.reserve = reserve;
        spareStart = reserve(nowMs);
        takeSpare();
        refill(nowMs);
    }

    private long reserve(long nowMs) {
        long first = reserve.applyAsLong(Math.max(FIRST, nowMs));
        return first + BLOCK_SIZE <= LIMIT ? first : NONE;
    }

    /** Strategy: the next number, or {@link #NONE}. */
    public long next() {
        if (next == end) {
            takeSpare();
        }
        return next == end ? NONE : next++;
    }

    private void takeSpare() {
        long start = spareStart;
        if (start != NONE) {
            next = start;
            end = start + BLOCK_SIZE;
            spareStart = NONE;
        }
    }

    /**
     * A housekeeping thread, a few times a second: reserves another block if the spare is gone.
     *
     * @return false when it is there
     */
    public boolean refill(long nowMs) {
        if (spareStart != NONE) {
            return false;
        }
        spareStart = reserve(nowMs);
        return true;
    }
}
