package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandleChartTest {
    private static final FeedMark SILENT = new FeedMark("stale", 65_000_000_000L);

    private final List<CandleChart.Bar> bars =
            IntStream.range(0, 200)
                    .mapToObj(i -> new CandleChart.Bar(i * 60_000L, i, i + 1, i + 2, i - 1, 1))
                    .toList();

    @ParameterizedTest
    @ValueSource(ints = {20, 36, 56})
    void shouldFillTheScreenWhenItIsHigh(int linesMax) {
        assertEquals(linesMax, chart(79, linesMax).size());
    }

    @Test
    void shouldSayStateAndAgeWhenFeedIsSilent() {
        assertEquals(
                "candles 1m BTCUSD  stale  age 65.0 s  last 200", chart(79, 20).get(0).toString());
    }

    @Test
    void shouldStayWithinScreenOfAnySize() {
        for (int width = 1; width < 140; width++) {
            for (int height = 1; height < 30; height++) {
                int most = width;
                List<AttributedString> lines = chart(width, height);
                assertTrue(lines.size() <= height);
                assertTrue(lines.stream().allMatch(line -> line.columnLength() <= most));
            }
        }
    }

    private List<AttributedString> chart(int width, int linesMax) {
        return CandleChart.lines("candles 1m BTCUSD", SILENT, bars, width, linesMax);
    }
}
