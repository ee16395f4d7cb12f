package io.hayate.session;

import io.hayate.transport.Transport;

/**
 * The pause of a connection at a frame for which there is no room: nothing is read until it goes on. Loop
 * thread; allocates nothing.
 */
final class ReadPause {
    private static final long NONE = Long.MIN_VALUE;

    private final Transport transport;
    private long seenNs; // until when all was read, as of the latest tick
    private long sinceNs = NONE; // the same, as it began
    private boolean isOver; // whether or not there is room

    ReadPause(Transport transport) {
        this.transport = transport;
        seenNs = transport.seenUntilNs();
    }

    /** A frame was declined: all that came before the latest tick was read. */
    void begin() {
        sinceNs = isOn() ? sinceNs : seenNs;
    }

    /** Each tick, whose look at the sockets a recording has; as {@link #seenUntilNs}. */
    long onTick() {
        seenNs = isOn() ? seenNs : transport.seenUntilNs();
        return seenUntilNs();
    }

    /** True while nothing is read. */
    boolean isOn() {
        return sinceNs != NONE;
    }

    /** Until when all that came was read and taken. */
    long seenUntilNs() {
        return isOn() ? sinceNs : transport.seenUntilNs();
    }

    /** The connection is given up: what was declined is offered once more, and counts, or is not wanted any more. */
    void giveUp() {
        isOver = isOn();
    }

    /** The frame that was declined is offered again, or the connection has ended, and it is of no use. */
    void end() {
        sinceNs = NONE;
        isOver = false;
    }

    /** Has the transport offer the frame again if there is room, or it is over; false where it was not, or not yet. */
    boolean readOn(boolean isRoom) {
        if (!isOn() || !(isRoom || isOver)) {
            return false;
        }
        transport.resume();
        return !isOn();
    }
}
