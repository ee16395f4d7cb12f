package io.hayate.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.machine.FileErrors;
import io.hayate.recording.Recordings;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps what was read of a recording in a file, so that the next backtest need not read it again: texts,
 * times, and what they cover and list. A file is of the version, names, sizes, times and first bytes of the
 * recording's files; one that is of others, or damaged, is made anew.
 *
 * <pre>magic 8 | identity 32 | facts and texts | CRC-32C of all before 8</pre>
 *
 * <p>Files are their owner's alone, whole or not there, and {@value #FILES_MAX} at most. Starting thread.
 */
final class TapeCache {
    /** What is kept. */
    interface Kept {
        /** Takes what another has written; false when there is no room. */
        boolean readFrom(DataInputStream in) throws IOException;

        void writeTo(DataOutputStream out) throws IOException;
    }

    /** How many files a folder keeps, the latest. */
    static final int FILES_MAX = 16;

    private static final long MAGIC = 0x4841_5941_5441_5031L; // HAYATAP1
    private static final int HEAD_BYTES = 64 << 10;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int NAME_DIGITS = 16;
    private static final String SUFFIX = ".tape";

    private final Path folder;
    private final Path file;
    private final byte[] identity;
    private String note = "";

    /**
     * A cache of a recording.
     *
     * @param folder is made when there is none
     * @throws IOException when the recording cannot be read
     */
    TapeCache(Path folder, Path recording) throws IOException {
        this.folder = folder;
        String name = recording.toAbsolutePath().normalize().toString();
        String digits = HexFormat.of().formatHex(digest().digest(name.getBytes(UTF_8)));
        file = folder.resolve(digits.substring(0, NAME_DIGITS) + SUFFIX);
        identity = identity(Recordings.files(recording));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] identity(List<Path> files) throws IOException {
        MessageDigest digest = digest();
        for (Path each : files) {
            String facts =
                    each.toAbsolutePath().normalize()
                            + " "
                            + Files.size(each)
                            + " "
                            + Files.getLastModifiedTime(each)
                            + "\n";
            digest.update(facts.getBytes(UTF_8));
            try (InputStream in = Files.newInputStream(each)) {
                digest.update(in.readNBytes(HEAD_BYTES));
            }
        }
        return digest.digest();
    }

    /** Reads what was kept into {@code recorded}; false when nothing of use is there. */
    boolean read(Kept recorded) {
        if (!Files.exists(file)) {
            return false;
        }
        CRC32C sum = new CRC32C();
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data =
                        new DataInputStream(
                                new CheckedInputStream(
                                        new BufferedInputStream(in, BUFFER_BYTES), sum))) {
            boolean isOfThis =
                    data.readLong() == MAGIC
                            && Arrays.equals(data.readNBytes(identity.length), identity);
            if (!isOfThis) {
                note = file + " was of another version of the recording: made anew";
                return false;
            }
            boolean isRead = recorded.readFrom(data);
            long read = sum.getValue();
            if (isRead && data.readLong() == read && data.read() < 0) {
                note = "read from " + file;
                return true;
            }
            note = file + (isRead ? " was damaged: made anew" : " has no room in memory");
        } catch (IOException | RuntimeException e) { // whatever stands in a file that is damaged
            note = file + " was damaged: made anew";
        }
        return false;
    }

    /** Keeps what was read; a disk that is full is told, and nothing is kept. */
    void write(Kept recorded) {
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempFile(folder, "new", ".tmp"); // its owner's alone
            try {
                write(recorded, made);
                Files.move(
                        made,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(made);
            }
            note = note.isEmpty() ? "kept in " + file : note;
            prune();
        } catch (IOException e) {
            note = "cannot be kept in " + folder + ": " + FileErrors.reason(e);
        }
    }

    private void write(Kept recorded, Path made) throws IOException {
        CRC32C sum = new CRC32C();
        try (DataOutputStream data =
                new DataOutputStream(
                        new CheckedOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(made), BUFFER_BYTES),
                                sum))) {
            data.writeLong(MAGIC);
            data.write(identity);
            recorded.writeTo(data);
            data.writeLong(sum.getValue());
        }
    }

    private void prune() throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> kept =
                    listed.filter(each -> each.getFileName().toString().endsWith(SUFFIX))
                            .sorted(Comparator.comparingLong(TapeCache::ageOrder))
                            .toList();
            for (Path old : kept.subList(Math.min(FILES_MAX, kept.size()), kept.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static long ageOrder(Path file) {
        return -file.toFile().lastModified();
    }

    /** What has come of it, in words. */
    String note() {
        return note;
    }
}
