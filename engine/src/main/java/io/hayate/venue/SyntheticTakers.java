package io.hayate.venue;

import io.hayate.model.Side;

/** Other traders, who take from a market's book once at every step of its price. */
final class SyntheticTakers {
    private static final int SWEEP_ONE_IN = 6;
    private static final int SWEEP_LEVELS_MAX = 3;
    private static final int SIZE_STEPS = 1 << 20;
    private static final int LATE_MS = 200;
    private static final int MINUTE_MS = 60_000;

    private final Market market;
    private final VenueIds ids;
    private final Random64 random;
    private final long unitsMax;

    SyntheticTakers(Market market, VenueIds ids, Random64 random, long unitsMax) {
        this.market = market;
        this.ids = ids;
        this.random = random;
        this.unitsMax = unitsMax;
    }

    /** Takes from this side's opposite, from the best level on; leaves a little at each. */
    void take(Side taker) {
        int levels = random.below(SWEEP_ONE_IN) == 0 ? 1 + random.below(SWEEP_LEVELS_MAX) : 1;
        long timeMs = timeMs();
        for (int level = 0; level < levels; level++) {
            long size = 1 + (long) (unitsMax * (random.below(SIZE_STEPS) / (double) SIZE_STEPS));
            long units = Math.min(size, market.book().units(taker, level) - 1);
            if (units > 0) {
                market.book().take(taker, level, units);
                long price = market.book().ticks(taker, level);
                market.tape()
                        .print(
                                new Print(
                                        ids.nextTradeId(), timeMs, units * taker.sign(), price, 0));
            }
        }
    }

    /** Now; right after the turn of a minute sometimes before it, as of a trade told late. */
    private long timeMs() {
        long nowMs = System.currentTimeMillis();
        long sinceMinuteMs = nowMs % MINUTE_MS;
        return sinceMinuteMs < LATE_MS && (random.next() & 3) == 0
                ? nowMs - sinceMinuteMs - 1
                : nowMs;
    }
}
