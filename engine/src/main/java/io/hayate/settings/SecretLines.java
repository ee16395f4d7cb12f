package io.hayate.settings;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The lines {@code name=value} of a file of secrets. Blanks around either, a byte order mark and the
 * line ends of Windows do not count; a backslash is one; lines of other names are left alone.
 */
final class SecretLines {
    private static final String EXPORT = "export ";

    private final Path file;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private SecretLines(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it is no text, or cannot be read
     * @throws ConfigException when a name comes twice, or in the form of a shell
     */
    static SecretLines read(Path file, Set<String> names) throws IOException {
        SecretLines lines = new SecretLines(file);
        String text = Files.readString(file);
        int number = 0;
        for (String line :
                (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r?\n", 0)) {
            lines.add(line.strip(), ++number, names);
        }
        return lines;
    }

    private void add(String line, int number, Set<String> names) {
        boolean isExport = line.startsWith(EXPORT);
        String pair = isExport ? line.substring(EXPORT.length()) : line;
        String name = pair.split("[=:\\s]", 2)[0];
        if (!names.contains(name)) {
            return;
        }
        Integer first = lines.putIfAbsent(name, number);
        String rule = name + " must be a line " + name + "=...";
        if (first != null) {
            throw new ConfigException(
                    place(number) + rule + " once: was there on line " + first + " already");
        }
        if (isExport) {
            throw new ConfigException(place(number) + rule + ": was one for a shell, with export");
        }
        values.put(name, pair.substring(name.length()).replaceFirst("^\\s*[=:]?\\s*", ""));
    }

    private String place(int line) {
        return Origins.display(file) + ":" + line + ": ";
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String value(String name) {
        return values.get(name);
    }

    /** Where a name stands, and the name, as a complaint begins. */
    String place(String name) {
        return place(lines.get(name)) + name;
    }
}
