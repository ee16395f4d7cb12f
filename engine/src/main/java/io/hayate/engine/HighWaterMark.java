package io.hayate.engine;

import io.hayate.model.ConfigException;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Numbers that never come twice, whatever the clock does and however often the engine starts: the
 * highest one given out for an API key is kept in a file.
 *
 * <p>Any thread of any process: a lock file lets one in at a time. Reads and writes files, so never
 * on a trading thread.
 */
public final class HighWaterMark {
    private static final Object ONE_THREAD = new Object(); // a file lock belongs to the process
    private static final int HASH_DIGITS = 16;

    private final Path file;
    private final Path lockFile;
    private final Path nextFile;

    /**
     * @param name what is numbered: {@code nonce}
     * @param apiKey whose numbers they are; the file's name holds a hash of it
     */
    public HighWaterMark(StateDir dir, String name, String apiKey) {
        String stem = name + "-" + hash(apiKey);
        file = dir.file(stem + ".mark");
        lockFile = dir.file(stem + ".lock");
        nextFile = dir.file(stem + ".next");
    }

    private static String hash(String apiKey) {
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
        synchronized (ONE_THREAD) {
            try (FileChannel channel = open(lockFile)) {
                channel.lock(); // until the channel is closed
                long first = Math.max(atLeast, Math.addExact(read(), 1));
                write(Math.addExact(first, count - 1));
                return first;
            } catch (IOException e) {
                throw new ConfigException(
                        StateDir.KEY + " must be a folder that can be written: was " + file, e);
            }
        }
    }

    private long read() throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (NoSuchFileException e) {
            return -1; // nothing was set apart yet
        }
    }

    private long parse(String text) {
        if (!text.matches("\\d{1,18}")) {
            String was = text.isEmpty() ? "empty" : "damaged";
            throw new ConfigException(
                    file + " must hold one number: was " + was + "; delete it to start anew");
        }
        return Long.parseLong(text);
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
