package io.hayate.journal.file;

import io.hayate.journal.SegmentBytes;
import io.hayate.journal.SegmentHeader;
import io.hayate.journal.SegmentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a journal: a file each segment, and where the one in use lies while it is in memory. Any
 * thread and any process reads.
 */
public final class JournalFolder implements SegmentStore {
    /** First part of the name of each in a state folder; the key's hash follows. */
    public static final String NAME = "journal";

    /** Behind the name of a file that is not whole, or not in use. */
    static final String UNFINISHED = ".new";

    private static final Pattern SEGMENT = Pattern.compile("(\\d{10})\\.journal");
    private static final Pattern HEAD = Pattern.compile("(\\d{10})\\.head");
    private static final Pattern HEAD_UNFINISHED = Pattern.compile("\\d{10}\\.head\\.new");
    private static final String HEAD_POINTER = "head";
    private static final int POINTER_BYTES_MAX = 4_096;
    private static final int PID_DIGITS_MAX = 18;

    private final Path path;

    /** The journal in this folder, whether it is there or not. */
    public JournalFolder(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** The folders of all journals in a state folder, by name; none where it cannot be read. */
    public static List<Path> allIn(Path stateDir) {
        try (Stream<Path> files = Files.list(stateDir.toAbsolutePath())) {
            return files.filter(file -> file.getFileName().toString().matches(NAME + "-[0-9a-f]+"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    Path segment(long number) {
        return path.resolve(String.format("%010d.journal", number));
    }

    static Path head(Path headFolder, long number) {
        return headFolder.resolve(String.format("%010d.head", number));
    }

    Path headPointer() {
        return path.resolve(HEAD_POINTER);
    }

    Path lockFile() {
        return path.resolve("lock");
    }

    Path prunedFile() {
        return path.resolve("pruned");
    }

    /** Numbers of all segment files, rising. */
    List<Long> numbers() throws IOException {
        return numbers(path, SEGMENT);
    }

    /** Numbers of the segments that lie in a folder in memory, rising. */
    static List<Long> headNumbers(Path headFolder) throws IOException {
        return numbers(headFolder, HEAD);
    }

    /** Removes what a run that was ended at once had not finished, or not used again, in memory. */
    static void removeUnfinishedHeads(Path headFolder) throws IOException {
        try (Stream<Path> files = Files.list(headFolder)) {
            for (Path file : files.toList()) {
                if (HEAD_UNFINISHED.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Long> numbers(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(found -> Long.valueOf(found.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /** Where the segment in use lies in memory, as its writer says; null for nowhere. */
    Path headFolder() throws IOException {
        Path pointer = headPointer();
        if (!Files.isRegularFile(pointer) || Files.size(pointer) > POINTER_BYTES_MAX) {
            return null;
        }
        try {
            Path folder = Path.of(Files.readString(pointer, StandardCharsets.UTF_8).strip());
            return folder.isAbsolute() && Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException | java.nio.charset.CharacterCodingException e) {
            return null;
        }
    }

    /** When files were removed and up to which record, in words for a person; empty when none was. */
    public String pruned() throws IOException {
        Path file = prunedFile();
        boolean isThere = Files.isRegularFile(file) && Files.size(file) <= POINTER_BYTES_MAX;
        return isThere ? Files.readString(file, StandardCharsets.US_ASCII).strip() : "";
    }

    /** Number of the process that wrote it last, as long as one of that number is alive; else 0. */
    public long writer() {
        try {
            Path file = lockFile();
            boolean isThere = Files.isRegularFile(file) && Files.size(file) <= PID_DIGITS_MAX;
            String pid = isThere ? Files.readString(file, StandardCharsets.US_ASCII) : "";
            long number = pid.matches("[1-9]\\d{0,17}") ? Long.parseLong(pid) : 0;
            return number != 0 && ProcessHandle.of(number).isPresent() ? number : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public long first() throws IOException {
        List<Long> numbers = numbers();
        return numbers.isEmpty() || last() == 0 ? 0 : numbers.get(0);
    }

    @Override
    public long last() throws IOException {
        List<Long> numbers = numbers();
        for (int i = numbers.size() - 1; i >= 0; i--) {
            if (isBegun(numbers.get(i))) {
                return numbers.get(i);
            }
        }
        return 0;
    }

    /** True when something stands where the first record does, or the header. */
    boolean isBegun(long number) throws IOException {
        try (SegmentBytes bytes = open(number)) {
            return bytes != null && isBegun(bytes);
        }
    }

    static boolean isBegun(SegmentBytes bytes) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(2 * SegmentHeader.BYTES);
        while (start.hasRemaining() && bytes.read(start.position(), start) > 0) {
            // until it is full, or the file ends
        }
        boolean isZero = start.position() == start.capacity();
        for (int i = 0; i < start.position(); i++) {
            isZero &= start.get(i) == 0;
        }
        return !isZero;
    }

    /** Opens a segment: the one in memory where there is one, as that is ahead of the disk's. */
    @Override
    public SegmentBytes open(long number) throws IOException {
        Path headFolder = headFolder();
        if (headFolder != null) {
            SegmentBytes head = openFile(head(headFolder, number));
            if (head != null) {
                return head;
            }
        }
        return openFile(segment(number));
    }

    private static SegmentBytes openFile(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null; // reading what lies there might never end
        }
        try {
            return new FileBytes(file);
        } catch (NoSuchFileException e) {
            return null; // it has just gone: the disk has all of it
        }
    }
}
