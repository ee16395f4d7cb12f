package io.hayate.settings;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The text of a settings file, to tell where in it something is written.
 *
 * @param path the file, as it was named
 */
record SettingsText(Path path, String text) {
    /**
     * Reads a file whole.
     *
     * @param complaint makes an exception of a rule that the file breaks
     */
    static SettingsText read(Path path, Function<String, ConfigException> complaint) {
        try {
            return new SettingsText(path, Files.readString(path));
        } catch (IOException e) {
            throw complaint.apply("must be a text in UTF-8 that can be read");
        }
    }

    /** The file itself, whatever names and links lead to it. */
    Path realPath() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The file, with the line of a statement that includes what is named so. */
    String placeOf(String included) {
        int line = 1;
        for (String content : text.split("\n", -1)) {
            if (content.contains("include") && content.contains(included)) {
                return place(line);
            }
            line++;
        }
        return Origins.display(path);
    }

    String place(int line) {
        return Origins.display(path) + ":" + line;
    }
}
