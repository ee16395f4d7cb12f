package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.TradingHalt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTriggersTest {
    private final TradingHalt halt = new TradingHalt();
    private final List<String> told = new ArrayList<>();
    @TempDir Path folder;

    @Test
    void shouldHaltWhileTheFileIsThereAndTellOfItOnceEachTime() throws IOException {
        Path file = folder.resolve("kill");
        try (KillTriggers triggers = new KillTriggers(halt, file, told::add)) {
            triggers.look();
            assertFalse(halt.isOn());

            Files.createFile(file);
            triggers.look();
            triggers.look();
            assertEquals("the file " + file + " is there", halt.reason());
            assertEquals(1, halt.kills());
            assertEquals(1, told.size());

            assertTrue(halt.resume());
            triggers.look();
            assertTrue(halt.isOn());
            assertEquals(2, told.size());

            Files.delete(file);
            assertTrue(halt.resume());
            triggers.look();
            assertFalse(halt.isOn());
        }
    }
}
