package io.hayate.log;

import io.hayate.machine.FileErrors;
import io.hayate.machine.OwnerFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.agrona.CloseHelper;

/**
 * The files of the log, which their owner alone reads: {@code hayate.log} is written, {@code hayate.log.1} is
 * the one before it, and so on. One process writes them: it holds {@code hayate.log.lock}. Thread {@code
 * log}.
 */
final class LogFile implements AutoCloseable {
    private final LogConfig config;
    private FileChannel lock;
    private FileChannel channel;
    private long bytes; // of whole records

    LogFile(LogConfig config) {
        this.config = config;
    }

    /** Opens the file to go on behind its end. */
    void open() throws IOException {
        Path file = config.file();
        OwnerFiles.createFolders(file.toAbsolutePath().getParent());
        hold(beside(file, ".lock"));
        channel =
                OwnerFiles.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
        OwnerFiles.closeFile(file);
        bytes = channel.size();
    }

    private void hold(Path file) throws IOException {
        if (lock != null) {
            return;
        }
        FileChannel opened =
                OwnerFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = opened.tryLock();
            if (held != null) {
                lock = opened;
                return;
            }
        } catch (OverlappingFileLockException e) {
            CloseHelper.quietClose(opened);
            throw new IOException("another engine of this process writes it", e);
        }
        CloseHelper.quietClose(opened);
        throw new IOException("another process writes it");
    }

    /**
     * Writes records behind the last one, in the next file where this one is full. Those that cannot be
     * written whole leave nothing behind; the file is closed then, and may be opened again.
     */
    void write(ByteBuffer entry) throws IOException {
        try {
            if (isFull(0)) {
                next();
            }
            int length = entry.remaining();
            while (entry.hasRemaining()) {
                channel.write(entry);
            }
            bytes += length;
        } catch (IOException e) {
            forget();
            throw e;
        }
    }

    /** True when nothing more belongs into this file behind so many bytes. */
    boolean isFull(int waiting) {
        return bytes + waiting >= config.fileBytesMax();
    }

    private void forget() {
        try {
            if (channel != null && channel.size() > bytes) {
                channel.truncate(bytes); // the part that found room
            }
        } catch (IOException e) {
            // then half a line stays
        }
        closeFile();
    }

    private void next() throws IOException {
        closeFile();
        Path file = config.file();
        for (int number = config.files() - 1; number > 0; number--) {
            Path from = number == 1 ? file : beside(file, "." + (number - 1));
            if (Files.exists(from)) {
                Path to = beside(file, "." + number);
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(file); // where one alone is kept
        open();
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    boolean isOpen() {
        return channel != null;
    }

    private void closeFile() {
        CloseHelper.quietClose(channel);
        channel = null;
    }

    /** Why it could not be written, in words for a person. */
    String complaint(IOException e) {
        return "log: " + config.file() + " cannot be written: " + FileErrors.reason(e);
    }

    @Override
    public void close() {
        closeFile();
        CloseHelper.quietClose(lock);
        lock = null;
    }
}
