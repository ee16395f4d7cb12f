package io.hayate.order;

import java.util.function.LongUnaryOperator;

/**
 * The numbers that we give our orders: rising, never given twice under one key, from 2^44 to below
 * 2^45. No clock in milliseconds comes there for centuries, so the numbers of programs that take the time,
 * and those that the venue makes of it where there is none, are never ours.
 *
 * <pre>2^44 + instance (10 bits) * 2^34 + counter (34 bits)</pre>
 *
 * <p>An instance is drawn where numbers are kept for the first time, so that two programs of one key that
 * keep them apart hardly meet.
 *
 * <p>Numbers come from blocks that are reserved on disk before the first of them is used, so a crash
 * wastes some and repeats none. The strategy thread takes; another thread refills. Taking allocates
 * nothing.
 */
public final class ClientOrderIds {
    /** Numbers below are left to people, clocks and other tools. */
    public static final long FIRST = 1L << 44;

    /** How many instances there are. */
    public static final int INSTANCES = 1 << 10;

    private static final int COUNTER_BITS = 34;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long COUNTED_FROM_S = 1_700_000_000; // in the year 2023; for 34 years
    private static final int NUMBERS_PER_SECOND = 16;

    /** Numbers reserved at a time. */
    public static final int BLOCK_SIZE = 100_000;

    /** What {@link #next} answers when the block is used up and no other is there yet. */
    public static final long NONE = -1;

    /** Numbers are below. */
    public static final long LIMIT = 1L << 45;

    private final LongUnaryOperator reserve;
    private final long firstOfRun;
    private long next;
    private long end;
    private volatile long floor; // what comes is at least this
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
        firstOfRun = next;
        refill(nowMs);
    }

    private long reserve(long nowMs) {
        long first = reserve.applyAsLong(Math.max(Math.max(FIRST, floor), nowMs));
        return first + BLOCK_SIZE <= LIMIT ? first : NONE;
    }

    /**
     * Where an instance, from 0 to {@link #INSTANCES} - 1, begins at this time: whose numbers were lost
     * with their file begins above those of before, unless it gave out over 16 a second.
     */
    public static long firstOf(int instance, long nowMs) {
        long counter = Math.max(0, nowMs / 1_000 - COUNTED_FROM_S) * NUMBERS_PER_SECOND;
        return FIRST + ((long) instance << COUNTER_BITS) + (counter & COUNTER_MASK);
    }

    /** Strategy: the next number, or {@link #NONE}. */
    public long next() {
        next = Math.max(next, Math.min(floor, end));
        if (next == end) {
            takeSpare();
            next = Math.max(next, Math.min(floor, end));
        }
        return next == end ? NONE : next++;
    }

    /** Strategy: what {@link #next} will most likely answer. */
    long upcoming() {
        return next;
    }

    /** True for a number that this state folder alone gives. */
    boolean isOfInstance(long number) {
        return number >= FIRST && number < LIMIT && instance(number) == instance(firstOfRun);
    }

    private static long instance(long number) {
        return (number - FIRST) >> COUNTER_BITS;
    }

    /** True for a number that was not given before this run began. */
    boolean isOfThisRun(long number) {
        return number >= firstOfRun;
    }

    /** Strategy: true for a number that was given. */
    boolean isGiven(long number) {
        return number < next;
    }

    /** Strategy: numbers that are still to be given are above this one of our instance. */
    void goBeyond(long number) {
        floor = Math.max(floor, number + 1);
    }

    /** Strategy: the first number that is not reserved yet, as far as this thread has seen. */
    long endOfReserved() {
        long spare = spareStart;
        return spare == NONE ? end : spare + BLOCK_SIZE;
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
