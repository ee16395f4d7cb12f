package io.hayate.session;

import io.hayate.event.Event;

/**
 * Follows the venue's sequence numbers on one connection: one counter over every array frame of
 * every channel, known or not. A venue that sends none is not watched. Loop thread; allocates
 * nothing.
 */
final class SequenceCheck {
    private long last = Event.NO_SEQUENCE;
    private long behind = Event.NO_SEQUENCE; // the last step back, which may be a new count
    private long expected = Event.NO_SEQUENCE;
    private long came = Event.NO_SEQUENCE;
    private long lastOfAccount = Event.NO_SEQUENCE;

    /** How a number follows the ones before it. */
    enum Step {
        /** It is the one that is due, or there is none. */
        NEXT("was due"),
        /** Those between were lost, or will come late. */
        GAP("was due: a gap"),
        /** The last one again. */
        REPEAT("was due: a repeat"),
        /** One that had been passed. */
        BACK("was due: a step back");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    /** A new connection counts anew. */
    void reset() {
        last = Event.NO_SEQUENCE;
        behind = Event.NO_SEQUENCE;
        expected = Event.NO_SEQUENCE;
        lastOfAccount = Event.NO_SEQUENCE;
    }

    /** Takes the number of a frame, or NO_SEQUENCE. */
    Step onNumber(long sequence) {
        if (sequence == Event.NO_SEQUENCE) {
            return Step.NEXT;
        }
        expected = last == Event.NO_SEQUENCE ? sequence : last + 1;
        came = sequence;
        if (sequence == expected || goesOnBehind(sequence)) {
            last = sequence;
            return Step.NEXT;
        }
        return onOther(sequence);
    }

    /** A venue that had stepped back and goes on there has begun to count anew. */
    private boolean goesOnBehind(long sequence) {
        return behind != Event.NO_SEQUENCE && sequence == behind + 1;
    }

    private Step onOther(long sequence) {
        if (sequence > last) {
            last = sequence;
            return Step.GAP;
        }
        if (sequence == last) {
            return Step.REPEAT;
        }
        behind = sequence; // one that comes late does not move the count
        return Step.BACK;
    }

    /**
     * Takes the account's number of a frame, or NO_SEQUENCE; false when it steps back. It is 0 while
     * the account is told first, repeats, and jumps for what other sessions do.
     */
    boolean isAccountInOrder(long sequence) {
        if (sequence <= 0) {
            return true;
        }
        boolean inOrder = sequence >= lastOfAccount;
        lastOfAccount = sequence;
        return inOrder;
    }

    /** What was due and what came, for a message. Allocates. */
    String describe(Step step) {
        return "frame " + expected + " " + step.words + " and " + came + " came";
    }
}
