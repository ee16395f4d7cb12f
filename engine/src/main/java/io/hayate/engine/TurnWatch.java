package io.hayate.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Whether the strategy's side comes back from its turns: a callback that does not return holds up all
 * events, and in one thread the loop as well. The trading thread counts its turns; one other thread looks
 * at the count now and then, and tells. Counting reads no clock and allocates nothing.
 */
final class TurnWatch {
    /** From here on a turn is told as stuck, and not waited for. */
    static final long STUCK_NS = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong turns = new AtomicLong(); // odd inside of one
    private long seenTurns;
    private long seenNs;
    private long tellNs = STUCK_NS;

    /** A turn begins. */
    void onBegin() {
        turns.lazySet(turns.getPlain() + 1);
    }

    /** It has ended. */
    void onEnd() {
        turns.lazySet(turns.getPlain() + 1);
    }

    /** Turns begun and ended; any thread. */
    long count() {
        return turns.get();
    }

    /** How long the same turn has been seen, in ns; 0 outside of one. The looking thread. */
    long stuckNs(long nowNs) {
        long count = turns.get();
        if (count != seenTurns || (count & 1) == 0) {
            seenTurns = count;
            seenNs = nowNs;
            return 0;
        }
        return nowNs - seenNs;
    }

    /** Tells of a turn that does not end, after a second and then each time that it has lasted twice as long. */
    void look(long nowNs, Consumer<String> teller) {
        long stuckNs = stuckNs(nowNs);
        if (stuckNs >= tellNs) {
            teller.accept(
                    "a callback of the strategy has not returned for "
                            + TimeUnit.NANOSECONDS.toSeconds(stuckNs)
                            + " s: no event is handled meanwhile");
            tellNs = 2 * stuckNs;
        } else if (stuckNs == 0 && tellNs != STUCK_NS) {
            teller.accept("the callback of the strategy has returned: events are handled again");
            tellNs = STUCK_NS;
        }
    }
}
