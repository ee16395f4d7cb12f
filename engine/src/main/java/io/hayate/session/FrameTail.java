package io.hayate.session;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import java.io.IOException;

/**
 * Ends frames: has what is appended to them read, and follows their numbers. Loop thread; allocates
 * nothing.
 */
final class FrameTail {
    private final FrameDecoder decoder;
    private final Counters counters;
    private final SequenceCheck sequences = new SequenceCheck();
    private SequenceCheck.Step step = SequenceCheck.Step.NEXT;
    private boolean accountBehind;

    FrameTail(FrameDecoder decoder, Counters counters) {
        this.decoder = decoder;
        this.counters = counters;
    }

    /** A new connection counts anew. */
    void reset() {
        sequences.reset();
        step = SequenceCheck.Step.NEXT;
    }

    /** The next frame. */
    void begin() {
        accountBehind = false;
        step = SequenceCheck.Step.NEXT;
    }

    /** Ends the frame of a channel. */
    void end() throws IOException {
        decoder.end();
        follow(sequences.onNumber(decoder.venueSequence()));
    }

    private void follow(SequenceCheck.Step next) {
        step = next;
        counters.add(Counter.SEQUENCE_GAPS, isOutOfStep() ? 1 : 0);
    }

    /** Ends a frame of the account, which has a number of its own, too. */
    void endAccount() throws IOException {
        decoder.end();
        long sequence = decoder.venueSequence();
        long accountSequence = decoder.accountSequence();
        boolean isAlone = accountSequence == Event.NO_SEQUENCE;
        follow(
                isAlone && decoder.isRequestAnswer()
                        ? sequences.onAnswerNumber(sequence)
                        : sequences.onNumber(sequence));
        accountBehind = !sequences.isAccountInOrder(accountSequence);
    }

    /** True when the account's number of the frame ended stepped back. */
    boolean isAccountBehind() {
        return accountBehind;
    }

    /** True when the frame ended was not the one that was due, and no gap told before explains it. */
    boolean isOutOfStep() {
        return step != SequenceCheck.Step.NEXT && step != SequenceCheck.Step.LATE;
    }

    /** What was due and what came, for a message. Allocates. */
    String describe() {
        return sequences.describe(step);
    }
}
