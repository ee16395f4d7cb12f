package io.hayate.report;

import java.util.Collection;
import org.HdrHistogram.Histogram;

/** Where a time lies on a logarithmic scale of whole decades. */
final class TimeAxis {
    private static final long SHORTEST_NS = 10; // a clock tells no less
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final int DECADES_A_UNIT = 3;

    private final int first;
    private final int last;
    private final double bottom;
    private final double top;

    /** An axis from the decade of the shortest time to that of the longest. */
    TimeAxis(Collection<Histogram> times, double bottom, double top) {
        long shortest = Long.MAX_VALUE;
        long longest = SHORTEST_NS;
        for (Histogram each : times) {
            if (each.getTotalCount() > 0) {
                shortest = Math.min(shortest, Math.max(each.getMinValue(), SHORTEST_NS));
                longest = Math.max(longest, each.getMaxValue());
            }
        }
        first = (int) Math.floor(decade(Math.min(shortest, longest)));
        last = Math.max((int) Math.ceil(decade(longest)), first + 1);
        this.bottom = bottom;
        this.top = top;
    }

    /** The power of ten at the bottom, in ns. */
    int first() {
        return first;
    }

    int last() {
        return last;
    }

    double y(long ns) {
        double decade = decade(Math.max(ns, SHORTEST_NS));
        return bottom - (bottom - top) * (decade - first) / (last - first);
    }

    private static double decade(long ns) {
        return Math.log10((double) ns);
    }

    static long ns(int decade) {
        return (long) Math.pow(10, decade);
    }

    static String label(int decade) {
        int unit = Math.min(decade / DECADES_A_UNIT, UNITS.length - 1);
        return ns(decade - unit * DECADES_A_UNIT) + " " + UNITS[unit];
    }
}
