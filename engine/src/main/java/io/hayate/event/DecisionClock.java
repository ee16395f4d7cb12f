package io.hayate.event;

import org.agrona.concurrent.NanoClock;

/**
 * The clock by which orders are decided on: each reading is told, with the event that is handled
 * meanwhile, so that a replay can give the same. Strategy thread; allocates nothing.
 */
public final class DecisionClock implements NanoClock {
    private final NanoClock plain;
    private final NanoClock clock;
    private final TrafficTap tap;
    private long events;
    private long eventNs;
    private long told; // the event of which it is told already
    private long readNs;

    /** A clock that shows what another does, and tells nobody. */
    public DecisionClock(NanoClock clock) {
        this(clock, clock, TrafficTap.NONE);
    }

    /**
     * A clock that shows what another does.
     *
     * @param plain the time that it is
     * @param clock what decisions go by: the same, but in a replay
     */
    public DecisionClock(NanoClock plain, NanoClock clock, TrafficTap tap) {
        this.plain = plain;
        this.clock = clock;
        this.tap = tap;
    }

    /** The time that it is, of which nobody is told. */
    public NanoClock plain() {
        return plain;
    }

    /** What hears of readings and decisions. */
    public TrafficTap tap() {
        return tap;
    }

    /**
     * The next event is about to be handled.
     *
     * @param timeNs when it was read, or made
     */
    public void onEvent(long timeNs) {
        events++;
        eventNs = timeNs;
    }

    /** How many events were handled, the present one included. */
    public long events() {
        return events;
    }

    /**
     * The present event has whoever handles it look at what the loop writes, or say what the loop looks at:
     * it is told, once, how far the strategy's side has come.
     */
    public void onMeeting() {
        if (told != events) {
            told = events;
            tap.onHandled(events, eventNs);
        }
    }

    /** An order was handed over, or refused, by the reading before. */
    public void onDecided(String verdict, long clientOrderId) {
        tap.onDecision(events, verdict, clientOrderId, readNs);
    }

    @Override
    public long nanoTime() {
        long timeNs = clock.nanoTime();
        readNs = timeNs;
        told = events;
        tap.onReading(events, timeNs);
        return timeNs;
    }
}
