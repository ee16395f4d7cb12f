package io.hayate.codec;

import java.io.IOException;

/**
 * A frame that cannot be read. The message is one line for a person. It carries no stack trace: it
 * says what is wrong with the venue's text, not with ours, and a burst of such frames stays cheap.
 */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedFrameException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
