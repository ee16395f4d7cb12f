package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HayateClientTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir private Path folder;

    private static String valueOf(String option, List<String> command) {
        return command.get(command.indexOf(option) + 1);
    }

    private HayateClient client(String topology, Addition addition) {
        JvmCommands jvm = new JvmCommands(HOME, folder.resolve("benchmarks.jar"));
        return new HayateClient(jvm, topology, "busy-spin", folder, addition, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldBeAcceptedByTheEngineWhenItsSettingsAreRead(String topology) throws IOException {
        HayateClient client = client(topology, Addition.NONE);
        List<String> command = client.command(8765, 2);
        Overrides overrides = new Overrides();
        overrides.set("--venue", "venue.url", valueOf("--venue", command));

        RunConfig config =
                new ConfigLoader(client.environment(), HOME, folder)
                        .load(Path.of(valueOf("--config", command)), overrides);

        assertTrue(config.engine().credentials().isPresent());
    }

    @Test
    void shouldRecordIntoFolderThatGoesWhenRecordingClientHasEnded() throws IOException {
        HayateClient client = client("split", Addition.RECORDING);
        Path recordings = Path.of(valueOf("--record", client.command(8765, 1)));
        Files.createDirectories(recordings);
        Files.writeString(recordings.resolve("a.jsonl.gz"), "");

        client.cleanUp();

        assertTrue(recordings.startsWith(folder));
        assertFalse(Files.exists(recordings));
    }

    @Test
    void shouldLeaveAllAsItIsWhenNothingWasRecorded() throws IOException {
        HayateClient client = client("split", Addition.NONE);
        List<String> command = client.command(8765, 1);

        client.cleanUp();
        client("split", Addition.RECORDING).cleanUp(); // it never got so far

        assertFalse(command.contains("--record"));
        assertTrue(Files.exists(Path.of(valueOf("--config", command))));
    }
}
