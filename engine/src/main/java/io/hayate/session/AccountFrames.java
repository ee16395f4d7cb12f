package io.hayate.session;

import io.hayate.codec.AccountType;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Instrument;
import java.io.IOException;

/**
 * Writes what frames of the account say to the ring. One for which there is no room is declined, so
 * that the transport keeps it and stops reading: account events are never dropped or reordered.
 *
 * <p>Loop thread. Allocates nothing on a good frame.
 */
final class AccountFrames {
    private final FrameDecoder decoder;
    private final FrameTail tail;
    private final EventPublisher publisher;
    private final Counters counters;
    private final FrameDispatcher.Listener listener;

    AccountFrames(
            FrameDecoder decoder,
            FrameTail tail,
            EventPublisher publisher,
            Counters counters,
            FrameDispatcher.Listener listener) {
        this.decoder = decoder;
        this.tail = tail;
        this.publisher = publisher;
        this.counters = counters;
        this.listener = listener;
    }

    /** Takes the frame begun; false when there is no room for what it says. */
    boolean onFrame(long receiveTimeNs) throws IOException {
        AccountType type = decoder.accountType();
        if (type == AccountType.UNKNOWN || type == AccountType.UNUSED) {
            tail.endAccount();
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
            publisher.publish(first, rows); // always, or every consumer stops at these slots
        }
    }

    private void decodeRows(long first, int rows) throws IOException {
        EventType type = EventType.NONE;
        for (int i = 0; i < rows; i++) {
            Event event = publisher.slot(first + i).place(i == 0, i == rows - 1);
            type = decoder.decodeRow(event);
        }
        tail.endAccount();
        for (int i = 0; i < rows; i++) {
            Event event = publisher.slot(first + i).venueSequence(decoder.venueSequence());
            event.venueTimeMs(decoder.venueTimeMs()).type(type);
        }
    }

    private void publishEmpty(AccountType type, long receiveTimeNs) throws IOException {
        tail.endAccount();
        if (type == AccountType.OPEN_ORDERS) {
            publisher.publishNoOpenOrders(decoder.venueSequence(), receiveTimeNs);
        }
    }
}
