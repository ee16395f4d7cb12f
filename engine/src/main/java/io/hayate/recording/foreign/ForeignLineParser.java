package io.hayate.recording.foreign;

import io.hayate.recording.line.LineReader;

/** Reads the lines of one format, one after the other. One thread. */
public interface ForeignLineParser {
    /**
     * Reads a line.
     *
     * @param line stays as it is while what it tells is used
     * @return what the line must be and is not; null where it is all right
     */
    String parse(LineReader line, ForeignLine to);
}
