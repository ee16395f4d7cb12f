package io.hayate.recording.capture;

import io.hayate.recording.RecordedEntry;
import java.io.IOException;

/** Makes entries of what was captured, as a recorder does. */
final class CaptureReader {
    private CaptureReader() {}

    /** Takes an entry while it is valid. */
    interface Taker {
        void take(RecordedEntry entry) throws IOException;
    }

    /** Gives all that waits in a buffer. */
    static void read(CaptureBuffer captured, boolean isPaper, Taker taker) {
        CapturedEntry entries = new CapturedEntry(isPaper);
        WallTime wall = new WallTime(() -> 0, () -> 0);
        int unused =
                captured.ring()
                        .read(
                                (kind, buffer, index, length) ->
                                        give(entries.of(kind, buffer, index, length, wall), taker));
    }

    private static void give(RecordedEntry entry, Taker taker) {
        try {
            taker.take(entry);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
