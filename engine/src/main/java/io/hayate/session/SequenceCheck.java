package io.hayate.session;

import io.hayate.event.Event;

/**
 * Follows the venue's sequence numbers on one connection: one counter over every array frame of
 * every channel. A venue that sends none is not watched. Loop thread; allocates nothing.
 */
final class SequenceCheck {
    private long last = Event.NO_SEQUENCE;
    private long expected = Event.NO_SEQUENCE;

    /** A new connection counts anew. */
    void reset() {
        last = Event.NO_SEQUENCE;
        expected = Event.NO_SEQUENCE;
    }

    /** Takes the number of a frame, or NO_SEQUENCE; false when it is not the one that is due. */
    boolean isNext(long sequence) {
        if (sequence == Event.NO_SEQUENCE) {
            return true;
        }
        expected = last == Event.NO_SEQUENCE ? sequence : last + 1;
        last = sequence;
        return sequence == expected;
    }

    /** The number that was due when the last one came; for messages. */
    long expected() {
        return expected;
    }

    /** The number that came last. */
    long last() {
        return last;
    }
}
