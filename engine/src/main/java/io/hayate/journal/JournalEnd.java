package io.hayate.journal;

/** How a journal ends, as far as it was read. */
public enum JournalEnd {
    /** It was closed as asked: nothing is missing. */
    CLOSED,
    /** Its last record is whole, and nothing follows: its writer is at work, or was ended at once. */
    OPEN,
    /**
     * What follows its last whole record was never known to be on the disk: a process or a machine ended
     * while it was being written.
     */
    TORN,
    /** Something is missing or altered that was there. */
    DAMAGED
}
