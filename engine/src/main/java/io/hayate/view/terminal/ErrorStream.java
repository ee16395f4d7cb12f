package io.hayate.view.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;

/**
 * Standard error as a person reads it: on a terminal its lines are wrapped between words. A pipe or a
 * file gets each line whole, so that it can be searched. What comes is kept until its line ends, or
 * until it is flushed.
 */
public final class ErrorStream extends OutputStream {
    private static final Size SIZE_UNKNOWN = new Size(80, 24);

    private final OutputStream out;
    private final Charset charset;
    private final Supplier<Size> size;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Page page; // looked for when there is something to tell

    /**
     * A stream that wraps.
     *
     * @param size answers the size of the terminal, 0 by 0 where it is not known, and null where
     *     there is no terminal
     */
    ErrorStream(OutputStream out, Charset charset, Supplier<Size> size) {
        this.out = out;
        this.charset = charset;
        this.size = size;
    }

    /** Puts one in the place of {@link System#err}, for all that is printed there from now on. */
    public static void install() {
        Charset charset =
                TerminalStreams.charset(
                        "stderr.encoding", "sun.stderr.encoding", "native.encoding");
        OutputStream wrapping = new ErrorStream(System.err, charset, TerminalStreams::sizeOfErrors);
        System.setErr(new PrintStream(wrapping, false, charset));
    }

    @Override
    public void write(int letter) throws IOException {
        line.write(letter);
        if (letter == '\n') {
            writeLine();
        }
    }

    private void writeLine() throws IOException {
        String text = line.toString(charset).stripTrailing();
        line.reset();
        out.write(page().text(List.of(new AttributedString(text))).getBytes(charset));
        out.flush();
    }

    private Page page() {
        if (page == null) {
            Size first = size.get();
            page = new Page(first == null ? null : this::known, false);
        }
        return page;
    }

    private Size known() {
        Size now = size.get();
        return now == null || now.getColumns() <= 0 ? SIZE_UNKNOWN : now;
    }

    /** Writes what is there of a line as it is. */
    @Override
    public void flush() throws IOException {
        line.writeTo(out);
        line.reset();
        out.flush();
    }
}
