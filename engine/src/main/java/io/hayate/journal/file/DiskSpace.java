package io.hayate.journal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much a folder's disk can still take. */
@FunctionalInterface
public interface DiskSpace {
    /** That of this machine. */
    DiskSpace OF_MACHINE = folder -> Files.getFileStore(folder).getUsableSpace();

    /** Bytes that files in the folder may still take. */
    long usable(Path folder) throws IOException;
}
