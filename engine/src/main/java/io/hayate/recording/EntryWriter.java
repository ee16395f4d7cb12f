package io.hayate.recording;

import io.hayate.machine.FileErrors;
import io.hayate.machine.OwnerFiles;
import io.hayate.recording.line.CompressedFile;
import io.hayate.recording.line.FileOpener;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.EpochClock;

/**
 * Writes a recording into a folder: files of lines, compressed, that their owner alone may read. A new
 * one begins at each full hour of UTC and when one has its size on the disk. What was written comes to
 * the disk within a second, so that a kill loses no more.
 *
 * <p>One thread, none of the trading ones. What goes wrong after {@link #start} is told to the
 * listener once, and ends the recording: no method throws for it.
 */
public final class EntryWriter implements Closeable {
    private static final long FLUSH_MS = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long SECOND_US = 1_000_000;
    private static final int STARTS_TRIED = 100;
    private static final int TEXT_MAX = 11 << 20; // in base64 it still is a line that is read

    private final Path folder;
    private final RecordingHead head;
    private final long fileBytesMax;
    private final EpochClock clock;
    private final Listener listener;
    private final FileOpener opener;
    private final EntryLine line = new EntryLine();
    private final RecordedEntry own = new RecordedEntry();

    private CompressedFile file;
    private Path path;
    private long startSecond;
    private int number;
    private long hour;
    private long flushedMs;
    private final WrittenBytes bytes = new WrittenBytes();

    /** What the writer has to say, on its thread. */
    public interface Listener {
        /** The recording has ended for a reason of the machine, in words for a person. */
        void onStopped(String reason);
    }

    /**
     * A writer that has not begun.
     *
     * @param fileBytesMax bytes on the disk after which a new file begins
     * @param clock the wall clock, by which files are flushed and hours change
     */
    public EntryWriter(
            Path folder,
            RecordingHead head,
            long fileBytesMax,
            EpochClock clock,
            Listener listener) {
        this(folder, head, fileBytesMax, clock, listener, EntryWriter::create);
    }

    EntryWriter(
            Path folder,
            RecordingHead head,
            long fileBytesMax,
            EpochClock clock,
            Listener listener,
            FileOpener opener) {
        this.folder = folder;
        this.head = head;
        this.fileBytesMax = fileBytesMax;
        this.clock = clock;
        this.listener = listener;
        this.opener = opener;
    }

    private static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(
                OwnerFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /**
     * Makes the folder, if it is not there, and the first file in it, named after this moment.
     *
     * @throws IOException when that cannot be: a wrong setting
     */
    public void start(long timeNs, long wallUs) throws IOException {
        if (!Files.isDirectory(folder)) {
            OwnerFiles.createFolder(folder);
        }
        own.set(EntryKind.RECORDING, 0, timeNs, wallUs);
        startSecond = wallUs / SECOND_US;
        for (int i = 1; ; i++) {
            try {
                begin();
                return;
            } catch (FileAlreadyExistsException e) { // a run that began in the same second
                if (i == STARTS_TRIED) {
                    throw e;
                }
                startSecond++;
                number = 0;
            }
        }
    }

    private void begin() throws IOException {
        number++;
        path = folder.resolve(RecordingName.of(startSecond, number));
        file = CompressedFile.over(opener.create(path));
        hour = clock.time() / HOUR_MS;
        line.set(own, head, number);
        file.write(line.bytes(), line.length());
        file.flush();
        flushedMs = clock.time();
    }

    /** Writes an entry; nothing once the recording has ended. A text of over 11 MiB counts as lost. */
    public void write(RecordedEntry entry) {
        if (file == null) {
            return;
        }
        try {
            if (entry.textLength() > TEXT_MAX) {
                own.set(EntryKind.LOST, 0, entry.timeNs(), entry.wallUs()).count(1);
                line.set(own);
            } else {
                line.set(entry);
            }
            file.write(line.bytes(), line.length());
            keepTime(entry.timeNs(), entry.wallUs());
        } catch (IOException e) {
            stop(e);
        }
    }

    /** To be called while there is nothing to write, several times a second: flushes what is due. */
    public void onIdle() {
        if (file == null) {
            return;
        }
        try {
            flushWhenDue(clock.time());
        } catch (IOException e) {
            stop(e);
        }
    }

    private void keepTime(long timeNs, long wallUs) throws IOException {
        long nowMs = clock.time();
        if (file.bytes() >= fileBytesMax || nowMs / HOUR_MS != hour) {
            own.set(EntryKind.RECORDING, 0, timeNs, wallUs);
            line.setGoesOn(own);
            file.write(line.bytes(), line.length());
            finish();
            begin();
        }
        flushWhenDue(nowMs);
    }

    private void flushWhenDue(long nowMs) throws IOException {
        if (nowMs - flushedMs >= FLUSH_MS || nowMs < flushedMs) {
            file.flush();
            bytes.onFile(file.bytes());
            flushedMs = nowMs;
        }
    }

    private void finish() throws IOException {
        CompressedFile finished = file;
        file = null;
        finished.close();
        bytes.onFinished(finished.bytes());
    }

    private void stop(IOException e) {
        if (file != null) {
            try {
                finish();
            } catch (IOException second) {
                file = null; // the first one is told
            }
        }
        listener.onStopped("cannot write " + path + ": " + FileErrors.reason(e));
    }

    /** True from {@link #start} to the end or the first error. */
    public boolean isRecording() {
        return file != null;
    }

    /** Bytes on the disk so far, as of the last flush; any thread. */
    public long bytes() {
        return bytes.all();
    }

    /** Ends the recording: its last line says that nothing is missing behind it. */
    public void end(long timeNs, long wallUs) {
        if (file == null) {
            return;
        }
        try {
            line.set(own.set(EntryKind.END, 0, timeNs, wallUs));
            file.write(line.bytes(), line.length());
            finish();
        } catch (IOException e) {
            stop(e);
        }
    }

    /** Lets go of the file of a recording that was not ended; readers will call it torn. */
    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            finish();
        } catch (IOException e) {
            stop(e);
        }
    }
}
