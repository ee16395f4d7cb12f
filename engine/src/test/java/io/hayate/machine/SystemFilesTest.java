package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {
    @TempDir private Path root;

    @Test
    void shouldReadTextLinesAndFields() {
        SystemFiles files = new Trees(root).with("/proc/a", "\n Name:\tx y\nOther: 1 \n").files();

        assertEquals(Optional.of("Name:\tx y\nOther: 1"), files.text("/proc/a"));
        assertEquals(List.of("Name:\tx y", "Other: 1"), files.lines("/proc/a"));
        assertEquals(Optional.of("x y"), files.field("/proc/a", "Name"));
        assertEquals(Optional.empty(), files.field("/proc/a", "Nam"));
    }

    @Test
    void shouldBeEmptyWhenFileIsMissingOrNoText() throws IOException {
        Files.createDirectories(root.resolve("sys/folder"));
        Files.write(root.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        SystemFiles files = new SystemFiles(root);

        for (String path : List.of("/none", "/sys/folder", "/bytes", "/bytes/below", "/\0")) {
            assertEquals(Optional.empty(), files.text(path), path);
            assertEquals(List.of(), files.lines(path));
            assertEquals(Optional.empty(), files.field(path, "Name"));
        }
        assertFalse(files.isWritable("/none"));
        assertTrue(files.isWritable("/bytes"));
    }
}
