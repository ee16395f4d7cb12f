package io.hayate.view.terminal;

import io.hayate.model.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines typed before, also those of earlier runs where a file keeps them. A file that cannot be
 * read or written is told of once and then left alone: lines are kept in memory, typing goes on.
 * Console thread.
 */
final class LineHistory extends DefaultHistory {
    private static final long BYTES_MAX = 16 << 20;

    private static final int BEGIN_LENGTH = 20;
    private static final String NO_HISTORY = "it is no history, but something else";

    private final Path file;
    private final Consumer<String> printer;
    private boolean isLost;

    /**
     * A history that is empty until a reader takes it.
     *
     * @param file where lines are kept; null for memory
     * @param printer is told once why the file is of no use
     */
    LineHistory(Path file, Consumer<String> printer) {
        this.file = file;
        this.printer = printer;
    }

    /** Gives a reader this history. */
    void giveTo(LineReaderImpl reader) {
        reader.setVariable(LineReader.HISTORY_FILE, file);
        reader.setHistory(this);
    }

    @Override
    public void load() {
        if (file != null) {
            attempt(
                    () -> {
                        checkKind();
                        super.load();
                    });
        }
    }

    /** What is no plain file may block for ever, or never end. */
    private void checkKind() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is no plain file");
        }
        if (Files.exists(file) && Files.size(file) > BYTES_MAX) {
            throw new IOException("it is over 16 MiB");
        }
        if (Files.exists(file) && !beginsAsHistory()) {
            throw new IOException(NO_HISTORY); // nor is it written to: it may be dear to somebody
        }
    }

    /** True when the file is empty, or begins with a time in ms and a colon. */
    private boolean beginsAsHistory() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(BEGIN_LENGTH), StandardCharsets.ISO_8859_1);
            return begin.isEmpty() || begin.matches("(?s)\\d{1,19}:.*");
        }
    }

    /** A line that was cut off is left out, and the file left as it is. */
    @Override
    protected void addHistoryLine(Path path, String line) {
        try {
            super.addHistoryLine(path, line);
        } catch (IllegalArgumentException | DateTimeException e) {
            return; // no line of ours
        }
    }

    @Override
    public void save() {
        if (file != null && !isLost) {
            attempt(
                    () -> {
                        checkKind();
                        super.save();
                    });
        }
    }

    private interface Deed {
        void run() throws IOException;
    }

    private void attempt(Deed deed) {
        try {
            deed.run();
        } catch (IOException | RuntimeException e) {
            if (!isLost) {
                isLost = true;
                String where = Printable.line(file.toString());
                printer.accept("typed lines are not kept in " + where + ": " + why(e));
            }
        }
    }

    private static String why(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        if (cause instanceof CharacterCodingException
                || cause instanceof IllegalArgumentException) {
            return NO_HISTORY;
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        boolean hasReason = cause instanceof FileSystemException error && error.getReason() != null;
        String words = hasReason ? ((FileSystemException) cause).getReason() : cause.getMessage();
        return Printable.line(words == null ? cause.getClass().getSimpleName() : words);
    }
}
