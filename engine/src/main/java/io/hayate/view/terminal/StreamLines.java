package io.hayate.view.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Lines of a stream that is no terminal; one that is too long is cut so that no command is it. */
final class StreamLines implements LineSource {
    private static final int LENGTH_MAX = 1_024;
    private static final String CUT = " (cut: the line was too long)";

    private final BufferedReader reader;

    StreamLines(InputStream in, Charset charset) {
        reader = new BufferedReader(new InputStreamReader(in, charset));
    }

    @Override
    public String next() throws IOException {
        int c = reader.read();
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
