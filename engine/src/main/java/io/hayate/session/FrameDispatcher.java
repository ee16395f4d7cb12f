package io.hayate.session;

import io.hayate.codec.AccountType;
import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Health;
import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * Takes frames from the socket, has the codec read them, and hands them to the part that writes what
 * they say to the ring: market data, or the account. Follows the venue's numbers over all of them.
 *
 * <p>Loop thread. Allocates nothing on a good frame that is no control event.
 */
final class FrameDispatcher {
    private final FrameDecoder decoder;
    private final Subscriptions subscriptions;
    private final HealthBoard board;
    private final Counters counters;
    private final ChannelStatistics statistics;
    private final Listener listener;
    private final FrameTail tail;
    private final FrameStamps stamps;
    private final EventPublisher publisher;
    private final RoomWait wait;
    private final MarketFrames market;
    private final AccountFrames account;
    private final ControlMessage control = new ControlMessage();

    private final VenueClock clock;
    private int steps; // of our clocks, as far as is known here
    private Subscription current; // whose frame this is, or null

    /** What the session wants to know at once. Loop thread; no slot of the ring is open. */
    interface Listener {
        /** A control event; valid until this returns. */
        void onControl(ControlMessage message);

        /** A frame was lost, repeated or came late; every channel is marked. */
        void onSequenceGap(String whatCame);

        /** The account's own number stepped back. */
        void onAccountStepBack(long accountSequence);

        /** A frame of the account, or what may be one, was not understood, or not as a whole. */
        void onAccountUnclear(AccountType type, String why);

        /** A list of the account has come whole. */
        void onAccountListed(AccountType type);

        /** A frame that could not be read was skipped. */
        void onMalformed(IOException reason, DirectBuffer buffer, int offset, int length);

        /** An account list that no ring of this size can take. */
        void onListTooLong(int rows, int rowsMax);

        /** What a frame of a channel said is lost. */
        void onDoubt(Subscription subscription, String reason);

        /** A frame of a channel that is not ours, and never was. */
        void onUnknownFrame();

        /** The ring has no room for so many rows of a channel, which cannot do without them. */
        void onNoRoom(Subscription subscription, int rows);
    }

    FrameDispatcher(
            FrameDecoder decoder,
            Subscriptions subscriptions,
            EventPublisher publisher,
            HealthBoard board,
            SessionSetup setup,
            RoomWait wait,
            ListedOrders listed,
            Listener listener) {
        this.decoder = decoder;
        this.publisher = publisher;
        this.wait = wait;
        this.subscriptions = subscriptions;
        this.board = board;
        this.listener = listener;
        counters = setup.counters();
        statistics = setup.statistics();
        clock = setup.venueClock();
        steps = clock.steps();
        tail = new FrameTail(decoder, counters);
        stamps = new FrameStamps(decoder, statistics, setup.nanoClock());
        market = new MarketFrames(decoder, tail, stamps, publisher, board, setup, wait, listener);
        account = new AccountFrames(decoder, tail, publisher, counters, listener, listed);
    }

    /** A new connection: forgets the numbers of the old one, and what was held from it. */
    void reset() {
        tail.reset();
        wait.reset();
        market.reset();
    }

    /** The connection is over: its large frames have taken memory that others may need. */
    void shrink() {
        decoder.shrink();
    }

    /** Takes when the socket had been looked at before the frames that come now were read. */
    void lookedTimeNs(long timeNs) {
        stamps.lookedTimeNs(timeNs);
    }

    /** Takes what is known of the clocks; called each tick. */
    void onTick() {
        stamps.venueTime(clock.zeroMs(), clock.roundTripMs());
        if (steps != clock.steps()) {
            steps = clock.steps();
            onClockStep();
        }
    }

    /** How old the data is that came before is known no more, and may be what the machine slept. */
    private void onClockStep() {
        for (int i = 0; i < subscriptions.size(); i++) {
            int id = subscriptions.get(i).channel().id();
            statistics.set(id, Figure.LAST_AGE_MS, ChannelStatistics.UNKNOWN_AGE_MS);
        }
        if (clock.lastStepWasAhead()) {
            board.changeAll(
                    subscriptions, 0, Health.STALE, "a clock of this machine stepped ahead");
        }
    }

    /** Takes one frame; false when it is to be offered again, as there is no room for what it says. */
    boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
        current = null;
        tail.begin();
        stamps.begin(receiveTimeNs);
        try {
            if (!dispatch(decoder.begin(buffer, offset, length))) {
                return false;
            }
        } catch (IOException e) {
            onMalformed(e, buffer, offset, length);
        }
        wait.end();
        counters.increment(Counter.FRAMES);
        if (current != null) {
            statistics.increment(current.channel().id(), Figure.FRAMES);
        }
        if (tail.isOutOfStep() || tail.isAccountBehind()) {
            onOutOfStep();
        }
        board.flush();
        return true;
    }

    private void onMalformed(IOException e, DirectBuffer buffer, int offset, int length) {
        counters.increment(Counter.FRAMES_MALFORMED);
        if (current == null) { // it broke before its body
            current = subscriptions.byVenueId(decoder.channelId());
        }
        listener.onMalformed(e, buffer, offset, length);
        if (current != null) {
            statistics.increment(current.channel().id(), Figure.UNKNOWN);
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
                return account.onFrame(stamps.receiveTimeNs());
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
        tail.end();
        current = subscriptions.byVenueId(decoder.channelId());
        if (current != null) { // else the account's, or one whose answer is still to come
            current.onHeartbeat(stamps.receiveTimeNs());
        }
    }

    private boolean onMarket(boolean isData) throws IOException {
        current = subscriptions.byVenueId(decoder.channelId());
        if (current == null) {
            tail.end();
            boolean known = subscriptions.hasLeft(decoder.channelId());
            if (!known) {
                counters.increment(Counter.FRAMES_UNKNOWN);
                listener.onUnknownFrame();
            }
            return true;
        }
        return isData ? market.onData(current) : market.onTyped(current);
    }

    private void onOutOfStep() {
        if (tail.isAccountBehind()) {
            listener.onAccountStepBack(decoder.accountSequence());
        }
        if (!tail.isOutOfStep()) {
            return;
        }
        String what = tail.describe();
        board.changeAll(subscriptions, 0, Health.GAPPED, what);
        for (int i = 0; i < subscriptions.size(); i++) {
            boolean isOff = subscriptions.get(i).health() == Health.OFF;
            statistics.add(subscriptions.get(i).channel().id(), Figure.GAPS, isOff ? 0 : 1);
        }
        listener.onSequenceGap(what);
    }

    /** True when the frame declined last may be offered again. */
    boolean mayReadOn(long nowNs) {
        return wait.isWaiting() ? wait.isOver(nowNs) : publisher.hasDrained();
    }

    /** The read that brought the frames is over. */
    void onReadEnd() {
        market.onReadEnd();
    }

    /** Publishes what waits for room; called each turn. Returns how many events. */
    int flush() {
        wait.onTurn();
        return board.flush() + market.flush(subscriptions);
    }
}
