package io.hayate.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The programs that the shell would find. */
public final class Programs {
    private Programs() {}

    /** True when a folder of {@code PATH} holds a program of this name. */
    public static boolean isOnPath(String name) {
        return isOnPath(name, System.getenv("PATH"));
    }

    static boolean isOnPath(String name, String path) {
        if (path == null) {
            return false;
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (isProgram(folder, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProgram(String folder, String name) {
        try {
            Path file = Path.of(folder, name);
            return Files.isRegularFile(file) && Files.isExecutable(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
