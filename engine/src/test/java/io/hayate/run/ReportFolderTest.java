package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.TickToTrade;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir private Path home;

    @Test
    void shouldMakeTheFolderAndLeaveItEmpty() throws IOException {
        Path folder = home.resolve("a/b");

        assertTrue(new ReportFolder(folder).isWanted());

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void shouldKeepWhatLiesInAFolderThatExists() throws IOException {
        Path kept = Files.writeString(home.resolve("kept"), "kept");
        ReportFolder folder = new ReportFolder(home);
        folder.write(new TickToTrade(), Map.of());

        assertEquals("kept", Files.readString(kept));
        assertTrue(Files.exists(home.resolve("latency.html")));
    }

    @Test
    void shouldRefuseWhatIsNoFolder() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        for (Path wrong : new Path[] {file, file.resolve("below")}) {
            ConfigException e = assertThrows(ConfigException.class, () -> new ReportFolder(wrong));
            assertEquals(
                    "--latency-report must be a folder that can be written to: was " + wrong,
                    e.getMessage());
        }
    }

    @Test
    void shouldWantNothingWhenThereIsNone() {
        assertFalse(new ReportFolder(null).isWanted());
    }
}
