package io.hayate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.TickToTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts over time, bars, grids and templates. */
class SpanChartTest {
    private static final long NOON = 1_764_000_000_000L; // 2025-11-24 16:00:00 UTC

    private static List<String> labels(LinearAxis axis) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < axis.marks(); i++) {
            labels.add(axis.label(axis.mark(i)));
        }
        return labels;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 10 | 0 5 10",
                "-3 | 8 | -5 0 5 10",
                "86700.5 | 86790 | 86,700 86,750 86,800",
                "0 | 0 | 0 1",
                "0.0001 | 0.0007 | 0.0000 0.0002 0.0004 0.0006 0.0008",
                "-0.3 | 0 | -0.3 -0.2 -0.1 0.0"
            })
    void shouldMarkRoundValues(double least, double most, String wanted) {
        assertEquals(wanted, String.join(" ", labels(new LinearAxis(least, most, 100, 0))));
    }

    @Test
    void shouldHaveRoomForASingleValue() {
        LinearAxis axis = new LinearAxis(86_751, 86_751, 100, 0);

        assertTrue(axis.marks() <= 12, () -> labels(axis).toString());
        assertTrue(axis.y(86_751) >= 0 && axis.y(86_751) <= 100);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 16:00:00.0",
        "5000, 16:00:00",
        "60000, 16:00:00",
        "3600000, 16:00",
        "864000000, 26 Nov",
        "31536000000, 11 Dec"
    })
    void shouldMarkRoundTimes(long spanMs, String first) {
        ClockAxis axis = new ClockAxis(NOON, spanMs, 0, 100);

        assertEquals(first, axis.label(axis.first()));
        assertTrue((axis.end() - axis.first()) / axis.step() <= 8);
    }

    @Test
    void shouldDrawStepsAndMarks() throws Exception {
        SpanChart chart = new SpanChart("\"a\" & b", 150, NOON, 60_000, 0, 10);
        chart.gap(NOON + 10_000, NOON + 20_000);
        chart.axes();
        chart.steps(
                "position",
                List.of(new SpanChart.Point(NOON, 0), new SpanChart.Point(NOON + 30_000, 10)));
        chart.mark("buy", new SpanChart.Point(NOON + 30_000, 10), true, "1 buy at <10>");

        String svg = chart.svg();

        assertTrue(svg.contains("d=\"M92.0 120.0L519.0 120.0L519.0 10.0\""), svg);
        assertTrue(
                WrittenPage.texts(WrittenPage.parse(svg), "title").contains("1 buy at <10>"), svg);
    }

    @Test
    void shouldDrawLossesToTheLeftOfZero() throws Exception {
        String svg = Bars.svg("x", List.of(new Bars.Bar("a", -1, "-1"), new Bars.Bar("b", 3, "3")));

        assertTrue(svg.contains("<rect class=\"loss\" x=\"310.0\""), svg);
        assertTrue(svg.contains("<rect class=\"gain\" x=\"440.0\""), svg);
        WrittenPage.parse(svg);
        assertFalse(Bars.svg("x", List.of(new Bars.Bar("a", 0, "0"))).contains("NaN"));
    }

    @Test
    void shouldFrameTheBestField() throws Exception {
        HeatMap.Field[][] fields = {{new HeatMap.Field(-2, "-2", "a=1 b=1: -2"), null}};
        HeatMap map =
                new HeatMap(
                        new HeatMap.Side("a", List.of("1")),
                        new HeatMap.Side("b", List.of("1", "2")),
                        fields);

        String svg = map.svg("x");

        assertTrue(svg.contains("class=\"shade-7 best\""), svg);
        WrittenPage.parse(svg);
    }

    @Test
    void shouldLookAtNothingThatAPlaceWasFilledWith() throws Exception {
        String page = new LatencyPage(new TickToTrade()).html(Map.of("{{rows}}", "{{x}}"));

        assertTrue(page.contains("<dt>{{rows}}</dt><dd>{{x}}</dd>"), page);
    }
}
