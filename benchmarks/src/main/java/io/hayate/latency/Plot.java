package io.hayate.latency;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Draws latencies by percentile, both axes logarithmic, as an SVG that needs nothing else. */
final class Plot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 380;
    private static final int LEFT = 70;
    private static final int RIGHT = 190;
    private static final int BOTTOM = 40;
    private static final int TOP = 30;
    private static final double NINES = 4; // to 99.99 %
    private static final int POINTS = 80;
    private static final double US_MIN = 1;
    private static final double US_MAX = 100_000;
    private static final double NS_PER_US = 1e3;
    private static final List<String> COLORS =
            List.of(
                    "#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2",
                    "#97bbf5", "#9c6b4e", "#9498a0");

    private final StringBuilder svg = new StringBuilder();
    private int lines;

    Plot(String title) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                                + " width=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                        WIDTH,
                        HEIGHT,
                        WIDTH));
        text(LEFT, TOP - 12, "start", title + ": tick to trade, µs, by percentile");
        for (double us = US_MIN; us <= US_MAX; us *= 10) {
            grid(LEFT, y(us), WIDTH - RIGHT, y(us));
            text(LEFT - 6, y(us) + 4, "end", String.format(Locale.ROOT, "%,.0f", us));
        }
        for (int nines = 0; nines <= NINES; nines++) {
            grid(x(nines), TOP, x(nines), HEIGHT - BOTTOM);
            text(x(nines), HEIGHT - BOTTOM + 18, "middle", percent(nines));
        }
    }

    private static String percent(int nines) {
        return nines == 0 ? "0 %" : 100 - Math.round(1e4 / Math.pow(10, nines)) / 100.0 + " %";
    }

    private static double x(double nines) {
        return LEFT + (WIDTH - LEFT - RIGHT) * nines / NINES;
    }

    private static double y(double us) {
        double bounded = Math.min(Math.max(us, US_MIN), US_MAX);
        double part = Math.log(bounded / US_MIN) / Math.log(US_MAX / US_MIN);
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part;
    }

    private void grid(double x1, double y1, double x2, double y2) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                        x1,
                        y1,
                        x2,
                        y2));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                        x,
                        y,
                        anchor,
                        words));
    }

    /** Adds a client's line. */
    void add(String label, Histogram latencies) {
        String color = COLORS.get(lines % COLORS.size());
        svg.append("<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"").append(color);
        svg.append("\" points=\"");
        for (int i = 0; i <= POINTS; i++) {
            double nines = NINES * i / POINTS;
            double percentile = 100 - 100 / Math.pow(10, nines);
            double us = latencies.getValueAtPercentile(percentile) / NS_PER_US;
            svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(nines), y(us)));
        }
        svg.append(String.format("\"/>%n"));
        double at = TOP + 14.0 * lines++;
        svg.append("<g fill=\"").append(color).append("\">");
        text(WIDTH - RIGHT + 12.0, at + 4, "start", label);
        svg.append("</g>");
    }

    String svg() {
        return svg + String.format("</svg>%n");
    }
}
