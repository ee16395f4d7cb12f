package io.hayate.journal;

import java.io.IOException;

/** The segments of a journal by their numbers, as they are found now. */
public interface SegmentStore {
    /** Number of the oldest segment; 0 when there is none. */
    long first() throws IOException;

    /** Number of the latest segment that somebody has begun to write; 0 when there is none. */
    long last() throws IOException;

    /** Opens a segment; null when it is not there. */
    SegmentBytes open(long number) throws IOException;
}
