package io.hayate.intake;

import io.hayate.codec.AccountType;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import java.io.IOException;

/**
 * Writes what frames of the account say to the ring. One for which there is no room is declined, so
 * that the transport keeps it and stops reading: account events are never dropped or reordered.
 *
 * <p>Loop thread. Allocates nothing on a good frame.
 */
public final class AccountFrames {
    private final FrameDecoder decoder;
    private final InboundFrame frame;
    private final EventPublisher publisher;
    private final ListedOrders listed;
    private final IntakeListener listener;
    private int wanted; // slots of the latest
    private boolean hasShown; // anything that is shown alone
    private AccountType list; // that has come whole by this frame; null for none

    public AccountFrames(
            InboundFrame frame,
            EventPublisher publisher,
            ListedOrders listed,
            IntakeListener listener) {
        decoder = frame.decoder();
        this.frame = frame;
        this.publisher = publisher;
        this.listed = listed;
        this.listener = listener;
    }

    /** Takes the frame begun; false when there is no room for what it says. */
    public boolean onFrame() throws IOException {
        list = null;
        AccountType type = decoder.accountType();
        if (!type.isUsed()) {
            frame.endAccount();
            frame.count(Counter.TYPES_UNKNOWN, type == AccountType.UNKNOWN ? 1 : 0);
            return true;
        }
        int rows = decoder.rows();
        if (rows > publisher.accountEventsMax()) {
            frame.endAccount();
            if (type.isShown()) {
                list = type; // it has come, though too long to be shown
                return true;
            }
            listener.onListTooLong(rows, publisher.accountEventsMax());
            return true;
        }
        if (type.isShown() && rows == 0 && !hasShown) {
            frame.endAccount();
            list = type; // there is none, and there was none
            return true;
        }
        hasShown |= type.isShown();
        long first = claim(Math.max(rows, 1));
        if (first == EventPublisher.NO_ROOM) {
            return false;
        }
        publish(type, first, rows);
        onUnderstood(type);
        return true;
    }

    private long claim(int slots) {
        wanted = slots;
        return publisher.claimAccount(slots);
    }

    /** True when there is room for the frame that was declined last. */
    boolean fits() {
        return publisher.fitsAccount(wanted);
    }

    /**
     * Takes the frame begun, of a connection that was given up: what has happened counts, what is open is
     * told anew by the next one. False when there is no room.
     */
    boolean onLateFrame() throws IOException {
        AccountType type = decoder.accountType();
        int rows = decoder.rows();
        boolean isNews = type.isUsed() && !type.isList() && rows > 0;
        if (!isNews || rows > publisher.accountEventsMax()) {
            return true;
        }
        long first = claim(rows);
        if (first == EventPublisher.NO_ROOM) {
            return false;
        }
        publish(type, first, rows);
        return true;
    }

    private void onUnderstood(AccountType type) {
        String unclear = decoder.unclear();
        if (unclear != null) {
            listener.onAccountUnclear(type, unclear);
        } else if (type.isList()) {
            if (type == AccountType.OPEN_ORDERS) {
                listed.onListEnd();
            }
            list = type;
        }
    }

    /** The place of the frame in its order has been judged: a list that it brought counts from now on. */
    void onStepKnown() {
        if (list != null) {
            listener.onAccountListed(list);
            list = null;
        }
    }

    private void publish(AccountType type, long first, int rows) throws IOException {
        int slots = Math.max(rows, 1);
        if (type == AccountType.OPEN_ORDERS) {
            listed.onListBegin();
        }
        try {
            for (int i = 0; i < slots; i++) {
                publisher.slot(first + i).begin(Instrument.NONE, frame.receiveTimeNs());
            }
            if (rows > 0) {
                decodeRows(first, rows);
            } else {
                decodeEmpty(type, publisher.slot(first));
            }
        } catch (IOException e) {
            endDespite();
            throw e;
        } finally {
            publisher.publish(first, slots); // always, or every consumer stops at these slots
        }
    }

    /** Takes the numbers of a frame whose body could not be read, where its end can. */
    private void endDespite() {
        try {
            frame.endAccount();
        } catch (IOException | IllegalStateException e) {
            return; // it is broken for good: what is wrong with it is told already
        }
    }

    private void decodeRows(long first, int rows) throws IOException {
        EventType type = EventType.NONE;
        for (int i = 0; i < rows; i++) {
            Event event = publisher.slot(first + i).place(i == 0, i == rows - 1);
            type = decoder.decodeRow(event);
            listed.onRow(event, type, decoder.unclear() == null);
        }
        frame.endAccount();
        if (decoder.unclear() != null && decoder.accountType() != AccountType.NOTIFICATION) {
            return; // what is half understood may be wrong; an answer's words are true as they are
        }
        for (int i = 0; i < rows; i++) {
            Event event = publisher.slot(first + i).venueSequence(decoder.venueSequence());
            event.venueTimeMs(decoder.venueTimeMs()).type(type);
        }
    }

    private void decodeEmpty(AccountType type, Event event) throws IOException {
        frame.endAccount();
        if (type == AccountType.OPEN_ORDERS) {
            publisher.noOpenOrders(event, decoder.venueSequence());
        } else if (type == AccountType.WALLETS) {
            publisher.noWallets(event, decoder.venueSequence());
        } else if (type.isShown()) {
            publisher.noHoldings(event, decoder.venueSequence(), type == AccountType.POSITIONS);
        }
    }
}
