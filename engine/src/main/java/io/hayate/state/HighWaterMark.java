package io.hayate.state;

import io.hayate.machine.FileErrors;
import io.hayate.model.ConfigException;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * Numbers that never come twice, whatever the clock does and however often the engine starts: the
 * highest one given out for an API key is kept in a file.
 *
 * <p>Any thread of any process: a lock file lets one in at a time, and who holds it for long is not
 * waited for. Reads and writes files, so never on a trading thread.
 */
public final class HighWaterMark implements NumberReserve {
    private static final Object ONE_THREAD = new Object(); // a file lock belongs to the process
    private static final int HASH_DIGITS = 16;
    private static final int TEXT_BYTES_MAX = 64;
    private static final long LARGEST = 999_999_999_999_999_999L;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOCK_POLL_MS = 5;

    private final Path file;
    private final Path lockFile;
    private final Path nextFile;
    private final long limit;
    private final NanoClock clock;
    private long highest = -1; // ours: the file may be lost, or come back from a copy

    /**
     * @param name what is numbered: {@code nonce}
     * @param apiKey whose numbers they are; the file's name holds a hash of it
     * @param clock says when a lock has been waited for long enough
     */
    public HighWaterMark(StateDir dir, String name, String apiKey, NanoClock clock) {
        this(dir, name, apiKey, LARGEST, clock);
    }

    /** As above; {@code limit} is the largest number that is of use. */
    public HighWaterMark(StateDir dir, String name, String apiKey, long limit, NanoClock clock) {
        String stem = name + "-" + hash(apiKey);
        file = dir.file(stem + ".mark");
        lockFile = dir.file(stem + ".lock");
        nextFile = dir.file(stem + ".next");
        this.limit = limit;
        this.clock = clock;
    }

    /** What stands for a key in the name of a file. */
    static String hash(String apiKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(apiKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /**
     * Sets {@code count} numbers apart: the answer and those that follow it.
     *
     * @return at least {@code atLeast}, and above every number ever set apart here
     * @throws ConfigException when the file cannot be read or written, or holds no number
     */
    public long reserve(long atLeast, long count) {
        return reserve(atLeast, count, 0);
    }

    @Override
    public long reserve(long atLeast, long count, long end) {
        synchronized (ONE_THREAD) {
            try (FileChannel channel = open(lockFile)) {
                lock(channel); // until the channel is closed
                long mark = Math.max(highest, read());
                long first = Math.max(atLeast, mark + 1);
                long last = Math.max(first + count, end) - 1;
                if (last > limit) {
                    throw usedUp(mark);
                }
                write(last);
                highest = last;
                return first;
            } catch (IOException e) {
                throw complaint(FileErrors.reason(e), e);
            }
        }
    }

    private ConfigException complaint(String reason, Exception cause) {
        String rule = StateDir.KEY + " must be a folder that can be written: was ";
        return new ConfigException(rule + file + ": " + reason, cause);
    }

    private ConfigException usedUp(long mark) {
        String was = mark < 0 ? "no file" : Long.toString(mark);
        String rule =
                " must leave room below " + limit + " and this machine's clock be right: was ";
        return new ConfigException(file + rule + was);
    }

    private void lock(FileChannel channel) throws IOException {
        long startNs = clock.nanoTime();
        while (!tryLock(channel)) {
            if (clock.nanoTime() - startNs > PATIENCE_NS) {
                throw complaint("another program holds " + lockFile.getFileName(), null);
            }
            pause();
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by other code of this process
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOCK_POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw complaint("interrupted", e);
        }
    }

    private long read() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw damaged("no file"); // reading what lies there might never end
        }
        try (FileChannel mark = FileChannel.open(file)) {
            ByteBuffer text = ByteBuffer.allocate(TEXT_BYTES_MAX);
            while (text.hasRemaining() && mark.read(text) >= 0) {
                // until the end of the file, or of what a number can be
            }
            return parse(new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return -1; // nothing was set apart yet
        }
    }

    private long parse(String text) {
        String number = text.strip();
        if (!number.matches("\\d{1,18}")) {
            throw damaged(number.isEmpty() ? "empty" : "damaged");
        }
        return Long.parseLong(number);
    }

    private ConfigException damaged(String was) {
        return new ConfigException(
                file + " must hold one number: was " + was + "; delete it to start anew");
    }

    /** A crash leaves the old number or the new one, never a part of either. */
    private void write(long mark) throws IOException {
        ByteBuffer text = ByteBuffer.wrap((mark + "\n").getBytes(StandardCharsets.US_ASCII));
        try (FileChannel next = open(nextFile)) {
            next.truncate(0);
            while (text.hasRemaining()) {
                next.write(text);
            }
            next.force(true);
        }
        Files.move(
                nextFile,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Makes the new name last through a power cut; Windows cannot open a folder for it. */
    private void forceFolder() throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel folder = FileChannel.open(file.getParent())) {
                folder.force(true);
            }
        }
    }
}
