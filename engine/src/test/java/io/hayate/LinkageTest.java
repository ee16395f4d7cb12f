package io.hayate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text is put together by code that the JVM links at its first use: on a trading thread each such
 * place would allocate up to 30 KB, when a frame is lost, say.
 */
class LinkageTest {
    @Test
    void shouldPutTextsTogetherWithoutLinkingCode() throws Exception {
        Path classes =
                Path.of(Session.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }

        assertFalse(files.isEmpty());
        assertEquals(List.of(), files.stream().filter(LinkageTest::linksTexts).toList());
    }

    /** A record's toString is linked in the same way, and no trading thread calls one. */
    private static boolean linksTexts(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .contains("java/lang/invoke/StringConcatFactory");
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
