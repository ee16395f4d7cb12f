package io.hayate.session;

import io.hayate.codec.AccountType;
import io.hayate.codec.ControlMessage;
import io.hayate.intake.IntakeListener;
import io.hayate.intake.Subscription;
import io.hayate.model.Counts;
import io.hayate.model.SessionState;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * What makes a session doubt a frame or its connection, and what it does then: tell, or begin anew.
 * Told within limits, so that a broken venue floods nobody. Loop thread.
 */
final class Doubts implements IntakeListener {
    private static final int EXAMPLE_LENGTH = 48;
    private static final int UNKNOWN_MAX = 50;
    private static final long UNKNOWN_WINDOW_NS = TimeUnit.MINUTES.toNanos(1);
    private static final String UNKNOWN_TEXT =
            UNKNOWN_MAX + " frames within a minute of channels that are not known";
    private static final long TELL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);

    private final SessionLife life;
    private final SessionTimes times;
    private final ChannelDesk desk;
    private final GapRepair gaps;
    private final AccountCare account;
    private final Consumer<ControlMessage> onControl;
    private long lastToldNs;
    private int unknownFrames;
    private long unknownSinceNs;

    Doubts(
            SessionLife life,
            SessionTimes times,
            ChannelDesk desk,
            GapRepair gaps,
            AccountCare account,
            Consumer<ControlMessage> onControl) {
        this.life = life;
        this.desk = desk;
        this.account = account;
        this.onControl = onControl;
        this.gaps = gaps;
        this.times = times;
        lastToldNs = times.nowNs() - TELL_INTERVAL_NS;
    }

    @Override
    public void onControl(ControlMessage message) {
        onControl.accept(message);
    }

    @Override
    public void onSequenceGap(String whatCame) {
        onAccountDoubt(whatCame); // what is missing may be the account's
        if (life.state() == SessionState.DISCONNECTED || !hasChannels()) {
            return;
        }
        String rest = gaps.onGap(whatCame, times.nowNs());
        if (rest != null) {
            tellWithinLimits(whatCame + ": " + rest);
        }
    }

    @Override
    public void onAccountStepBack(long accountSequence) {
        onAccountDoubt("the account's number stepped back to " + accountSequence);
    }

    @Override
    public void onAccountUnclear(AccountType type, String why) {
        if (life.role().carriesAccount() && !account.isDoubtKnown(times.nowNs())) {
            String name = type.isUsed() ? " " + type.wireName() : "";
            onAccountDoubt("a frame" + name + " was not understood, " + why);
        }
    }

    @Override
    public void onAccountListed(AccountType type) {
        account.onListed(type, times.nowNs());
    }

    private void onAccountDoubt(String why) {
        if (life.role().carriesAccount()) {
            account.onDoubt(why, times.nowNs());
        }
    }

    private boolean hasChannels() {
        return !life.role().carriesAccount() || life.channels() > 0;
    }

    private void tellWithinLimits(String text) {
        long nowNs = times.nowNs();
        if (nowNs - lastToldNs >= TELL_INTERVAL_NS) {
            lastToldNs = nowNs;
            life.tell(0, text);
        }
    }

    @Override
    public void onMalformed(IOException reason, DirectBuffer buffer, int offset, int length) {
        long nowNs = times.nowNs();
        if (nowNs - lastToldNs >= TELL_INTERVAL_NS) {
            lastToldNs = nowNs;
            int shown = Math.min(length, EXAMPLE_LENGTH);
            String example = buffer.getStringWithoutLengthAscii(offset, shown);
            life.tell(0, "skipped a frame, " + reason.getMessage() + ": " + example);
        }
    }

    @Override
    public void onListTooLong(int rows, int rowsMax) {
        onAccountDoubt(
                "a list of "
                        + Counts.of(rows, "row")
                        + ": loop.ring-size must be at least that: was "
                        + rowsMax);
    }

    @Override
    public void onDoubt(Subscription subscription, String reason) {
        desk.doubt(subscription, reason);
    }

    @Override
    public void onUnknownFrame() {
        long nowNs = times.nowNs();
        if (unknownFrames == 0 || nowNs - unknownSinceNs > UNKNOWN_WINDOW_NS) {
            unknownFrames = 0;
            unknownSinceNs = nowNs;
        }
        unknownFrames++;
        if (unknownFrames == UNKNOWN_MAX) {
            unknownFrames = 0;
            if (!desk.renew(UNKNOWN_TEXT)) {
                tellWithinLimits(UNKNOWN_TEXT);
            }
        }
    }

    @Override
    public void onNoRoom(Subscription subscription, int rows) {
        desk.onNoRoom(subscription, rows);
    }
}
