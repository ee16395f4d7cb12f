package io.hayate.session.pool;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which loops of an engine hear something of the venue, or may still. Any loop; allocates nothing after
 * construction.
 */
public final class HearingLoops {
    private final AtomicInteger bits = new AtomicInteger();

    /** The loop of this index hears something, or what it asked for is not answered yet. */
    public void add(int index) {
        bits.accumulateAndGet(1 << index, (known, bit) -> known | bit);
    }

    /** The venue refused all that this loop wants; true when no loop is left that hears anything. */
    public boolean remove(int index) {
        return bits.accumulateAndGet(1 << index, (known, bit) -> known & ~bit) == 0;
    }
}
