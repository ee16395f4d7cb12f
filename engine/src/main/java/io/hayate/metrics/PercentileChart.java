package io.hayate.metrics;

import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A drawing of percentile curves, one a stage, as SVG: percentiles to the right, each nine in as much
 * room as the one before; times upwards, on a logarithmic scale.
 */
final class PercentileChart {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 460;
    private static final int LEFT = 70;
    private static final int RIGHT = WIDTH - 48;
    private static final int TOP = 14;
    private static final int BOTTOM = HEIGHT - 52;
    private static final int LABEL_DROP = 20;
    private static final int TITLE_DROP = 44;
    private static final int LABEL_GAP = 8;
    private static final int HALF_LETTER = 4;
    private static final int DOT_RADIUS = 3;
    private static final double STEP = 0.05; // of a nine
    private static final double[] DOTS = {50, 90, 99, 99.9, 99.99, 99.999};

    private final Map<Stage, Histogram> times;
    private final PercentileAxis across;
    private final TimeAxis up;
    private final StringBuilder svg = new StringBuilder();

    PercentileChart(Map<Stage, Histogram> times) {
        this.times = times;
        across = new PercentileAxis(times.values(), LEFT, RIGHT);
        up = new TimeAxis(times.values(), BOTTOM, TOP);
    }

    String svg() {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\""
                                + " aria-label=\"Times by percentile, a curve for each stage\">%n",
                        WIDTH,
                        HEIGHT));
        drawTimes();
        drawPercentiles();
        times.forEach(this::drawCurve);
        times.forEach(this::drawDots);
        return svg.append("</svg>\n").toString();
    }

    private void drawTimes() {
        for (int decade = up.first(); decade <= up.last(); decade++) {
            if (decade < up.last()) {
                drawAcross("grid-minor", up.y(2 * TimeAxis.ns(decade)));
                drawAcross("grid-minor", up.y(5 * TimeAxis.ns(decade)));
            }
            double y = up.y(TimeAxis.ns(decade));
            drawAcross("grid", y);
            drawText("end", LEFT - LABEL_GAP, y + HALF_LETTER, TimeAxis.label(decade));
        }
    }

    private void drawAcross(String style, double y) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<path class=\"%s\" d=\"M%d %.1fH%d\"/>%n",
                        style,
                        LEFT,
                        y,
                        RIGHT));
    }

    private void drawPercentiles() {
        for (int nines = 0; nines <= across.nines(); nines++) {
            double x = across.x(nines);
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path class=\"grid\" d=\"M%.1f %dV%d\"/>%n",
                            x,
                            TOP,
                            BOTTOM));
            drawText("middle", x, BOTTOM + LABEL_DROP, PercentileAxis.label(nines));
        }
        drawText("middle", (LEFT + RIGHT) / 2.0, BOTTOM + TITLE_DROP, "percentile");
    }

    private void drawText(String anchor, double x, double y, String words) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                        anchor,
                        x,
                        y,
                        words));
    }

    /** Up to the percentile above which there is one time alone, the longest. */
    private void drawCurve(Stage stage, Histogram all) {
        if (all.getTotalCount() == 0) {
            return;
        }
        double end = across.end(all.getTotalCount());
        svg.append(String.format(Locale.ROOT, "<path class=\"curve %s\" d=\"M", stage.styleName()));
        for (double nines = 0; nines < end - STEP / 2; nines += STEP) {
            double percentile = PercentileAxis.percentile(nines);
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f %.1fL",
                            across.x(nines),
                            up.y(all.getValueAtPercentile(percentile))));
        }
        svg.append(
                String.format(
                        Locale.ROOT, "%.1f %.1f\"/>%n", across.x(end), up.y(all.getMaxValue())));
    }

    private void drawDots(Stage stage, Histogram all) {
        if (all.getTotalCount() == 0) {
            return;
        }
        double end = across.end(all.getTotalCount());
        for (double percentile : DOTS) {
            double nines = PercentileAxis.nines(percentile);
            if (nines < end - STEP / 2) {
                drawDot(stage, nines, "p" + percentile, all.getValueAtPercentile(percentile));
            }
        }
        drawDot(stage, end, "max", all.getMaxValue());
    }

    private void drawDot(Stage stage, double nines, String what, long ns) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\">"
                                + "<title>%s: %s %s µs</title></circle>%n",
                        stage.styleName(),
                        across.x(nines),
                        up.y(ns),
                        DOT_RADIUS,
                        stage.title(),
                        what,
                        Micros.text(ns)));
    }
}
