package io.hayate.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.settings.ConfigLoader;
import io.hayate.settings.RunConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadSystemTest {
    @TempDir Path folder;

    @Test
    void shouldNameEverySymbolOnceWhenThereAreManyOfThem() {
        long names = IntStream.range(0, 300).mapToObj(LoadChannels::symbol).distinct().count();

        assertEquals(300, names);
    }

    @Test
    void shouldAskForThreeChannelsOfEachSymbolWhenSettingsAreRead() {
        RunConfig config = settings(100);

        assertEquals(300, config.engine().channels().size());
        assertEquals(10, config.engine().channels().stream().filter(c -> c.isRaw()).count());
    }

    private RunConfig settings(int symbols) {
        Path file = Path.of("..", "config", "load.conf");
        return new ConfigLoader(Map.of(), folder, folder)
                .load(file, LoadChannels.overrides(symbols));
    }
}
