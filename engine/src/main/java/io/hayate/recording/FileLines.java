package io.hayate.recording;

import io.hayate.machine.FileErrors;
import io.hayate.recording.line.LineReader;
import io.hayate.recording.line.LineTooLongException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** The lines of a file, and messages that name them. */
final class FileLines implements Closeable {
    private final Path file;
    private final LineReader lines;

    FileLines(Path file, LineReader lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws RecordingException {
        try {
            return lines.next();
        } catch (LineTooLongException e) {
            throw new RecordingException(file + ":" + e.line() + ": " + e.getMessage(), e);
        } catch (ZipException e) {
            throw new RecordingException(
                    file + ": is damaged behind line " + lines.number() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new RecordingException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    LineReader line() {
        return lines;
    }

    /** The file, and the line moved to. */
    String place() {
        return file + ":" + lines.number();
    }

    /** The file, and the last line that has its end. */
    String lastWhole() {
        return file + ":" + (lines.isWhole() ? lines.number() : Math.max(0, lines.number() - 1));
    }

    RecordingException wrong(String rule) {
        return new RecordingException(place() + ": " + rule);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
