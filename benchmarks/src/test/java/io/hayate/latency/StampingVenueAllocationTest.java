package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A step of many frames allocates no more than one of few: what a step costs is its frame. */
class StampingVenueAllocationTest {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(120);
    private static final int FEW = 100;
    private static final int MANY = 20_100;
    private static final double BYTES_PER_ORDER_MAX = 0.5;

    private static long allocated(StampingVenue venue, int orders) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Step step = Step.parse("flood,secs=600,burst=8,every=8,count=" + orders);
        long before = threads.getCurrentThreadAllocatedBytes();
        venue.run(step);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void serve(int port) {
        try {
            new FloorClient(port, 1, null).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldAllocateNothingForFramesAndOrdersWhenWarm() throws IOException {
        try (StampingVenue venue = new StampingVenue(0, false, null)) {
            CompletableFuture<Void> client = CompletableFuture.runAsync(() -> serve(venue.port()));
            venue.awaitClient(1, TIMEOUT_NS);
            venue.settle();
            allocated(venue, MANY);
            long few = allocated(venue, FEW);
            long many = allocated(venue, MANY);
            venue.sayGoodbye();
            client.join();

            double perOrder = (double) (many - few) / (MANY - FEW);
            assertTrue(perOrder <= BYTES_PER_ORDER_MAX, perOrder + " bytes an order");
        }
    }
}
