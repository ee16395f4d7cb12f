package io.hayate.order;

/** What of an order the venue has been asked for and has not told the outcome of. */
public enum PendingRequest {
    /** Nothing but, at its beginning, the order itself. */
    NONE,
    /** Other terms; no answer yet. */
    UPDATE,
    /** Other terms; its row has come before the answer. */
    UPDATE_SHOWN,
    /** Other terms; the venue took the request, and its row has not come yet. */
    UPDATE_TAKEN,
    /** Its end. */
    CANCEL
}
