package io.hayate.metrics.file;

import java.io.IOException;

/** A file of counters that cannot be read as one, in words for a person. */
public final class CountersException extends IOException {
    private static final long serialVersionUID = 1;

    CountersException(String message) {
        super(message);
    }
}
