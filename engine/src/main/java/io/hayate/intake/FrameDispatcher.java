package io.hayate.intake;

import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Health;
import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * Takes frames from the socket, has the codec read them, and hands them to the part that writes what
 * they say to the ring: market data, or the account. Follows the venue's numbers over all of them.
 *
 * <p>Loop thread. Allocates nothing on a good frame that is no control event.
 */
public final class FrameDispatcher {
    private final FrameDecoder decoder;
    private final InboundFrame frame;
    private final Subscriptions subscriptions;
    private final HealthBoard board;
    private final VenueClockReads clock;
    private final RoomWait wait;
    private final MarketFrames market;
    private final AccountFrames account;
    private final IntakeListener listener;
    private final ControlMessage control = new ControlMessage();

    private int steps; // of our clocks, as far as is known here
    private Subscription current; // whose frame this is, or null

    public FrameDispatcher(
            InboundFrame frame,
            Subscriptions subscriptions,
            IntakeChannels channels,
            AccountFrames account,
            VenueClockReads clock,
            IntakeListener listener) {
        decoder = frame.decoder();
        this.frame = frame;
        this.subscriptions = subscriptions;
        board = channels.board();
        wait = channels.room();
        market = channels.market();
        this.account = account;
        this.clock = clock;
        this.listener = listener;
        steps = clock.steps();
    }

    /** A new connection: forgets the numbers of the old one, and what was held from it. */
    public void reset() {
        frame.reset();
        wait.reset();
        market.reset();
    }

    /** The connection is over: its large frames have taken memory that others may need. */
    public void shrink() {
        decoder.shrink();
    }

    /** Takes when the socket had been looked at before the frames that come now were read. */
    public void lookedTimeNs(long timeNs) {
        frame.lookedTimeNs(timeNs);
    }

    /** Takes what is known of the clocks; called each tick. */
    public void onTick() {
        frame.venueTime(clock.zeroMs(), clock.roundTripMs());
        if (steps != clock.steps()) {
            steps = clock.steps();
            onClockStep();
        }
    }

    /** How old the data is that came before is known no more, and may be what the machine slept. */
    private void onClockStep() {
        for (int i = 0; i < subscriptions.size(); i++) {
            frame.forgetAge(subscriptions.get(i));
        }
        if (clock.lastStepWasAhead()) {
            board.changeAll(
                    subscriptions, 0, Health.STALE, "a clock of this machine stepped ahead");
        }
    }

