package io.hayate.venue;

/** Which orders the dead man's switch of a lost connection cancels: sources disagree. */
public enum DeadManScope {
    /** All of the account, those of other connections, too: the documentation. */
    ACCOUNT,
    /** Those that came over the connection: a client library. */
    CONNECTION
}
