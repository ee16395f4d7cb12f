package io.hayate.recording;

import java.io.IOException;

/** A recording that cannot be read. The message is one line for a person: file, line, what was due. */
public final class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public RecordingException(String message) {
        super(message);
    }

    /** As above, with what the system said. */
    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
