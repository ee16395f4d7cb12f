package io.hayate.venue;

/**
 * What can go wrong with a frame that carries market data. Where the client asked for sequence
 * numbers, the frame has been given its number before it is lost or moved, so that the client sees it.
 */
public enum FrameFault {
    /** The frame is not sent. */
    DROPPED,
    /** The frame is sent twice, with the same number. */
    DOUBLED,
    /** The frame is sent after the next one of its connection. */
    SWAPPED,
    /** One byte of the frame, at a seeded place, is another: {@code #}. */
    CORRUPTED,
    /** The second half of the frame is missing. */
    CUT,
    /** The sequence leaves out a number before this frame. */
    SEQUENCE_SKIPPED,
    /** The frame has the number of the one before. */
    SEQUENCE_REPEATED,
    /** Of the checksums of books: another number. */
    WRONG_CHECKSUM
}
