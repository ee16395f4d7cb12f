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

    private final Session session;
    private final SessionTimes times;
    private final GapRepair gaps;
    private long lastToldNs;

    Doubts(Session session, SessionTimes times, GapRepair gaps) {
        this.session = session;
        this.gaps = gaps;
        this.times = times;
        lastToldNs = times.nowNs() - TELL_INTERVAL_NS;
    }

    @Override
    public void onControl(ControlMessage message) {
        session.onControl(message);
    }

    @Override
    public void onSequenceGap(String whatCame) {
        String rest = gaps.onGap(whatCame, times.nowNs());
        if (rest != null) {
            tellWithinLimits(whatCame + ": " + rest);
        }
    }

    @Override
    public void onAccountStepBack(long accountSequence) {
        tellWithinLimits("the account's number stepped back to " + accountSequence);
    }

    private void tellWithinLimits(String text) {
        long nowNs = times.nowNs();
        if (nowNs - lastToldNs >= TELL_INTERVAL_NS) {
            lastToldNs = nowNs;
            session.tell(0, text);
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

    @Override
    public void onNoRoom(Subscription subscription, int rows) {
        session.desk().onNoRoom(subscription, rows);
    }
}
