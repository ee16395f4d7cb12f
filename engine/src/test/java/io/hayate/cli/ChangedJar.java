package io.hayate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A jar as it is after a rebuild from a source in which one text is another. */
final class ChangedJar {
    private ChangedJar() {}

    /** The text stands in the class file's constants, where its length stands before it. */
    static void replace(Path jar, String type, String text, String other) throws IOException {
        Path copy = Files.copy(jar, jar.resolveSibling("changed"));
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Path file = zip.getPath("io/hayate/" + type + ".class");
            Files.write(file, changed(Files.readAllBytes(file), text, other));
        }
        Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] changed(byte[] bytes, String text, String other) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        int start = at;
        while (all.charAt(start - 3) != 1) { // the tag of a text, then two bytes of its length
            start--;
        }
        int end = at + text.length();
        String whole = all.substring(start, at) + other;
        String head = all.substring(0, start - 2);
        String length = "" + (char) (whole.length() >> 8) + (char) (whole.length() & 0xff);
        return (head + length + whole + all.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
