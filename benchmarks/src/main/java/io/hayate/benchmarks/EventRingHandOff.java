package io.hayate.benchmarks;

import io.hayate.event.EventListener;
import io.hayate.event.EventRing;
import io.hayate.event.EventType;
import io.hayate.model.IdleMode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Our ring to another thread, and a second one back. */
@State(Scope.Thread)
public class EventRingHandOff {
    private static final int CAPACITY = 64;

    /** What a thread does while its ring is empty. */
    @Param({"BUSY_SPIN", "YIELDING", "BLOCKING"})
    IdleMode idle;

    private EventRing there;
    private EventRing back;
    private Echo echo;
    private final EventListener onReturn = event -> returned = event.receiveTimeNs();
    private long returned;

    /** Starts the other thread. */
    @Setup
    public void start() {
        boolean wakes = idle == IdleMode.BLOCKING;
        there = new EventRing(CAPACITY, wakes);
        back = new EventRing(CAPACITY, wakes);
        EventListener answer = event -> publish(back, event.receiveTimeNs());
        echo = Echo.start(() -> there.poll(answer, 1) > 0, () -> Echo.rest(idle, there));
    }

    private static void publish(EventRing ring, long number) {
        long sequence = ring.claim(1);
        ring.slot(sequence).begin(0, number).type(EventType.TICKER);
        ring.publish(sequence, sequence);
    }

    /** Sends a number there, waits until it is back, and returns it. */
    long roundTrip(long number) {
        publish(there, number);
        while (back.poll(onReturn, 1) == 0) {
            Echo.rest(idle, back);
        }
        return returned;
    }

    /** Ends the other thread. */
    @TearDown
    public void stop() throws InterruptedException {
        there.wake();
        echo.stop();
    }
}
