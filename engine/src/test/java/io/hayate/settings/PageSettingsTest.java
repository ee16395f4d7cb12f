package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import io.hayate.page.ReadmePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that pages show are taken. */
class PageSettingsTest {
    private static final Map<String, String> TOKENS =
            Map.of(
                    "HAYATE_NOTIFY_PHONE_TOKEN", "1:abc",
                    "HAYATE_NOTIFY_DESK_TOKEN", "tk_abc",
                    "HAYATE_NOTIFY_HOOK_TOKEN", "T1/B2/c3");

    @TempDir private Path folder;

    private static List<ReadmePage.Block> blocks(ReadmePage page) {
        return page.blocks().stream().filter(block -> block.language().equals("hocon")).toList();
    }

    /** Of the exchange in a box where there are accounts, else of a run. */
    private void load(String text) throws IOException {
        boolean isVenue = text.contains("accounts =");
        String base =
                isVenue
                        ? ""
                        : "include required(file(\""
                                + ReadmePage.HOME.resolve("config/hayate.conf")
                                + "\"))\n";
        Path file = Files.writeString(folder.resolve("page.conf"), base + text);
        if (isVenue) {
            VenueFile.read(file, TOKENS, ReadmePage.HOME);
        } else {
            new ConfigLoader(TOKENS, ReadmePage.HOME, folder).load(file, new Overrides());
        }
    }

    @Test
    void shouldBeTaken() throws IOException {
        List<String> loaded = new ArrayList<>();
        for (ReadmePage page : ReadmePage.all()) {
            for (ReadmePage.Block block : blocks(page)) {
                load(block.text());
                loaded.add(block.text().split("\n", 2)[0]);
            }
        }

        assertEquals(
                Set.of("market.quiet = true", "strategies = [", "notifications {"),
                new TreeSet<>(loaded));
    }

    @Test
    void shouldBeSeenWhenTheyAreWrong() {
        assertThrows(
                ConfigException.class, () -> load("strategies = [{ name = a, strategi = b }]\n"));
        assertThrows(ConfigException.class, () -> load("accounts = [{ nam = a }]\n"));
    }
}
