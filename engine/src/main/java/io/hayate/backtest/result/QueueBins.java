package io.hayate.backtest.result;

import io.hayate.venue.VenueFill;
import io.hayate.venue.VenueResting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How resting orders fared by what lay before them when they came to their price, in multiples of their
 * own amount: 0, up to 1, 3, 10, 30, 100, more, and unknown. An order that is moved counts anew.
 */
public final class QueueBins {
    /** A bin's upper end; none of the last two. */
    private static final int[] MOST = {0, 1, 3, 10, 30, 100};

    private static final int MORE = MOST.length;
    private static final int UNKNOWN = MORE + 1;
    private static final int KEPT_MAX = 1 << 20; // orders of which nothing was filled so far

    /**
     * The orders of one stretch of places.
     *
     * @param label such as {@code 1 to 3}
     * @param orders how many came there
     * @param whole how many of them were filled wholly
     * @param partly how many of the others were filled in part
     */
    public record Bin(String label, long orders, long whole, long partly) {
        /** The part of its orders that were filled wholly, from 0 to 1. */
        public double share() {
            return orders == 0 ? 0 : (double) whole / orders;
        }
    }

    /** An order that lies. */
    private static final class Lying {
        private final int bin;
        private BigDecimal left;
        private boolean isTouched;

        private Lying(int bin, BigDecimal left) {
            this.bin = bin;
            this.left = left;
        }
    }

    private final long[] orders = new long[UNKNOWN + 1];
    private final long[] whole = new long[UNKNOWN + 1];
    private final long[] partly = new long[UNKNOWN + 1];
    private final Map<Long, Lying> lying = new HashMap<>();

    void onResting(VenueResting resting) {
        int bin = bin(resting.ahead(), resting.amount().abs());
        orders[bin]++;
        lying.remove(resting.orderId());
        if (lying.size() < KEPT_MAX) {
            lying.put(resting.orderId(), new Lying(bin, resting.amount().abs()));
        }
    }

    private static int bin(BigDecimal ahead, BigDecimal amount) {
        if (ahead == null) {
            return UNKNOWN;
        }
        int bin = 0;
        while (bin < MORE && ahead.compareTo(amount.multiply(BigDecimal.valueOf(MOST[bin]))) > 0) {
            bin++;
        }
        return bin;
    }

    void onFill(VenueFill fill) {
        Lying order = lying.get(fill.orderId());
        if (order == null) {
            return;
        }
        order.left = order.left.subtract(fill.amount().abs());
        boolean isWhole = order.left.signum() <= 0;
        if (isWhole) {
            whole[order.bin]++;
            partly[order.bin] -= order.isTouched ? 1 : 0;
            lying.remove(fill.orderId());
        } else if (!order.isTouched) {
            order.isTouched = true;
            partly[order.bin]++;
        }
    }

    /** All bins, the best place first. */
    public List<Bin> all() {
        List<Bin> all = new ArrayList<>();
        for (int i = 0; i <= UNKNOWN; i++) {
            all.add(new Bin(label(i), orders[i], whole[i], partly[i]));
        }
        return all;
    }

    private static String label(int bin) {
        if (bin == UNKNOWN) {
            return "unknown";
        } else if (bin == MORE) {
            return "over " + MOST[MORE - 1];
        }
        return bin == 0 ? "0" : (bin == 1 ? "up to " : MOST[bin - 1] + " to ") + MOST[bin];
    }
}
