package io.hayate.report;

import java.util.List;

/**
 * A drawing of values over a stretch of time, as SVG: time to the right, values upwards. Draw what
 * lies behind first.
 */
public final class SpanChart {
    /**
     * A value at a moment.
     *
     * @param ms since 1970
     */
    public record Point(long ms, double value) {}

    private static final int WIDTH = 960;
    private static final int LEFT = 92;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 10;
    private static final int BELOW = 30;
    private static final int LABEL_DROP = 20;
    private static final int LABEL_GAP = 8;
    private static final int HALF_LETTER = 4;
    private static final int MARK = 5;

    private final int bottom;
    private final ClockAxis across;
    private final LinearAxis up;
    private final Svg svg;

    /**
     * A drawing with its axes.
     *
     * @param label what it shows, for who cannot see it
     * @param fromMs since 1970
     * @param least the axis has room for, and for {@code most}
     */
    public SpanChart(
            String label, int height, long fromMs, long spanMs, double least, double most) {
        bottom = height - BELOW;
        across = new ClockAxis(fromMs, spanMs, LEFT, RIGHT);
        up = new LinearAxis(least, most, bottom, TOP);
        svg = new Svg(WIDTH, height, Html.text(label));
    }

    /** A stretch of which nothing is known. */
    public void gap(long fromMs, long toMs) {
        double from = across.x(fromMs);
        double width = Math.max(1, across.x(toMs) - from);
        String words = "nothing was recorded from " + ClockAxis.moment(fromMs);
        svg.box("gap", from, TOP, width, (double) bottom - TOP, words);
    }

    /** Lines and labels of both axes. */
    public void axes() {
        for (int i = 0; i < up.marks(); i++) {
            double y = up.y(up.mark(i));
            svg.line(up.mark(i) == 0 ? "zero" : "grid", LEFT, y, RIGHT, y);
            svg.words("end", LEFT - LABEL_GAP, y + HALF_LETTER, up.label(up.mark(i)));
        }
        for (long ms = across.first(); ms <= across.end(); ms += across.step()) {
            double x = across.x(ms);
            svg.line("grid", x, TOP, x, bottom);
            svg.words("middle", x, bottom + LABEL_DROP, across.label(ms));
        }
    }

    /** A line from point to point. */
    public void curve(String style, List<Point> points) {
        if (!points.isEmpty()) {
            svg.path("curve " + style, path(points, false));
        }
    }

    /** A line that stays where it is until the next point. */
    public void steps(String style, List<Point> points) {
        if (!points.isEmpty()) {
            svg.path("curve " + style, path(points, true));
        }
    }

    /** The area between a line and 0. */
    public void area(String style, List<Point> points) {
        if (!points.isEmpty()) {
            double zero = up.y(0);
            String back =
                    "L"
                            + Svg.at(across.x(points.get(points.size() - 1).ms()), zero)
                            + "L"
                            + Svg.at(across.x(points.get(0).ms()), zero)
                            + "Z";
            svg.path("area " + style, path(points, false) + back);
            curve(style, points);
        }
    }

    private String path(List<Point> points, boolean isStepped) {
        StringBuilder path = new StringBuilder("M");
        String last = "";
        double y = 0;
        for (Point point : points) {
            double x = across.x(point.ms());
            if (isStepped && !last.isEmpty()) {
                path.append('L').append(Svg.at(x, y));
            }
            y = up.y(point.value());
            String at = Svg.at(x, y);
            if (!at.equals(last)) {
                path.append(last.isEmpty() ? "" : "L").append(at);
            }
            last = at;
        }
        return path.append(points.size() == 1 ? "h1" : "").toString();
    }

    /** A triangle whose tip is at a point, from below or from above, and that says something. */
    public void mark(String style, Point at, boolean isFromBelow, String words) {
        double x = across.x(at.ms());
        double y = up.y(at.value());
        double base = isFromBelow ? y + 2 * MARK : y - 2 * MARK;
        String tip = "M" + Svg.at(x, y) + "L" + Svg.at(x + MARK, base);
        svg.shape("mark " + style, tip + "L" + Svg.at(x - MARK, base) + "Z", Html.text(words));
    }

    /** The drawing. */
    public String svg() {
        return svg.end();
    }
}
