package io.hayate.venue.mirror;

import java.util.EnumMap;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/** How the fills of clients' resting orders came about: counts, and the cause of each. Venue thread. */
public final class FillAccount {
    private static final int KEPT_MAX = 1 << 20;

    private final Map<FillCause, Long> counts = new EnumMap<>(FillCause.class);
    private final Long2ObjectHashMap<FillCause> causes = new Long2ObjectHashMap<>();
    private boolean hasGuessed;

    /** Whether the queue model was asked about a place. */
    void guessed(boolean is) {
        hasGuessed |= is;
    }

    /** False when no queue model can have had a part in anything: with each all would be the same. */
    public boolean hasGuessed() {
        return hasGuessed;
    }

    void add(long tradeId, FillCause cause) {
        counts.merge(cause, 1L, Long::sum);
        if (causes.size() < KEPT_MAX) {
            causes.put(tradeId, cause);
        }
    }

    /** How many fills this cause has had. */
    public long count(FillCause cause) {
        return counts.getOrDefault(cause, 0L);
    }

    /** All fills by the market that was mirrored. */
    public long count() {
        long sum = 0;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }

    /** Those that another queue model could have otherwise. */
    public long uncertain() {
        long sum = 0;
        for (FillCause cause : FillCause.values()) {
            sum += cause.isCertain() ? 0 : count(cause);
        }
        return sum;
    }

    /** The cause of the fill with this trade's id; null when it had another one, or is not kept. */
    public FillCause cause(long tradeId) {
        return causes.get(tradeId);
    }
}
