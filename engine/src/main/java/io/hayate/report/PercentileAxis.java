package io.hayate.report;

import java.util.Collection;
import org.HdrHistogram.Histogram;

/** Where a percentile lies: 90 % one nine from the start, 99 % two, 99.9 % three. */
final class PercentileAxis {
    private static final int NINES_MAX = 8;
    private static final double ALL = 100;

    private final int nines;
    private final double left;
    private final double right;

    /** An axis as long as the largest count has percentiles to tell. */
    PercentileAxis(Collection<Histogram> times, double left, double right) {
        long most = times.stream().mapToLong(Histogram::getTotalCount).max().orElse(0);
        nines = (int) Math.min(Math.max(Math.ceil(Math.log10((double) most)), 1), NINES_MAX);
        this.left = left;
        this.right = right;
    }

    int nines() {
        return nines;
    }

    double x(double atNines) {
        return left + (right - left) * atNines / nines;
    }

    /** Where the longest of so many times lies: with one more it would be left behind. */
    double end(long count) {
        return Math.min(Math.log10((double) count), nines);
    }

    static double percentile(double atNines) {
        return ALL - ALL * Math.pow(10, -atNines);
    }

    static double nines(double percentile) {
        return Math.log10(ALL / (ALL - percentile));
    }

    static String label(int atNines) {
        return switch (atNines) {
            case 0 -> "0 %";
            case 1 -> "90 %";
            case 2 -> "99 %";
            default -> "99." + "9".repeat(atNines - 2) + " %";
        };
    }
}
