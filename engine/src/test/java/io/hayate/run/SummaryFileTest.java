package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFileTest {
    @TempDir private Path home;

    @Test
    void shouldRefuseWhatCannotBeWrittenBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "kept");

        for (Path wrong :
                new Path[] {
                    home,
                    home.resolve("nowhere/run.json"),
                    file.resolve("run.json"),
                    home.resolve("x".repeat(300)),
                    Path.of("/")
                }) {
            ConfigException e =
                    assertThrows(ConfigException.class, () -> new SummaryFile(wrong, false));
            assertEquals(
                    "--summary-json must be a file that can be written, in a folder that exists:"
                            + " was "
                            + wrong,
                    e.getMessage());
        }
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void shouldLeaveTheFolderAsItWas() throws IOException {
        Path before = Files.writeString(home.resolve("before.json"), "of a run before");
        Path later = home.resolve("later.json");

        new SummaryFile(before, false);
        new SummaryFile(later, false);

        assertEquals("of a run before", Files.readString(before));
        assertFalse(Files.exists(later));
    }

    @Test
    void shouldWriteNothingWhenNoneIsWanted() throws IOException {
        new SummaryFile(null, false).write(null, null, null, null);
    }
}
