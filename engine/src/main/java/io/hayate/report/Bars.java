package io.hayate.report;

import java.util.List;

/** Values as bars to the right of 0, or to the left of it, one below the other, as SVG. */
public final class Bars {
    /**
     * One of them.
     *
     * @param text the value in words
     */
    public record Bar(String label, double value, String text) {}

    private static final int WIDTH = 960;
    private static final int LABEL_END = 180;
    private static final int TEXT = 130;
    private static final int LEFT = LABEL_END + TEXT;
    private static final int RIGHT = WIDTH - TEXT;
    private static final int ROW = 28;
    private static final int HEIGHT = 18;
    private static final int GAP = 6;
    private static final int BASELINE = 14;

    private Bars() {}

    /**
     * The drawing.
     *
     * @param label what it shows, for who cannot see it
     */
    public static String svg(String label, List<Bar> bars) {
        double least = 0;
        double most = 0;
        for (Bar bar : bars) {
            least = Math.min(least, bar.value());
            most = Math.max(most, bar.value());
        }
        double unit = most > least ? (RIGHT - LEFT) / (most - least) : 0;
        double zero = LEFT - least * unit;
        int height = ROW * bars.size() + 2;
        Svg svg = new Svg(WIDTH, height, Html.text(label));
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, bars.get(i), ROW * i + GAP, zero, unit);
        }
        svg.line("zero", zero, 0, zero, height);
        return svg.end();
    }

    private static void draw(Svg svg, Bar bar, double y, double zero, double unit) {
        double end = zero + bar.value() * unit;
        boolean isLoss = bar.value() < 0;
        String label = Html.text(bar.label());
        svg.words("start", 0, y + BASELINE, label);
        svg.box(
                isLoss ? "loss" : "gain",
                Math.min(zero, end),
                y,
                Math.max(1, Math.abs(end - zero)),
                HEIGHT,
                label + ": " + Html.text(bar.text()));
        svg.words(
                isLoss ? "end" : "start",
                isLoss ? end - GAP : end + GAP,
                y + BASELINE,
                Html.text(bar.text()));
    }
}
