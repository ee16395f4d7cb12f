package io.hayate.doctor;

import java.util.Locale;

/** Times as a person reads them. */
final class Times {
    private static final long US_NS = 1_000;
    private static final long MS_NS = 1_000_000;
    private static final int FEW = 10;

    private Times() {}

    /** The time in us or ms, with two digits at least. */
    static String text(long ns) {
        return ns < MS_NS ? text(ns, US_NS, "us") : text(ns, MS_NS, "ms");
    }

    private static String text(long ns, long unitNs, String unit) {
        String form = ns < FEW * unitNs ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, form, (double) ns / unitNs, unit);
    }
}
