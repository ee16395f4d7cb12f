package io.hayate.machine;

import io.hayate.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that options name for what comes at the end: whether they can be is seen before anything starts. */
public final class ResultFiles {
    private ResultFiles() {}

    /**
     * Looks at a file, or, where there is none yet, tries to make one and takes it away again.
     *
     * @param file null when none is wanted
     * @throws io.hayate.model.ConfigException when there is no such folder, or it cannot be written: names
     *     the option
     */
    public static void check(String option, Path file) {
        Settings.check(
                file == null || canBeWritten(file),
                option,
                "must be a file that can be written, in a folder that exists",
                file);
    }

    private static boolean canBeWritten(Path file) {
        if (Files.exists(file)) {
            return !Files.isDirectory(file) && Files.isWritable(file);
        }
        try {
            Files.delete(Files.createFile(file));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
