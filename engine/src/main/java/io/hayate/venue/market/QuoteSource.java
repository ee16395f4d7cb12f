package io.hayate.venue.market;

import io.hayate.venue.base.Random64;

/** What the venue's makers ask for next: seeded ids, amounts and periods. */
final class QuoteSource {
    private static final long ID_BASE = 210_000_000_000L;
    private static final int ID_SPREAD = 1_000_000_000;
    private static final int ID_STEP_MAX = 40;
    private static final int AMOUNT_STEPS = 1_000_000;
    private static final int DUST_ONE_IN = 32;
    private static final int DUST_UNITS_MAX = 200; // the venue writes most of these with exponents

    private final Random64 random;
    private final long unitsMin;
    private final long unitsMax;
    private final boolean dust;
    private final int[] periods;
    private long id;

    /**
     * A source of orders.
     *
     * @param unitsMin the least amount of an order
     * @param unitsMax the largest
     * @param dust sometimes it is less than the least, next to nothing
     * @param periods in days, one of which each offer has; an order of a pair has 0
     */
    QuoteSource(Random64 random, long unitsMin, long unitsMax, boolean dust, int... periods) {
        this.random = random;
        this.unitsMin = unitsMin;
        this.dust = dust;
        this.unitsMax = unitsMax;
        this.periods = periods.clone();
        id = ID_BASE + random.below(ID_SPREAD);
    }

    Random64 random() {
        return random;
    }

    long nextId() {
        id += 1 + random.below(ID_STEP_MAX);
        return id;
    }

    int period() {
        return periods.length == 1 ? periods[0] : periods[random.below(periods.length)];
    }

    /** True for an amount that a maker would not ask for. */
    boolean isTooLittle(long units) {
        return !dust && units < unitsMin;
    }

    long unitsMax() {
        return unitsMax;
    }

    /** An amount that is worth the name. */
    long units() {
        return Math.max(unitsMin, unitsMax / AMOUNT_STEPS * (1 + random.below(AMOUNT_STEPS)));
    }

    /** Any amount, sometimes next to nothing where that is wanted. */
    long unitsOrDust() {
        return dust && random.below(DUST_ONE_IN) == 0 ? 1 + random.below(DUST_UNITS_MAX) : units();
    }
}
