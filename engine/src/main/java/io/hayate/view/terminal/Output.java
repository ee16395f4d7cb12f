package io.hayate.view.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Standard output, until it fails: what is written after that is discarded. */
final class Output {
    private final OutputStream out;
    private final Charset charset;
    private volatile boolean isBroken;

    Output(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
    }

    /** Writes the text and flushes; may wait for whoever reads it. */
    void write(String text) {
        if (isBroken) {
            return;
        }
        synchronized (this) {
            try {
                out.write(text.getBytes(charset));
                out.flush();
            } catch (IOException e) {
                isBroken = true; // the reader has gone, as head does; the engine goes on
            }
        }
    }

    /** Discards all that comes from now on: somebody is stuck in a write. */
    void abandon() {
        isBroken = true;
    }

    boolean isBroken() {
        return isBroken;
    }
}
