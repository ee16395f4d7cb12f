package io.hayate.view.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;

/** Lines of a stream that is no terminal; one that is too long is cut so that no command is it. */
final class StreamLines implements LineSource {
    private static final int LENGTH_MAX = 1_024;
    private static final String CUT = " (cut: the line was too long)";

    private final BufferedReader reader;
    private final BooleanSupplier foreground;

    /**
     * Lines of an input.
     *
     * @param foreground tells whether the input is ours to read, where it is a terminal
     */
    StreamLines(InputStream in, Charset charset, BooleanSupplier foreground) {
        this.foreground = foreground;
        reader = new BufferedReader(new InputStreamReader(in, charset));
    }

    /** A read from a terminal fails while a shell has it: it is tried again once it is ours. */
    private int first() throws IOException {
        while (true) {
            try {
                return reader.read();
            } catch (IOException e) {
                if (foreground.getAsBoolean() || !Foreground.await(foreground, () -> false)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public String next() throws IOException {
        int c = first();
        if (c < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n') {
            if (line.length() < LENGTH_MAX) {
                line.append((char) c);
            } else if (line.length() == LENGTH_MAX) {
                line.append(CUT);
            }
            c = reader.read();
        }
        return line.toString();
    }
}
