package io.hayate.journal.file;

/** When the journal must be on the disk. */
public enum FlushMode {
    /** Soon after it was written: a crash of the machine loses the last interval. */
    INTERVAL,
    /** Before the message that it tells of leaves, which waits for the disk. */
    BEFORE_WIRE
}
