package io.hayate.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** Whether the folder of state can be written, and how much room is left there. */
final class DiskCheck implements Check {
    private static final long MB = 1L << 20;
    private static final long WANTED = 1_024 * MB;
    private static final long NEEDED = 16 * MB;

    private final Path folder;
    private final ToLongFunction<Path> freeBytes;

    /** {@code freeBytes} answers for a folder that is there. */
    DiskCheck(Path folder, ToLongFunction<Path> freeBytes) {
        this.folder = folder.toAbsolutePath();
        this.freeBytes = freeBytes;
    }

    /** Room that a user has, which may be less than there is. */
    static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding examine() {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return Finding.fail(
                    "state cannot be written to " + folder,
                    "make it writable, or set XDG_STATE_HOME to another folder");
        }
        long free = freeBytes.applyAsLong(there);
        return judge(free / MB + " MB free for " + folder, free).with("free", free);
    }

    private static Finding judge(String found, long free) {
        String advice = "nonces, order ids and the summary are kept there: make room";
        if (free < NEEDED) {
            return Finding.fail(found, advice);
        }
        return free < WANTED ? Finding.warn(found, advice) : Finding.ok(found);
    }
}
