package io.hayate.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a segment, wherever they lie: a file that may grow, shrink or change while it is read. */
public interface SegmentBytes extends AutoCloseable {
    /** What a person calls it. */
    String name();

    /** Bytes that there are now. */
    long size() throws IOException;

    /** Reads some bytes from there on, and moves the target's position; 0 when there are none. */
    int read(long position, ByteBuffer target) throws IOException;

    @Override
    void close() throws IOException;
}
