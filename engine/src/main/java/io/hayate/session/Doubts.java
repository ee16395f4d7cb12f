package io.hayate.session;

import io.hayate.codec.ControlMessage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * What makes a session doubt a frame or its connection, and what it does then: tell, or begin anew.
 * Told within limits, so that a broken venue floods nobody. Loop thread.
 */
final class Doubts implements FrameDispatcher.Listener {
    private static final int EXAMPLE_LENGTH = 48;
    private static final long TELL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long GAP_INTERVAL_NS = TimeUnit.SECONDS.toNanos(60);

    private final Session session;
    private final SessionTimes times;
    private long lastToldNs;
    private long lastGapNs;

    Doubts(Session session, SessionTimes times) {
        this.session = session;
        this.times = times;
        lastToldNs = times.nowNs() - TELL_INTERVAL_NS;
        lastGapNs = times.nowNs() - GAP_INTERVAL_NS;
    }

    @Override
    public void onControl(ControlMessage message) {
        session.onControl(message);
    }

    @Override
    public void onSequenceGap(long expected, long actual) {
        String gap = "frame " + expected + " was due and " + actual + " came";
        long nowNs = times.nowNs();
        if (nowNs - lastGapNs >= GAP_INTERVAL_NS) {
            lastGapNs = nowNs;
            session.drop(gap + ": something was lost, a fresh connection tells it all anew");
        } else {
            session.tell(0, gap);
        }
    }

    @Override
    public void onMalformed(IOException reason, DirectBuffer buffer, int offset, int length) {
        long nowNs = times.nowNs();
        if (nowNs - lastToldNs >= TELL_INTERVAL_NS) {
            lastToldNs = nowNs;
            int shown = Math.min(length, EXAMPLE_LENGTH);
            String example = buffer.getStringWithoutLengthAscii(offset, shown);
            session.tell(0, "skipped a frame, " + reason.getMessage() + ": " + example);
        }
    }

    @Override
    public void onListTooLong(int rows, int rowsMax) {
        session.drop(
                "a list of "
                        + rows
                        + " rows: loop.ring-size must be at least that: was "
                        + rowsMax);
    }
}
