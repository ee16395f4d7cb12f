package io.hayate.metrics.file;

import io.hayate.machine.OwnerFiles;
import io.hayate.metrics.CountersHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Files of counters: their names, whether the process lives that writes one, and copies of them. */
public final class CountersFiles {
    /** Folder in a state folder for them. */
    public static final String FOLDER = "counters";

    /** End of the name of each. */
    static final String SUFFIX = ".counters";

    /** What the engine left that ended last. */
    static final String LAST = "last" + SUFFIX;

    private static final int BYTES_MAX = 64 << 20;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int TRIES = 50;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int FILES_MAX = 256;

    private CountersFiles() {}

    /** Where the last state of a dead engine lies, of a state folder. */
    public static Path last(Path stateDir) {
        return stateDir.resolve(FOLDER).resolve(LAST);
    }

    /** Files of counters in a folder, by name, so many at most; none where it cannot be read. */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** True while the process lives that writes it: it holds a lock until it ends, however that happens. */
    public static boolean isWritten(Path file) {
        try (FileChannel channel = open(file);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this process
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens one to read it. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads one, as of a moment at which its metrics thread did not write, where there is one.
     *
     * @throws IOException when it cannot be read, or is none: {@link CountersException}
     */
    public static CountersImage read(Path file) throws IOException {
        return ImageParser.parse(copy(file), file.toString());
    }

    /** All bytes of it; a process that ended while it wrote left what it left. */
    static byte[] copy(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            return copy(channel, file);
        }
    }

    /** As {@link #copy(Path)}, of one that is open. */
    static byte[] copy(FileChannel channel, Path file) throws IOException {
        long size = channel.size();
        if (size > BYTES_MAX) {
            throw new CountersException(file + " is no file of counters");
        }
        byte[] copy = new byte[(int) size];
        for (int i = 0; i < TRIES; i++) {
            long before = changes(channel);
            fill(copy, channel, file);
            if (before % 2 == 0 && before == changes(channel)) {
                return copy;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        return copy;
    }

    private static long changes(FileChannel channel) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        while (word.hasRemaining()) {
            if (channel.read(word, CountersHeader.CHANGES_OFFSET + word.position()) <= 0) {
                return 0; // it is short, which its size says as well
            }
        }
        return word.getLong(0);
    }

    private static void fill(byte[] copy, FileChannel channel, Path file) throws IOException {
        for (int at = 0; at < copy.length; ) {
            ByteBuffer part = ByteBuffer.wrap(copy, at, Math.min(CHUNK_BYTES, copy.length - at));
            int read = channel.read(part, at);
            if (read <= 0) {
                throw new CountersException(file + " is cut while it is read");
            }
            at += read;
        }
    }

    /** Makes a state folder's last state what this says, at once; its owner alone may read it. */
    static void keep(byte[] copy, Path stateDir) throws IOException {
        Path folder = makeFolder(stateDir);
        Path next = folder.resolve(LAST + ".new");
        Files.deleteIfExists(next);
        try (FileChannel channel =
                OwnerFiles.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(copy);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(
                next,
                folder.resolve(LAST),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The folder for counters of a state folder, made where it is not there. */
    static Path makeFolder(Path stateDir) throws IOException {
        Path folder = stateDir.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            OwnerFiles.createFolder(folder);
        }
        return folder;
    }
}
