package io.hayate.recording;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The entries of a recording, one after the other, whatever format it has.
 *
 * <pre>
 * try (EntrySource source = Recordings.open(path)) {
 *     while (source.next()) { source.entry() ... }
 * }
 * </pre>
 *
 * <p>One thread. Holds one line in memory, and no entry after the next was asked for.
 */
public interface EntrySource extends Closeable {
    /**
     * Moves to the next entry. A file that a killed process left ends where its last whole line does.
     *
     * @return false at the end
     * @throws RecordingException when a line is none of its format: names file and line
     */
    boolean next() throws IOException;

    /** The entry moved to; valid until {@link #next}. */
    RecordedEntry entry();

    /** Whose format it is. */
    RecordingFormat format();

    /** File and line of the entry: {@code FILE:LINE}. Allocates. */
    String place();

    /**
     * Files that ended torn, until now: a killed process, a full disk or a copy too early left them
     * without their end. Each as {@code FILE:LINE}, which is the last whole line.
     */
    List<String> tears();
}
