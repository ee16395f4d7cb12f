package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void shouldCountEachForItself() {
        for (Counter counter : Counter.values()) {
            assertEquals(0, counters.get(counter));
            counters.add(counter, counter.code());
            counters.increment(counter);
        }

        for (Counter counter : Counter.values()) {
            assertEquals(counter.code() + 1, counters.get(counter), counter.title());
        }
    }

    @Test
    void shouldNumberCountersFromOneAndTitleEachDifferently() {
        Set<String> titles = new HashSet<>();
        int code = 1;
        for (Counter counter : Counter.values()) {
            assertEquals(code++, counter.code());
            assertTrue(titles.add(counter.title()), counter.title());
            assertEquals(counter.title(), counter.title(2));
        }
    }

    @Test
    void shouldLoseNothingWhenEachThreadWritesItsOwn() throws Exception {
        CompletableFuture<Void> loop = CompletableFuture.runAsync(() -> count(Counter.FRAMES));
        CompletableFuture<Void> strategy = CompletableFuture.runAsync(() -> count(Counter.FILLS));
        CompletableFuture.allOf(loop, strategy).get(30, TimeUnit.SECONDS);

        assertEquals(100_000, counters.get(Counter.FRAMES));
        assertEquals(100_000, counters.get(Counter.FILLS));
    }

    private void count(Counter counter) {
        for (int i = 0; i < 100_000; i++) {
            counters.increment(counter);
        }
    }
}
