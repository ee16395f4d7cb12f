package io.hayate.report;

import java.util.Locale;

/** Where a value lies between two round ones, with marks at round steps of 1, 2 or 5. */
final class LinearAxis {
    private static final int STEPS_WANTED = 4;
    private static final double LEAST_SHARE = 1e-9; // of the values: less cannot be told apart
    private static final int DECIMALS_MAX = 10;

    private final double step;
    private final double low;
    private final double high;
    private final double bottom;
    private final double top;

    /** An axis that has room for both values. */
    LinearAxis(double least, double most, double bottom, double top) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        double span = Math.max(most - least, size * LEAST_SHARE);
        step = round(span == 0 ? 1 : span / STEPS_WANTED);
        low = Math.floor(least / step) * step;
        double end = Math.ceil(most / step) * step;
        high = end > low ? end : low + step;
        this.bottom = bottom;
        this.top = top;
    }

    /** The next of 1, 2, 5, 10 and so on that is not less. */
    private static double round(double step) {
        double decade = Math.pow(10, Math.floor(Math.log10(step)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * decade >= step * (1 - LEAST_SHARE)) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }

    double y(double value) {
        double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return bottom - (bottom - top) * share;
    }

    /** How many marks there are. */
    int marks() {
        return (int) Math.round((high - low) / step) + 1;
    }

    double mark(int number) {
        double value = low + number * step;
        return Math.abs(value) < step / 2 ? 0 : value;
    }

    String label(double value) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + LEAST_SHARE));
        return String.format(Locale.ROOT, "%,." + Math.min(decimals, DECIMALS_MAX) + "f", value);
    }
}
