package io.hayate.recording.line;

import java.io.IOException;

/** A line that is longer than any of a recording. */
public final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    LineTooLongException(long line, int bytesMax) {
        super("line " + line + " is longer than " + (bytesMax >> 20) + " MiB");
        this.line = line;
    }

    /** Which line, from 1. */
    public long line() {
        return line;
    }
}
