package io.hayate.recording.tool;

import io.hayate.machine.FileErrors;
import io.hayate.recording.EntryFile;
import io.hayate.recording.EntryKind;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingHead;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;

/** A recording that is made of others: one file, which is gone again where making it fails. */
final class MadeFile implements Closeable {
    private final Path path;
    private final RecordedEntry own = new RecordedEntry();
    private EntryFile file;
    private long timeNs;
    private long wallUs;
    private long count;

    MadeFile(Path path) {
        this.path = path;
    }

    boolean isBegun() {
        return file != null;
    }

    void begin(RecordingHead head, long ns, long us) throws RecordingException {
        timeNs = ns;
        wallUs = us;
        try {
            file = EntryFile.create(path, head, ns, us);
        } catch (FileAlreadyExistsException e) {
            throw new RecordingException(path + " must not be there yet", e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RecordingException failed(IOException e) {
        return new RecordingException("cannot write " + path + ": " + FileErrors.reason(e), e);
    }

    void write(RecordedEntry entry) throws RecordingException {
        timeNs = entry.timeNs();
        wallUs = entry.wallUs();
        count++;
        try {
            file.write(entry);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What is written next is of the time of this entry. */
    void time(RecordedEntry entry) {
        timeNs = entry.timeNs();
        wallUs = entry.wallUs();
    }

    /** A text that came in, at the time of the last entry. */
    void text(int connection, String text) throws RecordingException {
        text(connection, text.getBytes(StandardCharsets.UTF_8));
    }

    void text(int connection, byte[] text) throws RecordingException {
        own.set(EntryKind.IN, connection, timeNs, wallUs);
        write(own.text(new UnsafeBuffer(text), 0, text.length));
    }

    /** A connection opens, at the time of the last entry. */
    void open(int connection, boolean isPublic, boolean isPaper) throws RecordingException {
        own.set(EntryKind.OPEN, connection, timeNs, wallUs);
        write(own.isPublic(isPublic).isPaper(isPaper));
    }

    /** A connection closes, as its recording ends. */
    void close(int connection) throws RecordingException {
        write(own.set(EntryKind.CLOSE, connection, timeNs, wallUs).cause("ENDED"));
    }

    long wallUs() {
        return wallUs;
    }

    /** Entries that were written. */
    long count() {
        return count;
    }

    /** The file is whole. */
    void end() throws RecordingException {
        try {
            file.end(timeNs, wallUs);
            file = null;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Removes a file that was begun and not ended. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
