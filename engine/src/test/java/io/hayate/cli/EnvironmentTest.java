package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private final Properties properties = new Properties();

    private Path userHome(Map<String, String> variables) {
        return Environment.of(variables, properties).userHome();
    }

    @Test
    void shouldTakeTheVariableForTheUsersFolderAsShellsDo() {
        properties.setProperty("user.home", "/home/listed");

        assertEquals(Path.of("/home/me"), userHome(Map.of("HOME", "/home/me")));
        assertEquals(Path.of("/home/listed"), userHome(Map.of("HOME", "")));
        assertEquals(Path.of("/home/listed"), userHome(Map.of()));
    }

    @Test
    void shouldHaveNoUsersFolderWhenNothingTellsOne() {
        properties.setProperty("user.home", "?");

        assertNull(userHome(Map.of()));
    }

    @Test
    void shouldNameWhatHoldsAPathThatIsNone() {
        properties.setProperty("hayate.home", "/opt/\uFFFD");

        ConfigException e = assertThrows(ConfigException.class, () -> userHome(Map.of()));

        assertTrue(e.getMessage().startsWith("hayate.home must be a path"), e.getMessage());
    }
}
