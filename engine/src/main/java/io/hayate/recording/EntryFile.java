package io.hayate.recording;

import io.hayate.machine.OwnerFiles;
import io.hayate.recording.line.CompressedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes one file of the own format, compressed, that its owner alone may read. One thread. */
public final class EntryFile implements Closeable {
    private final CompressedFile file;
    private final EntryLine line = new EntryLine();
    private final RecordedEntry own = new RecordedEntry();
    private boolean isOpen = true;

    private EntryFile(CompressedFile file) {
        this.file = file;
    }

    /**
     * Makes a file that is not there yet.
     *
     * @param timeNs of its first entry
     * @throws java.nio.file.FileAlreadyExistsException when it is there
     */
    public static EntryFile create(Path path, RecordingHead head, long timeNs, long wallUs)
            throws IOException {
        CompressedFile compressed =
                CompressedFile.over(
                        Channels.newOutputStream(
                                OwnerFiles.open(
                                        path,
                                        StandardOpenOption.CREATE_NEW,
                                        StandardOpenOption.WRITE)));
        EntryFile made = new EntryFile(compressed);
        made.own.set(EntryKind.RECORDING, 0, timeNs, wallUs);
        made.line.set(made.own, head, 1);
        made.writeLine();
        return made;
    }

    private void writeLine() throws IOException {
        file.write(line.bytes(), line.length());
    }

    /** Adds an entry of any kind but RECORDING and END. */
    public void write(RecordedEntry entry) throws IOException {
        line.set(entry);
        writeLine();
    }

    /** Writes that nothing is missing behind it, and closes the file. */
    public void end(long timeNs, long wallUs) throws IOException {
        line.set(own.set(EntryKind.END, 0, timeNs, wallUs));
        writeLine();
        close();
    }

    /** Closes the file as it is. */
    @Override
    public void close() throws IOException {
        if (isOpen) {
            isOpen = false;
            file.close();
        }
    }
}
