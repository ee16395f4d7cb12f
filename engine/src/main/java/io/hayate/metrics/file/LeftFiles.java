package io.hayate.metrics.file;

import io.hayate.machine.ProcessUser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Files of engines that were ended at once: what they last said goes to their state folders, and they go. */
final class LeftFiles {
    private static final int FILES_MAX = 64; // at a start
    private static final String STATE = "state";

    private LeftFiles() {}

    /** Looks through a folder; a file that cannot be kept stays for another start. */
    static void tidy(Path folder) {
        CountersFiles.in(folder).stream()
                .filter(file -> !file.endsWith(CountersFiles.LAST))
                .limit(FILES_MAX)
                .forEach(LeftFiles::tidyOne);
    }

    /**
     * Puts one away, unless its engine lives; nothing happens where there is none. Its lock is held from the
     * look to the end, so that none goes whose engine has made it and is about to lock it. One that this
     * process writes must not even be opened: closing it would give up its lock.
     */
    static void tidyOne(Path file) {
        if (WrittenFiles.isOfThisProcess(file) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = CountersFiles.open(file);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock != null) {
                keep(CountersFiles.copy(channel, file), file);
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException e) {
            // this process has begun to write it meanwhile
        } catch (IOException e) {
            // a full disk: the next start tries again
        }
    }

    private static void keep(byte[] copy, Path file) throws IOException {
        ImageHeader header;
        try {
            header = ImageParser.parse(copy, file.toString()).header();
        } catch (CountersException e) {
            return; // of no use to anybody
        }
        Path state = Path.of(header.text(STATE));
        boolean isOurs =
                state.isAbsolute()
                        && Files.isDirectory(state)
                        && ProcessUser.ofFile(state) == ProcessUser.id();
        if (isOurs && header.heartbeatMs() > lastMs(state)) {
            CountersFiles.keep(copy, state);
        }
    }

    private static long lastMs(Path state) {
        try {
            return CountersFiles.read(CountersFiles.last(state)).header().heartbeatMs();
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }
}
