package io.hayate.risk;

import io.hayate.event.OrderIntent;

/**
 * Whether the same order left a moment ago: the same instrument, side, type, prices, amount and flags. The
 * latest orders are known; one of which it cannot be told any more was too many in the time. Strategy
 * thread; allocates nothing.
 */
final class TwinCheck {
    private static final int KEPT = 256; // a power of two
    private static final int NUMBERS = 6;

    private final long windowNs;
    private final long[] timesNs = new long[KEPT];
    private final long[] numbers = new long[KEPT * NUMBERS];
    private final long[] wanted = new long[NUMBERS];
    private long count;

    TwinCheck(int windowMs) {
        windowNs = windowMs * 1_000_000L;
    }

    RiskVerdict check(OrderIntent intent, long nowNs) {
        if (windowNs == 0 || count == 0 || nowNs - timesNs[at(count - 1)] >= windowNs) {
            return RiskVerdict.ACCEPTED;
        }
        take(intent);
        long oldest = Math.max(0, count - KEPT);
        for (long i = count - 1; i >= oldest; i--) {
            if (nowNs - timesNs[at(i)] >= windowNs) {
                return RiskVerdict.ACCEPTED;
            }
            if (isSame(at(i) * NUMBERS)) {
                return RiskVerdict.TWIN;
            }
        }
        return oldest == 0 ? RiskVerdict.ACCEPTED : RiskVerdict.TWIN;
    }

    private static int at(long number) {
        return (int) (number & (KEPT - 1));
    }

    private boolean isSame(int place) {
        for (int i = 0; i < NUMBERS; i++) {
            if (numbers[place + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(OrderIntent intent) {
        wanted[0] = intent.units() * intent.side().sign();
        wanted[1] = intent.price();
        wanted[2] = ((long) intent.instrumentId() << Integer.SIZE) | intent.type().code();
        wanted[3] = intent.auxLimitPrice();
        wanted[4] = intent.trailingDistance() + intent.ocoStopPrice();
        wanted[5] = intent.flags();
    }

    /** Takes an order that leaves. */
    void onSent(OrderIntent intent, long nowNs) {
        if (windowNs > 0) {
            take(intent);
            timesNs[at(count)] = nowNs;
            System.arraycopy(wanted, 0, numbers, at(count) * NUMBERS, NUMBERS);
            count++;
        }
    }
}
