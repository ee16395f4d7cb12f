package io.hayate.latency;

import java.util.List;

/** Medians and spreads of a few figures. */
final class Statistics {
    private Statistics() {}

    /** The middle, or the mean of the two in the middle; NaN of nothing. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double min(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** The median of a part, both ends cut to what there is. */
    static double medianOf(List<Double> values, int from, int to) {
        int size = values.size();
        return median(values.subList(Math.min(from, size), Math.min(to, size)));
    }
}
