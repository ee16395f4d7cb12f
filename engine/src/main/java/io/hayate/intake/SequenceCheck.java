package io.hayate.intake;

import io.hayate.event.Event;

/**
 * Follows the venue's sequence numbers on one connection: one counter over every array frame of
 * every channel, known or not. A venue that sends none is not watched. Loop thread; allocates
 * nothing.
 *
 * <p>The only number behind the answer to a request is disputed: some servers send the connection's,
 * others the account's and use up none of the connection's. What could be either is judged by the
 * next number that is certain.
 */
final class SequenceCheck {
    private static final int MEMORY =
            1_024; // frames for which a gap or another count is remembered

    private final LateFrames late = new LateFrames();
    private long last = Event.NO_SEQUENCE;
    private long other = Event.NO_SEQUENCE; // where a step back led, or the count it left
    private int otherFrames;
    private long expected = Event.NO_SEQUENCE;
    private long came = Event.NO_SEQUENCE;
    private long lastOfAccount = Event.NO_SEQUENCE;
    private long answer = Event.NO_SEQUENCE; // last of the answers that are not judged yet
    private Step answerStep = Step.NEXT; // theirs, if they have the connection's number
    private long answerExpected;
    private long answerCame;
    private boolean answersHaveTheAccounts;

    /** How a number follows the ones before it. */
    enum Step {
        /** It is the one that is due, or there is none. */
        NEXT("was due"),
        /** Those between were lost, or will come late. */
        GAP("was due: a gap"),
        /** The last one again. */
        REPEAT("was due: a repeat"),
        /** One that had been passed. */
        BACK("was due: a step back"),
        /** One that a gap had left out: the gap was told, this is no other. */
        LATE("was due: a late frame");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    /** The numbers that the gaps of late left out. */
    private static final class LateFrames {
        private long from = Event.NO_SEQUENCE;
        private long to = Event.NO_SEQUENCE;

        void clear() {
            from = Event.NO_SEQUENCE;
            to = Event.NO_SEQUENCE;
        }

        void add(long first, long end) {
            from = from == Event.NO_SEQUENCE ? first : Math.min(from, first);
            to = Math.max(to, end);
        }

        boolean contains(long number) {
            return from != Event.NO_SEQUENCE && number >= from && number <= to;
        }

        void forgetAt(long number) {
            if (number - to > MEMORY) {
                clear();
            }
        }
    }

    /** A new connection counts anew. */
    void reset() {
        late.clear();
        last = Event.NO_SEQUENCE;
        other = Event.NO_SEQUENCE;
        expected = Event.NO_SEQUENCE;
        lastOfAccount = Event.NO_SEQUENCE;
        answer = Event.NO_SEQUENCE;
        answersHaveTheAccounts = false;
    }

    /** Takes the number of a frame, or NO_SEQUENCE. */
    Step onNumber(long sequence) {
        if (sequence == Event.NO_SEQUENCE) {
            return Step.NEXT;
        }
        return answer == Event.NO_SEQUENCE ? follow(sequence) : judge(sequence);
    }

    private Step follow(long sequence) {
        expected = last == Event.NO_SEQUENCE ? sequence : last + 1;
        came = sequence;
        if (sequence == expected) {
            return onNext(sequence);
        }
        if (sequence < last && late.contains(sequence)) {
            return Step.LATE;
        }
        if (other != Event.NO_SEQUENCE && sequence == other + 1) {
            goOnAt(sequence);
            return Step.NEXT;
        }
        return onOther(sequence);
    }

    private Step onNext(long sequence) {
        last = sequence;
        if (late.from != Event.NO_SEQUENCE) {
            late.forgetAt(sequence);
        }
        otherFrames++;
        if (otherFrames > MEMORY) {
            other = Event.NO_SEQUENCE;
        }
        return Step.NEXT;
    }

    /**
     * A venue that had stepped back and goes on there has begun to count anew; or it goes on where it
     * was, since frames had come twice.
     */
    private void goOnAt(long sequence) {
        other = last;
        otherFrames = 0;
        last = sequence;
        late.clear();
    }

    private Step onOther(long sequence) {
        if (sequence > last) {
            late.add(expected, sequence - 1);
            last = sequence;
            answersHaveTheAccounts = false; // or it was one of those, and this no gap
            return Step.GAP;
        }
        if (sequence == last) {
            return Step.REPEAT;
        }
        other = sequence; // one that comes again does not move the count
        otherFrames = 0;
        return Step.BACK;
    }

    /** Takes the only number behind the answer to a request, or NO_SEQUENCE. */
    Step onAnswerNumber(long sequence) {
        if (sequence == Event.NO_SEQUENCE) {
            return Step.NEXT;
        }
        if (sequence < lastOfAccount) {
            return onNumber(sequence); // the account's never steps back
        }
        if (!answersHaveTheAccounts) {
            remember(sequence);
        }
        return Step.NEXT;
    }

    private void remember(long sequence) {
        long before = answer == Event.NO_SEQUENCE ? last : answer;
        boolean isNext = before == Event.NO_SEQUENCE || sequence == before + 1;
        if (answer == Event.NO_SEQUENCE) {
            answerStep = Step.NEXT;
        }
        if (!isNext && answerStep == Step.NEXT) {
            answerStep = sequence > before ? Step.GAP : Step.REPEAT;
            answerExpected = before + 1;
            answerCame = sequence;
        }
        answer = sequence;
    }

    /** A certain number behind answers whose numbers could be the connection's or the account's. */
    private Step judge(long sequence) {
        long answered = answer;
        answer = Event.NO_SEQUENCE;
        boolean fitsWithout = last == Event.NO_SEQUENCE || sequence == last + 1;
        boolean fitsBehind = sequence == answered + 1;
        if (fitsBehind && !fitsWithout) {
            return onAnswersCounted(sequence);
        }
        if (fitsWithout) {
            answersHaveTheAccounts |= !fitsBehind && answerStep == Step.GAP;
        } else if (answerStep == Step.NEXT) {
            last = answered; // something is missing whosever they are
        }
        return follow(sequence);
    }

    /** The answers had numbers of the connection: what was wrong with them is told now. */
    private Step onAnswersCounted(long sequence) {
        if (answerStep == Step.GAP) {
            late.add(last + 1, sequence - 2);
        }
        answersHaveTheAccounts = false;
        onNext(sequence);
        expected = answerExpected;
        came = answerCame;
        return answerStep;
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
