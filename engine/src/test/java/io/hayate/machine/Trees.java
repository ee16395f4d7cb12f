package io.hayate.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the {@code /proc} and {@code /sys} of a machine of the test's own. */
public final class Trees {
    private final Path root;

    public Trees(Path root) {
        this.root = root;
    }

    /** Makes a file below the root; {@code path} starts with a slash. */
    public Trees with(String path, String text) {
        Path file = root.resolve(path.substring(1));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SystemFiles files() {
        return new SystemFiles(root);
    }
}
