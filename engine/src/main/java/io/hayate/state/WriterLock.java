package io.hayate.state;

import io.hayate.machine.FileErrors;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.CloseHelper;

/**
 * Holds, as long as the process lives, that no other process of this user on this machine sends orders
 * by the same API key, wherever each keeps its state. The lock lies in each of the {@link LockFolders}; the
 * system gives it up when the process ends, however that does. Starting thread.
 */
public final class WriterLock implements AutoCloseable {
    private static final int PID_DIGITS_MAX = 20;

    private final List<FileChannel> held = new ArrayList<>();

    private WriterLock() {}

    /** Holds nothing: for a venue of our own, and where no order may leave. */
    public static WriterLock none() {
        return new WriterLock();
    }

    /**
     * Takes the lock in each folder.
     *
     * @param writer what there may be one writer of: the API key, and where it is of use
     * @throws ConfigException when another process has it, which is named, or a folder cannot be written
     */
    public static WriterLock hold(LockFolders folders, String writer) {
        WriterLock lock = new WriterLock();
        try {
            for (Path folder : folders.open()) {
                lock.take(folder.resolve("trader-" + HighWaterMark.hash(writer) + ".lock"));
            }
            return lock;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void take(Path file) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    LinkOption.NOFOLLOW_LINKS));
            held.add(channel);
            if (!isLocked(channel)) {
                throw new ConfigException(
                        "only one process may trade with this key: process "
                                + holder(channel)
                                + " does (it holds "
                                + file
                                + "); stop it, or start without --trade");
            }
            writePid(channel);
        } catch (IOException e) {
            throw new ConfigException(
                    "the lock of this key must be a file that can be written: was "
                            + file
                            + ": "
                            + FileErrors.reason(e),
                    e);
        }
    }

    private static void writePid(FileChannel channel) {
        try {
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            // the lock is held all the same: where no space is left the other is not told by whom
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(); // until the channel is closed
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(PID_DIGITS_MAX);
        int length = Math.max(0, channel.read(text, 0));
        String pid = new String(text.array(), 0, length, StandardCharsets.US_ASCII);
        return pid.matches("\\d+") ? pid : "of unknown number";
    }

    /** In how many folders it is held. */
    int count() {
        return held.size();
    }

    /** Gives the lock up. */
    @Override
    public void close() {
        CloseHelper.quietCloseAll(held); // the end of the process gives them up, too
        held.clear();
    }
}
