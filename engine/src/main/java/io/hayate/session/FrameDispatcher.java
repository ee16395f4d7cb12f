package io.hayate.session;

import io.hayate.codec.AccountType;
import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Instrument;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/**
 * Takes frames from the socket, has the codec read them, and writes what they say to the ring.
 *
 * <p>A ticker for which the ring has no room is held, the latest per channel, and published when
 * there is. An account frame for which there is no room is declined, so that the transport keeps it
 * and stops reading: account events are never dropped or reordered.
 *
 * <p>Loop thread. Allocates nothing on a good frame.
 */
final class FrameDispatcher {
    private final FrameDecoder decoder;
    private final Subscriptions subscriptions;
    private final EventPublisher publisher;
    private final Counters counters;
    private final NanoClock clock;
    private final SequenceCheck sequences = new SequenceCheck();
    private final ControlMessage control = new ControlMessage();
    private final Listener listener;

    private boolean holding;
    private boolean gap;
    private long lookedTimeNs;

    /** What the session wants to know at once. Loop thread. */
    interface Listener {
        /** A control event; valid until this returns. */
        void onControl(ControlMessage message);

        /** A frame was lost, repeated or came late. */
        void onSequenceGap(long expected, long actual);

        /** A frame that could not be read was skipped. */
        void onMalformed(IOException reason, DirectBuffer buffer, int offset, int length);

        /** An account list that no ring of this size can take. */
        void onListTooLong(int rows, int rowsMax);
    }

    FrameDispatcher(
            FrameDecoder decoder,
            Subscriptions subscriptions,
            EventPublisher publisher,
            Counters counters,
            NanoClock clock,
            Listener listener) {
        this.decoder = decoder;
        this.subscriptions = subscriptions;
        this.publisher = publisher;
        this.counters = counters;
        this.clock = clock;
        this.listener = listener;
    }

    /** A new connection: forgets the numbers of the old one, and what was held from it. */
    void reset() {
        sequences.reset();
        holding = false;
    }

    /** Takes when the socket had been looked at before the frames that come now were read. */
    void lookedTimeNs(long timeNs) {
        lookedTimeNs = timeNs;
    }

