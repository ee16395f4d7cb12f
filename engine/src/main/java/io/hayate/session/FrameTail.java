package io.hayate.session;

import io.hayate.codec.FrameDecoder;
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
        step = sequences.onNumber(decoder.venueSequence());
        counters.add(Counter.SEQUENCE_GAPS, isOutOfStep() ? 1 : 0);
    }

    /** Ends a frame of the account, which has a number of its own, too. */
    void endAccount() throws IOException {
        end();
        accountBehind = !sequences.isAccountInOrder(decoder.accountSequence());
    }

    /** True when the account's number of the frame ended stepped back. */
    boolean isAccountBehind() {
        return accountBehind;
    }

    /** True when the frame ended was not the one that was due. */
    boolean isOutOfStep() {
        return step != SequenceCheck.Step.NEXT;
    }

    /** What was due and what came, for a message. Allocates. */
    String describe() {
        return sequences.describe(step);
    }
}
