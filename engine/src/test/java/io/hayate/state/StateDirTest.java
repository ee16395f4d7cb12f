package io.hayate.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirTest {
    @TempDir private Path folder;

    @Test
    void shouldMakeFolderForItsOwnerAloneWhenItIsNotThere() throws IOException {
        Path path = folder.resolve("a/b");

        StateDir dir = StateDir.open(path);

        assertEquals(path.resolve("history"), dir.file("history"));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void shouldLeaveFolderAsItIsWhenItIsThere() throws IOException {
        Files.writeString(folder.resolve("kept"), "text");

        StateDir.open(folder);

        assertEquals("text", Files.readString(folder.resolve("kept")));
    }

    @Test
    void shouldRefuseWhenPathIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertRefused(file);
        assertRefused(file.resolve("below"));
    }

    private static void assertRefused(Path path) {
        ConfigException e = assertThrows(ConfigException.class, () -> StateDir.open(path));
        assertEquals(
                "state.dir must be a folder that can be made and written: was " + path,
                e.getMessage());
    }

    @Test
    void shouldFollowXdgWhenItIsAbsolute() {
        Path home = Path.of("/home/u");
        Path usual = Path.of("/home/u/.local/state/hayate");

        assertEquals(
                Path.of("/s/hayate"), StateDir.defaultPath(Map.of("XDG_STATE_HOME", "/s"), home));
        assertEquals(usual, StateDir.defaultPath(Map.of("XDG_STATE_HOME", "s"), home));
        assertEquals(usual, StateDir.defaultPath(Map.of(), home));
    }

    @Test
    void shouldNameTheVariableWhenItHoldsNoPath() {
        Map<String, String> variables = Map.of("XDG_STATE_HOME", "/tmp/\uFFFD");

        ConfigException e =
                assertThrows(ConfigException.class, () -> StateDir.defaultPath(variables, folder));

        assertEquals(0, e.getMessage().indexOf("XDG_STATE_HOME must be a path "));
    }

    @Test
    void shouldAskForAWholePathWhenTheUserHasNoFolder() {
        ConfigException e =
                assertThrows(ConfigException.class, () -> StateDir.defaultPath(Map.of(), null));

        assertEquals(
                "state.dir must be a whole path where HOME is not set: was ~/.local/state",
                e.getMessage());
    }
}
