package io.hayate.session;

/** How a session ends for good. Called on the loop, once. */
public interface SessionOutcome {
    /** Closed as asked. */
    void onClosed();

    /** The venue could not be reached, or refused us, before the session ever came live. */
    void onUnreachable(String reason);

    /** The venue knows none of the symbols that were asked for. */
    void onNothingSubscribed(String reason);
}
