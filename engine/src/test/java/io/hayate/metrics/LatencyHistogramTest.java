package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void shouldSayThatThereIsNothingYet() {
        assertEquals(0, histogram.count());
        assertEquals(0, histogram.percentileNs(99));
    }

    @Test
    void shouldTellPercentilesWithinAThousandth() {
        for (int us = 1; us <= 1_000; us++) {
            histogram.record(us * 1_000L);
        }

        assertEquals(500_000.0, (double) histogram.percentileNs(50), 500);
        assertEquals(990_000.0, (double) histogram.percentileNs(99), 990);
        assertEquals(1_000_000.0, (double) histogram.percentileNs(100), 1_000);
        assertEquals(1_000, histogram.count());
    }

    @Test
    void shouldAddUpWhatWasReadInBetween() {
        histogram.record(1_000);
        assertEquals(1, histogram.count());
        histogram.record(3_000);

        assertEquals(2, histogram.count());
        assertEquals(1_000.0, (double) histogram.percentileNs(50), 1);
        assertEquals(3_000.0, (double) histogram.percentileNs(99), 3);
    }

    @Test
    void shouldTakeTimesOutOfRangeAsTheNearestInRange() {
        histogram.record(-5);
        histogram.record(Long.MIN_VALUE);
        assertEquals(0, histogram.percentileNs(100));

        histogram.record(Long.MAX_VALUE);
        assertEquals(60e9, (double) histogram.percentileNs(100), 60e6);
        assertEquals(3, histogram.count());
    }

    @Test
    void shouldAllocateNothingWhenItRecords() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            least = Math.min(least, bytesOf(100_000)); // what is loaded once aside
            histogram.count();
        }

        assertEquals(0, least);
    }

    private long bytesOf(int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        record(times);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void record(int times) {
        for (int i = 0; i < times; i++) {
            histogram.record(i);
        }
    }

    @Test
    void shouldLoseNothingWhenAnotherThreadReadsMeanwhile() throws Exception {
        CompletableFuture<Void> recording = CompletableFuture.runAsync(() -> record(200_000));
        long last = 0;
        while (!recording.isDone()) {
            long count = histogram.count();
            assertTrue(count >= last);
            last = count;
        }
        recording.get(30, TimeUnit.SECONDS);

        assertEquals(200_000, histogram.count());
    }
}
