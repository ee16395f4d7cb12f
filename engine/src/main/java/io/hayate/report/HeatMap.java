package io.hayate.report;

import java.util.List;

/** Values of two parameters as a grid of fields, as SVG: the stronger the colour the greater. */
public final class HeatMap {
    /**
     * What a field holds.
     *
     * @param text the value in short; left out where fields are small
     * @param words the value in full, and what it is of
     */
    public record Field(double value, String text, String words) {}

    /**
     * A parameter.
     *
     * @param values those that it takes, in the order in which they are drawn
     */
    public record Side(String name, List<String> values) {}

    private static final int WIDTH = 960;
    private static final int LEFT = 120;
    private static final int TOP = 48;
    private static final int FIELD_WIDTH_MAX = 110;
    private static final int FIELD_HEIGHT = 34;
    private static final int SMALL_HEIGHT = 14;
    private static final int MANY_ROWS = 24;
    private static final int TEXT_WIDTH = 58; // less has no room for a number
    private static final int LABEL_WIDTH = 26;
    private static final int LABEL_GAP = 8;
    private static final int HALF_LETTER = 4;
    private static final int SHADES = 8;

    private final Side down;
    private final Side across;
    private final Field[][] fields; // null for none
    private final double least;
    private final double most;
    private final double width;
    private final double height;

    /**
     * A grid.
     *
     * @param fields a row for each value of {@code down}; null where there is none
     */
    public HeatMap(Side down, Side across, Field[][] fields) {
        this.down = down;
        this.across = across;
        this.fields = fields;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Field[] row : fields) {
            for (Field field : row) {
                low = field == null ? low : Math.min(low, field.value());
                high = field == null ? high : Math.max(high, field.value());
            }
        }
        least = low;
        most = high;
        width = Math.min(FIELD_WIDTH_MAX, (WIDTH - LEFT - 2.0) / across.values().size());
        height = down.values().size() > MANY_ROWS ? SMALL_HEIGHT : FIELD_HEIGHT;
    }

    /**
     * The drawing.
     *
     * @param label what it shows, for who cannot see it
     */
    public String svg(String label) {
        int rows = down.values().size();
        Svg svg = new Svg(WIDTH, (int) (TOP + rows * height + 2), Html.text(label));
        svg.words("start", LEFT, HALF_LETTER + LABEL_GAP, Html.text(across.name()) + " →");
        svg.words("end", LEFT - LABEL_GAP, HALF_LETTER + LABEL_GAP, Html.text(down.name()) + " ↓");
        drawLabels(svg);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < across.values().size(); column++) {
                if (fields[row][column] != null) {
                    draw(svg, fields[row][column], LEFT + column * width, TOP + row * height);
                }
            }
        }
        return svg.end();
    }

    private void drawLabels(Svg svg) {
        int each = (int) Math.ceil(LABEL_WIDTH / width);
        for (int column = 0; column < across.values().size(); column += each) {
            double x = LEFT + (column + 0.5) * width;
            svg.words("middle", x, TOP - LABEL_GAP, Html.text(across.values().get(column)));
        }
        for (int row = 0; row < down.values().size(); row++) {
            double y = TOP + (row + 0.5) * height + HALF_LETTER;
            svg.words("end", LEFT - LABEL_GAP, y, Html.text(down.values().get(row)));
        }
    }

    private void draw(Svg svg, Field field, double x, double y) {
        double share = most > least ? (field.value() - least) / (most - least) : 1;
        int shade = (int) Math.round(share * (SHADES - 1));
        String best = field.value() == most ? " best" : "";
        double gap = width > LABEL_WIDTH ? 1 : 0;
        svg.box(
                "shade-" + shade + best,
                x + gap,
                y + gap,
                width - 2 * gap,
                height - 2 * gap,
                Html.text(field.words()));
        if (width >= TEXT_WIDTH && height == FIELD_HEIGHT) {
            String style = shade >= SHADES / 2 ? "on-strong" : "on-pale";
            svg.wordsOf(
                    style, x + width / 2, y + height / 2 + HALF_LETTER, Html.text(field.text()));
        }
    }
}
