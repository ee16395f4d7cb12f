package io.hayate.latency;

/** A trial came to nothing; the message names the client and ends with what it said last. */
final class TrialFailure extends Exception {
    private static final long serialVersionUID = 1;

    TrialFailure(String message) {
        super(message);
    }
}
