package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedClientTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir private Path folder;

    private WatchedClient client() {
        JvmCommands jvm = new JvmCommands(HOME, folder.resolve("benchmarks.jar"));
        return new WatchedClient(
                new HayateClient(jvm, "one-thread", "busy-spin", folder, Addition.WATCHED, null));
    }

    @Test
    void shouldHaveAllOnWhenItsSettingsAreRead() throws IOException {
        WatchedClient client = client();
        List<String> command = client.command(8765, 1);
        Overrides overrides = new Overrides();
        overrides.set("--venue", "venue.url", "ws://127.0.0.1:8765/ws/2");

        RunConfig config =
                new ConfigLoader(client.environment(), HOME, folder)
                        .load(Path.of(command.get(command.indexOf("--config") + 1)), overrides);

        assertTrue(config.outputs().web().isEnabled());
        assertTrue(config.outputs().log().isEnabled());
        assertEquals(1, config.outputs().notifications().targets().size());
    }

    @Test
    void shouldFailWhenNobodySawAPage() throws IOException {
        WatchedClient client = client();
        client.command(8765, 1);

        IOException failure = assertThrows(IOException.class, client::cleanUp);

        assertTrue(failure.getMessage().contains("never seen"), failure.getMessage());
    }
}
