package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.event.Candle;
import io.hayate.event.Event;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Up to five candles, merged by their time. */
class CandleSeriesTest {
    private static final long MINUTE = 60_000;

    private final CandleSeries series =
            new CandleSeries(new MarketChannel(3, ChannelSpec.candles("1m", "tBTCUSD"), null), 5);
    private final Candle candle = new Candle().wrap(Event.allocate().begin(0, 1));

    /** A candle of that minute. */
    private boolean add(int minute, double close) {
        candle.timeMs(minute * MINUTE).open(close - 1).close(close).high(close + 2).low(close - 3);
        return series.add(candle.volume(close / 10));
    }

    private List<Long> minutes() {
        return IntStream.range(0, series.size())
                .mapToObj(back -> series.timeMs(back) / MINUTE)
                .toList();
    }

    private List<Double> closes() {
        return IntStream.range(0, series.size()).mapToObj(series::close).toList();
    }

    @Test
    void shouldTakeASnapshotThatComesNewestFirst() {
        IntStream.of(9, 8, 7).forEach(minute -> add(minute, minute * 100));

        assertEquals(List.of(9L, 8L, 7L), minutes());
        assertEquals(900, series.close(0));
        assertEquals(899, series.open(0));
        assertEquals(902, series.high(0));
        assertEquals(897, series.low(0));
        assertEquals(90, series.volume(0));
    }

    @Test
    void shouldChangeTheRunningCandleAndBeginTheNext() {
        add(8, 800);
        add(9, 900);
        add(9, 901);
        add(10, 1_000);

        assertEquals(List.of(10L, 9L, 8L), minutes());
        assertEquals(List.of(1_000.0, 901.0, 800.0), closes());
    }

    @Test
    void shouldChangeTheOneBeforeWhenALateTradeDoes() {
        add(9, 900);
        add(10, 1_000);
        add(9, 905);
        add(10, 1_001);

        assertEquals(List.of(10L, 9L), minutes());
        assertEquals(List.of(1_001.0, 905.0), closes());
    }

    @Test
    void shouldLeaveIntervalsWithoutTradesOut() {
        IntStream.of(9, 7, 3).forEach(minute -> add(minute, 1));
        add(14, 1);

        assertEquals(List.of(14L, 9L, 7L, 3L), minutes());
        assertEquals(1, series.find(9 * MINUTE));
        assertEquals(-1, series.find(8 * MINUTE));
        assertEquals(-1, series.find(1));
    }

    @Test
    void shouldFillWhatWasMissedFromTheSnapshotAfterAGap() {
        IntStream.of(1, 2, 3).forEach(minute -> add(minute, minute * 100));
        IntStream.of(6, 5, 4, 3, 2).forEach(minute -> add(minute, minute * 100 + 1));

        assertEquals(List.of(6L, 5L, 4L, 3L, 2L), minutes());
        assertEquals(List.of(601.0, 501.0, 401.0, 301.0, 201.0), closes());
    }

    @Test
    void shouldTakeALateCandleOfAnIntervalThatWasMissing() {
        IntStream.of(1, 2, 4).forEach(minute -> add(minute, 1));
        assertTrue(add(3, 300));

        assertEquals(List.of(4L, 3L, 2L, 1L), minutes());
        assertEquals(300, series.close(1));
    }

    @Test
    void shouldKeepTheLatest() {
        IntStream.rangeClosed(1, 12).forEach(minute -> add(minute, minute));
        assertEquals(List.of(12L, 11L, 10L, 9L, 8L), minutes());

        assertFalse(add(7, 7), "too old");
        assertTrue(add(8, 80), "a change of the oldest");

        assertEquals(List.of(12.0, 11.0, 10.0, 9.0, 80.0), closes());
    }

    @Test
    void shouldTakeNothingForTheCandleOfAnEmptySnapshot() {
        assertFalse(add(0, 1));

        assertEquals(0, series.size());
        assertThrows(IndexOutOfBoundsException.class, () -> series.close(0));
    }

    @Test
    void shouldAllocateNothing() throws IOException {
        double[] sum = {0};

        long bytes =
                Allocations.of(
                        i -> {
                            add(i / 3 + 10, i);
                            add(i / 3 + 8, i);
                            sum[0] += series.close(series.find(series.timeMs(0)));
                        });

        assertEquals(0, bytes);
        assertTrue(sum[0] > 0);
        assertEquals(5, series.capacity());
    }
}
