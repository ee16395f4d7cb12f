package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardDescriptorsTest {
    private static final Path JDK = Path.of("/opt/some jdk");
    private static final Path JAR = Path.of("/home/me/hayate-all.jar");

    @TempDir private Path root;

    private boolean isInputGiven() {
        return new StandardDescriptors(root, List.of(JDK, JAR)).isInputGiven();
    }

    private void open(int descriptor, String target, String flags) throws IOException {
        Path folder = Files.createDirectories(root.resolve("proc/self/fd"));
        Files.createSymbolicLink(folder.resolve(Integer.toString(descriptor)), Path.of(target));
        new Trees(root).with("/proc/self/fdinfo/" + descriptor, "pos:\t0\nflags:\t" + flags + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/null, 0100000, true",
        "/dev/pts/3, 0100002, true",
        "pipe:[4711], 00, true",
        "socket:[4711], 02, true",
        "/home/me/commands.txt, 0100000, true",
        "/home/me/commands.txt (deleted), 0100000, true",
        "/opt/some jdk/lib/modules, 0100000, false",
        "/opt/some jdk 2/notes.txt, 0100000, true",
        "/home/me/hayate-all.jar, 0100000, false",
        "/home/me/any.file, 02100000, false",
        "anon_inode:[eventpoll], 02000002, false",
    })
    void shouldTellWhatWasGivenFromWhatTheProcessOpened(String target, String flags, boolean given)
            throws IOException {
        open(0, target, flags);

        assertEquals(given, isInputGiven());
    }

    @Test
    void shouldFindNoInputWhenTheDescriptorIsClosed() throws IOException {
        open(1, "/dev/null", "01");

        assertEquals(false, isInputGiven());
    }

    @Test
    void shouldTakeInputAsGivenWhereTheSystemDoesNotTell() {
        assertEquals(true, isInputGiven());
    }
}
