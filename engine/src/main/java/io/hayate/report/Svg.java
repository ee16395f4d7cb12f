package io.hayate.report;

import java.util.Locale;

/** Writes a drawing, element by element. Style classes say how each looks. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String label) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\""
                                + " aria-label=\"%s\">%n",
                        width,
                        height,
                        label));
    }

    /** A point, as a path takes it. */
    static String at(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        path(style, "M" + at(x1, y1) + "L" + at(x2, y2));
    }

    void path(String style, String points) {
        text.append(String.format(Locale.ROOT, "<path class=\"%s\" d=\"%s\"/>%n", style, points));
    }

    /**
     * A text.
     *
     * @param anchor what of it lies at the point: start, middle or end
     */
    void words(String anchor, double x, double y, String words) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                        anchor,
                        x,
                        y,
                        words));
    }

    /** A dot that says something to who points at it. */
    void dot(String style, double x, double y, int radius, String words) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\">"
                                + "<title>%s</title></circle>%n",
                        style,
                        x,
                        y,
                        radius,
                        words));
    }

    /** A rectangle that says something to who points at it. */
    void box(String style, double x, double y, double width, double height, String words) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                                + "<title>%s</title></rect>%n",
                        style,
                        x,
                        y,
                        width,
                        height,
                        words));
    }

    /** A closed shape that says something to who points at it. */
    void shape(String style, String points, String words) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<path class=\"%s\" d=\"%s\"><title>%s</title></path>%n",
                        style,
                        points,
                        words));
    }

    /** A text of a style of its own, whose middle lies at the point. */
    void wordsOf(String style, double x, double y, String words) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"%s\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s"
                                + "</text>%n",
                        style,
                        x,
                        y,
                        words));
    }

    String end() {
        return text.append("</svg>\n").toString();
    }
}
