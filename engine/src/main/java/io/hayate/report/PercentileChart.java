package io.hayate.report;

import io.hayate.metrics.Stage;
import java.util.EnumMap;
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
    private static final double CENTER = (LEFT + RIGHT) / 2.0;
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
    private final Svg svg = new Svg(WIDTH, HEIGHT, "Times by percentile, a curve for each stage");

    PercentileChart(Map<Stage, Histogram> times) {
        this.times = new EnumMap<>(times);
        this.times.values().removeIf(all -> all.getTotalCount() == 0);
        across = new PercentileAxis(this.times.values(), LEFT, RIGHT);
        up = new TimeAxis(this.times.values(), BOTTOM, TOP);
    }

    String svg() {
        drawTimes();
        drawPercentiles();
        times.forEach(this::drawCurve);
        times.forEach(this::drawDots);
        if (times.isEmpty()) {
            svg.words("middle", CENTER, (TOP + BOTTOM) / 2.0, "nothing was measured");
        }
        return svg.end();
    }

    private void drawTimes() {
        for (int decade = up.first(); decade <= up.last(); decade++) {
            if (decade < up.last()) {
                drawAcross("grid-minor", up.y(2 * TimeAxis.ns(decade)));
                drawAcross("grid-minor", up.y(5 * TimeAxis.ns(decade)));
            }
            double y = up.y(TimeAxis.ns(decade));
            drawAcross("grid", y);
            svg.words("end", LEFT - LABEL_GAP, y + HALF_LETTER, TimeAxis.label(decade));
        }
    }

    private void drawAcross(String style, double y) {
        svg.line(style, LEFT, y, RIGHT, y);
    }

    private void drawPercentiles() {
        for (int nines = 0; nines <= across.nines(); nines++) {
            double x = across.x(nines);
            svg.line("grid", x, TOP, x, BOTTOM);
            svg.words("middle", x, BOTTOM + LABEL_DROP, PercentileAxis.label(nines));
        }
        svg.words("middle", CENTER, BOTTOM + TITLE_DROP, "percentile");
    }

    /** Up to the percentile above which there is one time alone, the longest. */
    private void drawCurve(Stage stage, Histogram all) {
        StringBuilder points = new StringBuilder("M");
        double end = across.end(all.getTotalCount());
        for (double nines = 0; nines < end - STEP / 2; nines += STEP) {
            long ns = all.getValueAtPercentile(PercentileAxis.percentile(nines));
            points.append(Svg.at(across.x(nines), up.y(ns))).append('L');
        }
        points.append(Svg.at(across.x(end), up.y(all.getMaxValue())));
        svg.path("curve " + stage.word(), points.toString());
    }

    private void drawDots(Stage stage, Histogram all) {
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
        String words = stage.title() + ": " + what + " " + Micros.text(ns) + " µs";
        svg.dot("dot " + stage.word(), across.x(nines), up.y(ns), DOT_RADIUS, words);
    }
}
