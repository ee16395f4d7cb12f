package io.hayate.session;

/** Who looks after the sessions of a loop. Loop thread. */
public interface SessionOwner {
    /** How the primary session ends for good. */
    SessionOutcome outcome();

    /** True when no session hears anything, as the venue knows none of what is asked for. */
    boolean isEverySessionDeaf();

    /** A session has closed its connection as asked. */
    void onClosed();
}