    /** Takes one frame; false when it is to be offered again, as there is no room for what it says. */
    public boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
        current = null;
        frame.begin(receiveTimeNs);
        try {
            if (!dispatch(decoder.begin(buffer, offset, length))) {
                frame.count(Counter.READS_PAUSED, 1);
                return false;
            }
        } catch (IOException e) {
            onMalformed(e, buffer, offset, length);
        }
        wait.end();
        frame.count(Counter.FRAMES, 1);
        if (current != null) {
            frame.count(current, Figure.FRAMES, 1);
        }
        if (frame.isOutOfStep() || frame.isAccountBehind()) {
            onOutOfStep();
        }
        account.onStepKnown();
        board.flush();
        frame.trace(buffer, offset, length);
        return true;
    }

    /**
     * Takes a frame of a connection that was given up: what it says of the account has happened. False when
     * it is to be offered again, as there is no room for that.
     */
    public boolean onLateText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
        frame.begin(receiveTimeNs);
        try {
            boolean isOfAccount = decoder.begin(buffer, offset, length) == FrameKind.ACCOUNT;
            if (isOfAccount && !account.onLateFrame()) {
                frame.count(Counter.READS_PAUSED, 1);
                return false;
            }
        } catch (IOException e) {
            frame.count(Counter.FRAMES_MALFORMED, 1);
        }
        frame.count(Counter.FRAMES, 1);
        frame.trace(buffer, offset, length);
        return true;
    }

    private void onMalformed(IOException e, DirectBuffer buffer, int offset, int length) {
        frame.count(Counter.FRAMES_MALFORMED, 1);
        if (current == null) { // it broke before its body
            current = subscriptions.byVenueId(decoder.channelId());
        }
        listener.onMalformed(e, buffer, offset, length);
        if (current != null) {
            frame.count(current, Figure.UNKNOWN, 1);
            listener.onDoubt(current, "a frame of it could not be read");
        }
        if (isOfAccount(buffer, offset, offset + length)) {
            listener.onAccountUnclear(decoder.accountType(), e.getMessage());
        }
    }

    /** An array whose channel could not be read may be the account's, too. */
    private boolean isOfAccount(DirectBuffer buffer, int offset, int end) {
        int at = offset;
        while (at < end && buffer.getByte(at) <= ' ') {
            at++;
        }
        boolean isArray = at < end && buffer.getByte(at) == '[';
        long channelId = decoder.channelId();
        return isArray && (channelId == 0 || channelId == FrameDecoder.NO_CHANNEL);
    }

    private boolean dispatch(FrameKind kind) throws IOException {
        switch (kind) {
            case CONTROL -> onControl();
            case HEARTBEAT -> onHeartbeat();
            case DATA -> {
                return onMarket(true);
            }
            case TYPED -> {
                return onMarket(false);
            }
            case ACCOUNT -> {
                return account.onFrame();
            }
        }
        return true;
    }

    private void onControl() throws IOException {
        decoder.decodeControl(control);
        decoder.end();
        listener.onControl(control);
    }

    private void onHeartbeat() throws IOException {
        frame.end();
        current = subscriptions.byVenueId(decoder.channelId());
        if (current != null) { // else the account's, or one whose answer is still to come
            current.onHeartbeat(frame.receiveTimeNs());
            frame.onHeartbeat(current);
        }
    }

    private boolean onMarket(boolean isData) throws IOException {
        current = subscriptions.byVenueId(decoder.channelId());
        if (current == null) {
            frame.end();
            boolean known = subscriptions.hasLeft(decoder.channelId());
            if (!known) {
                frame.count(Counter.FRAMES_UNKNOWN, 1);
                listener.onUnknownFrame();
            }
            return true;
        }
        return isData ? market.onData(current) : market.onTyped(current);
    }

    private void onOutOfStep() {
        if (frame.isAccountBehind()) {
            listener.onAccountStepBack(decoder.accountSequence());
        }
        if (!frame.isOutOfStep()) {
            return;
        }
        String what = frame.describe();
        board.changeAll(subscriptions, 0, Health.GAPPED, what);
        for (int i = 0; i < subscriptions.size(); i++) {
            boolean isOff = subscriptions.get(i).health() == Health.OFF;
            frame.count(subscriptions.get(i), Figure.GAPS, isOff ? 0 : 1);
        }
        listener.onSequenceGap(what);
        for (int i = 0; i < subscriptions.size(); i++) {
            doubtSnapshot(subscriptions.get(i));
        }
    }

    /** What was lost may be the snapshot that is due: no change may be taken in its place. */
    private void doubtSnapshot(Subscription subscription) {
        if (subscription.isBook() && subscription.isSubscribed() && subscription.isFresh()) {
            listener.onDoubt(subscription, "its snapshot may be lost");
        }
    }

    /** True when the frame declined last may be offered again. */
    public boolean mayReadOn() {
        return wait.isWaiting() ? wait.isOver() : account.fits();
    }

    /** The read that brought the frames is over. */
    public void onReadEnd() {
        market.onReadEnd();
    }

    /** Tells what has become of channels. */
    public void tellHealth() {
        board.flush();
    }

    /** The ring has eased: publishes what waits for room; returns how many events. */
    public int goOn() {
        wait.onEased();
        return board.flush() + market.flush(subscriptions);
    }

    /** Publishes what is to be told, unless it waits for room; called each turn. Returns how many events. */
    public int flush(long nowNs, boolean isTick) {
        if (isTick) {
            wait.onTick(nowNs);
        }
        return board.flush() + market.flush(subscriptions);
    }
}
