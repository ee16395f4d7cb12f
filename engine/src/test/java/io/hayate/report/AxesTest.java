package io.hayate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {
    private static Histogram of(long count, long... ns) {
        Histogram histogram = new Histogram(3);
        for (long each : ns) {
            histogram.recordValueWithCount(each, count);
        }
        return histogram;
    }

    private static TimeAxis times(long... ns) {
        return new TimeAxis(List.of(of(1, ns)), 100, 0);
    }

    private static PercentileAxis percentiles(long count) {
        return new PercentileAxis(List.of(of(0), of(count, 5)), 0, 100);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "10, 1", "11, 2", "1000, 3", "1001, 4", "20000000000, 8"})
    void shouldReachAsFarAsTheCountTells(long count, int nines) {
        assertEquals(nines, percentiles(count).nines());
    }

    @Test
    void shouldGiveEachNineTheSameRoom() {
        PercentileAxis axis = percentiles(10_000);

        assertEquals(0, axis.x(PercentileAxis.nines(0)), 1e-9);
        assertEquals(25, axis.x(PercentileAxis.nines(90)), 1e-9);
        assertEquals(50, axis.x(PercentileAxis.nines(99)), 1e-9);
        assertEquals(75, axis.x(PercentileAxis.nines(99.9)), 1e-9);
        assertEquals(100, axis.x(axis.end(10_000)), 1e-9);
        assertEquals(99.9, PercentileAxis.percentile(3), 1e-9);
    }

    @Test
    void shouldNameTheNines() {
        assertEquals(
                List.of("0 %", "90 %", "99 %", "99.9 %", "99.99 %"),
                IntStream.range(0, 5).mapToObj(PercentileAxis::label).toList());
    }

    @Test
    void shouldSpanWholeDecades() {
        TimeAxis axis = times(250, 42_000);

        assertEquals(2, axis.first());
        assertEquals(5, axis.last());
        assertEquals(100, axis.y(100), 1e-9);
        assertEquals(0, axis.y(100_000), 1e-9);
        assertEquals(200.0 / 3, axis.y(1_000), 1e-9);
    }

    @Test
    void shouldSpanADecadeWhenAllTimesAreTheSame() {
        assertEquals(3, times(1_000).first());
        assertEquals(4, times(1_000).last());
    }

    @Test
    void shouldStartAtTenNanosecondsWhenTimesAreShorter() {
        TimeAxis axis = times(0, 3);

        assertEquals(1, axis.first());
        assertEquals(2, axis.last());
        assertEquals(100, axis.y(0), 1e-9);
    }

    @Test
    void shouldSpanSomethingWhenThereAreNoTimes() {
        TimeAxis axis = new TimeAxis(List.of(of(0)), 100, 0);

        assertEquals(1, axis.first());
        assertEquals(2, axis.last());
    }

    @Test
    void shouldNameTheDecades() {
        assertEquals(
                List.of("10 ns", "100 ns", "1 µs", "10 µs", "100 µs", "1 ms", "1 s", "100 s"),
                Stream.of(1, 2, 3, 4, 5, 6, 9, 11).map(TimeAxis::label).toList());
    }
}
