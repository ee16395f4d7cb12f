package io.hayate.risk;

import io.hayate.model.Side;

/** What is at risk now, as the order side knows it. Strategy thread; allocates nothing. */
public interface Exposure {
    /** Takes the time, in ms since 1970 UTC. */
    void onTime(long timeMs);

    /** How many instruments have fills. */
    int tradedCount();

    /** Number of the instrument that was traded as the one of this place, from 0. */
    int traded(int place);

    /** Bought less sold of an instrument, in units of 1e-8 of its base currency. */
    long positionUnits(int instrumentId);

    /** What open orders of this side may still trade of it, those of unknown outcome included. */
    long openUnits(int instrumentId, Side side);

    /**
     * What the wallet that an order of this side takes from has, less what our open orders may take of it:
     * in units of 1e-8 of the base currency for a sell, of the quote currency for a buy. {@link
     * Long#MAX_VALUE} where the venue has told no wallets.
     */
    long freeUnits(int instrumentId, Side side);

    /** A number for the currency that pays for an instrument, below {@code Instruments.COUNT_MAX}. */
    int currency(int instrumentId);

    /** What this day has brought in the currency that pays for an instrument; below 0 for a loss. */
    double dayProfit(int instrumentId);
}
