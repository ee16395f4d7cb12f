package io.hayate.metrics.file;

import io.hayate.machine.ProcessUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of engines that were ended at once: what they last said goes to their state folders, and they go. */
final class LeftFiles {
    private static final int FILES_MAX = 64; // at a start
    private static final String STATE = "state";

    private LeftFiles() {}

    /** Looks through a folder; a file that cannot be kept stays for another start. */
    static void tidy(Path folder) {
        CountersFiles.in(folder).stream()
                .filter(file -> !file.endsWith(CountersFiles.LAST) && !isOfThisProcess(file))
                .filter(file -> !CountersFiles.isWritten(file))
                .limit(FILES_MAX)
                .forEach(LeftFiles::tidyOne);
    }

    /** One that this process writes must not be opened: closing it would give up its lock. */
    private static boolean isOfThisProcess(Path file) {
        String pid = Long.toString(ProcessHandle.current().pid());
        return file.getFileName().toString().matches(pid + "[-.].*");
    }

    private static void tidyOne(Path file) {
        try {
            byte[] copy = CountersFiles.copy(file);
            keep(copy, file);
            Files.deleteIfExists(file);
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
