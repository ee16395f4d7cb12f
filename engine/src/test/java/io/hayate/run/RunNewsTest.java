package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Clocks;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNewsTest {
    private static final Map<String, String> SECRETS =
            Map.of(
                    "HAYATE_NOTIFY_PHONE_TOKEN", "token-of-the-phone",
                    "HAYATE_HTTP_TOKEN", "token-of-the-page");

    @TempDir private Path folder;

    @Test
    void shouldMaskTokensForThePage() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("test.conf"),
                        "http.enabled = true, notifications.targets"
                                + " { phone { type = telegram, chat = \"1\" } }");
        RunConfig config = new ConfigLoader(SECRETS, folder, folder).load(file, new Overrides());
        List<String> heard = new ArrayList<>();
        RunNews news =
                new RunNews(config, new Clocks(() -> 1, () -> 1), each -> heard.add(each.text()));

        news.print("it says " + String.join(" ", SECRETS.values()));

        assertEquals(List.of("it says **** ****"), heard);
    }
}
