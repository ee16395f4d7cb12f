package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathNamesTest {
    @Test
    void shouldMakeAPathOfWhatTheSystemTakes() {
        assertEquals(Path.of("a b/%c#"), PathNames.of("state.dir", "a b/%c#"));
        assertNull(PathNames.rule(""));
    }

    @Test
    void shouldNameTheKeyWhenThereIsANullCharacter() {
        ConfigException e =
                assertThrows(ConfigException.class, () -> PathNames.of("state.dir", "a\0b"));

        assertEquals("state.dir must be a path without a null character: was a\0b", e.getMessage());
    }

    /** The JDK has put a sign of its own for what it could not read: some other file would be meant. */
    @Test
    void shouldSayWhatToSetWhenTheCharsetOfTheLocaleLacksALetter() {
        String rule = PathNames.rule("/tmp/\uFFFD");

        assertTrue(rule.startsWith("must be a path "), rule);
        assertTrue(rule.contains(System.getProperty("sun.jnu.encoding")), rule);
    }
}
