package io.hayate.venue.account;

import io.hayate.venue.wire.JsonText;

/** A connection as its account sees it. */
public interface AccountClient {
    /** Which connection of this venue it is, from 1. */
    long number();

    /** The name of the account that it is in, or null. */
    String account();

    /** Sends a frame of channel 0 with the sequence of the account. */
    void account(String type, JsonText body, long accountSequence);

    /**
     * Sends the answer to a request of channel 0.
     *
     * @param accountSequence the number of the latest thing that happened on the account
     */
    void notification(Notification answer, long accountSequence);

    /** From now on it gets nothing. */
    void mute();

    /** Ends the connection without a word. */
    void drop();
}
