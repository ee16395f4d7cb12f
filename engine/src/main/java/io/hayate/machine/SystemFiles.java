package io.hayate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Linux tells in {@code /proc} and {@code /sys}. What is not there, or may not be read,
 * is empty: other systems have none of it, containers some.
 */
public final class SystemFiles {
    private final Path root;

    /** As if the machine's files lay below {@code root}; tests have a tree of their own. */
    public SystemFiles(Path root) {
        this.root = root;
    }

    /** Those of this machine. */
    public static SystemFiles ofMachine() {
        return new SystemFiles(Path.of("/"));
    }

    /**
     * A whole file, without white space at its ends.
     *
     * @param path with the slash that it starts with
     */
    public Optional<String> text(String path) {
        try {
            return Optional.of(Files.readString(below(path)).strip());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The lines of a file; none when it cannot be read. */
    public List<String> lines(String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** The value of {@code Name: value}, a line of the file. */
    public Optional<String> field(String path, String name) {
        return lines(path).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** True when this process may write the file. */
    public boolean isWritable(String path) {
        return Files.isWritable(below(path));
    }

    private Path below(String path) {
        return root.resolve(path.substring(1));
    }
}