    /** Takes one frame; false when there is no room for what it says. */
    boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
        try {
            if (!dispatch(decoder.begin(buffer, offset, length), receiveTimeNs)) {
                return false;
            }
        } catch (IOException e) {
            counters.increment(Counter.FRAMES_MALFORMED);
            listener.onMalformed(e, buffer, offset, length);
        }
        counters.increment(Counter.FRAMES);
        if (gap) {
            gap = false;
            listener.onSequenceGap(sequences.expected(), sequences.last());
        }
        return true;
    }

    private boolean dispatch(FrameKind kind, long receiveTimeNs) throws IOException {
        switch (kind) {
            case CONTROL -> onControl();
            case HEARTBEAT -> onHeartbeat(receiveTimeNs);
            case DATA -> onData(receiveTimeNs);
            case TYPED -> onTyped();
            case ACCOUNT -> {
                return onAccount(receiveTimeNs);
            }
        }
        return true;
    }

    private void onControl() throws IOException {
        decoder.decodeControl(control);
        decoder.end();
        listener.onControl(control);
    }

    private void onHeartbeat(long receiveTimeNs) throws IOException {
        end();
        Subscription subscription = subscriptions.byChannelId(decoder.channelId());
        if (subscription != null) { // else the account's, or one whose answer is still to come
            subscription.onHeartbeat(receiveTimeNs);
        }
    }

    private void onTyped() throws IOException {
        end();
        if (subscriptions.byChannelId(decoder.channelId()) == null) {
            counters.increment(Counter.FRAMES_UNKNOWN);
        } else {
            counters.increment(Counter.TYPES_UNKNOWN); // a ticker channel has no typed frames
        }
    }

    private void onData(long receiveTimeNs) throws IOException {
        Subscription subscription = subscriptions.byChannelId(decoder.channelId());
        if (subscription == null) {
            end();
            counters.increment(Counter.FRAMES_UNKNOWN);
        } else if (publisher.hasMarketRoom()) {
            publish(subscription, receiveTimeNs);
        } else {
            hold(subscription, receiveTimeNs);
        }
    }

    private void publish(Subscription subscription, long receiveTimeNs) throws IOException {
        long sequence = publisher.claim(1);
        try {
            decodeTicker(subscription, publisher.slot(sequence), receiveTimeNs);
            unhold(subscription, true);
        } finally {
            publisher.publish(sequence, 1); // always, or every consumer stops at this slot
        }
    }

    private void hold(Subscription subscription, long receiveTimeNs) throws IOException {
        unhold(subscription, true); // also when the frame breaks: the slot is written over
        decodeTicker(subscription, subscription.held(), receiveTimeNs);
        subscription.holding(true);
        holding = true;
    }

    private void decodeTicker(Subscription subscription, Event event, long receiveTimeNs)
            throws IOException {
        Instrument instrument = subscription.instrument();
        event.begin(instrument.id(), receiveTimeNs);
        decoder.decodeTicker(instrument.isFunding(), event);
        end();
        event.venueSequence(decoder.venueSequence());
        event.lookedTimeNs(lookedTimeNs).decodedTimeNs(clock.nanoTime());
        event.type(EventType.TICKER); // begin left NONE: a slot counts once it is whole
        subscription.onFrame(receiveTimeNs);
    }

    private void unhold(Subscription subscription, boolean replaced) {
        if (subscription.isHolding()) {
            subscription.holding(false);
            counters.add(Counter.TICKERS_CONFLATED, replaced ? 1 : 0);
        }
    }

    /** Publishes held tickers while there is room; called each turn. Returns how many. */
    int flushHeld() {
        int flushed = 0;
        if (holding) {
            holding = false;
            for (int i = 0; i < subscriptions.size(); i++) {
                flushed += flushHeld(subscriptions.get(i));
            }
        }
        return flushed;
    }

    private int flushHeld(Subscription subscription) {
        if (!subscription.isHolding()) {
            return 0;
        }
        if (!publisher.hasMarketRoom()) {
            holding = true;
            return 0;
        }
        long sequence = publisher.claim(1);
        publisher.slot(sequence).copyFrom(subscription.held());
        publisher.publish(sequence, 1);
        unhold(subscription, false);
        return 1;
    }

    private boolean onAccount(long receiveTimeNs) throws IOException {
        AccountType type = decoder.accountType();
        if (type == AccountType.UNKNOWN || type == AccountType.UNUSED) {
            end();
            counters.add(Counter.TYPES_UNKNOWN, type == AccountType.UNKNOWN ? 1 : 0);
            return true;
        }
        int rows = decoder.rows();
        if (rows > publisher.accountEventsMax()) {
            listener.onListTooLong(rows, publisher.accountEventsMax());
            return true;
        }
        if (!publisher.hasAccountRoom(Math.max(rows, 1))) {
            return false;
        }
        if (rows > 0) {
            publishRows(rows, receiveTimeNs);
        } else {
            publishEmpty(type, receiveTimeNs);
        }
        return true;
    }

    private void publishRows(int rows, long receiveTimeNs) throws IOException {
        long first = publisher.claim(rows);
        try {
            for (int i = 0; i < rows; i++) {
                publisher.slot(first + i).begin(Instrument.NONE, receiveTimeNs);
            }
            decodeRows(first, rows);
        } finally {
            publisher.publish(first, rows);
        }
    }

    private void decodeRows(long first, int rows) throws IOException {
        EventType type = EventType.NONE;
        for (int i = 0; i < rows; i++) {
            Event event = publisher.slot(first + i).place(i == 0, i == rows - 1);
            type = decoder.decodeRow(event);
        }
        end();
        for (int i = 0; i < rows; i++) {
            publisher.slot(first + i).venueSequence(decoder.venueSequence()).type(type);
        }
    }

    private void publishEmpty(AccountType type, long receiveTimeNs) throws IOException {
        end();
        if (type == AccountType.OPEN_ORDERS) {
            publisher.publishNoOpenOrders(decoder.venueSequence(), receiveTimeNs);
        }
    }

    private void end() throws IOException {
        decoder.end();
        if (!sequences.isNext(decoder.venueSequence())) {
            counters.increment(Counter.SEQUENCE_GAPS);
            gap = true; // told once the frame's own slot is published
        }
    }
}
