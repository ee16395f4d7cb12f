package io.hayate.event;

import org.agrona.DirectBuffer;

/**
 * Hands the traffic on: frames to the view while somebody wants to see them, and all of it to whoever
 * records it. Any thread; allocates nothing.
 */
public final class Tracer {
    private final Notices notices;
    private final TrafficTap tap;
    private volatile boolean on;

    /** A tracer for the view alone. */
    public Tracer(Notices notices, boolean on) {
        this(notices, on, TrafficTap.NONE);
    }

    /**
     * A tracer for the view and a recorder.
     *
     * @param tap hears of everything
     */
    public Tracer(Notices notices, boolean on, TrafficTap tap) {
        this.notices = notices;
        this.on = on;
        this.tap = tap;
    }

    /** Who records the traffic. */
    public TrafficTap tap() {
        return tap;
    }

    /** Shows frames from now on, or no more; any thread. */
    public void turn(boolean wanted) {
        on = wanted;
    }

    /** Hands over one frame, FRAME_IN or FRAME_OUT, that holds no secret. */
    public void frame(NoticeType type, DirectBuffer text, int offset, int length) {
        if (on) {
            notices.frame(type, text, offset, length);
        }
    }
}
