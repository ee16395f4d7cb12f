package io.hayate.event;

import org.agrona.DirectBuffer;

/** Copies frames to the view while somebody wants to see them. Any thread; allocates nothing. */
public final class Tracer {
    private final Notices notices;
    private volatile boolean on;

    public Tracer(Notices notices, boolean on) {
        this.notices = notices;
        this.on = on;
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
