package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests that are under way for a time. */
class RequestWayTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Queue<Long> waysMs = new ArrayDeque<>();
    private final List<String> arrived = new ArrayList<>();
    private long nowMs;
    private final RequestWay way =
            new RequestWay(
                    channel.eventLoop(),
                    () -> TimeUnit.MILLISECONDS.toNanos(nowMs),
                    () -> TimeUnit.MILLISECONDS.toNanos(waysMs.remove()));

    RequestWayTest() {
        channel.freezeTime();
    }

    private void send(String name, long ms) {
        waysMs.add(ms);
        way.bring(() -> arrived.add(name + " at " + nowMs));
    }

    private void pass(int ms) {
        for (int i = 0; i < ms; i++) {
            nowMs++;
            channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    @Test
    void shouldBringEachAfterItsTime() {
        send("first", 10);
        pass(5);
        send("second", 10);

        pass(20);

        assertEquals(List.of("first at 10", "second at 15"), arrived);
    }

    @Test
    void shouldLetNoneOvertakeAnother() {
        send("slow", 30);
        pass(5);
        send("fast", 1);
        send("last", 28);

        pass(40);

        assertEquals(List.of("slow at 30", "fast at 30", "last at 33"), arrived);
    }

    @Test
    void shouldBringAtOnceWhereNothingTakesTime() {
        RequestWay none = new RequestWay(channel.eventLoop(), () -> 0, null);

        none.bring(() -> arrived.add("there"));

        assertEquals(List.of("there"), arrived);
    }

    @Test
    void shouldGoOnBehindOneThatFails() {
        waysMs.add(1L);
        way.bring(
                () -> {
                    throw new IllegalStateException("broken on purpose");
                });
        send("next", 2);

        pass(3);

        assertEquals(List.of("next at 2"), arrived);
    }
}
