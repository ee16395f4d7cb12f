package io.hayate.metrics.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.ProductJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDamageTest {
    @TempDir private Path folder;

    @Test
    void shouldReadOrNameTheDamageWhenCutGrownOrAlteredAtAnyByte() throws Exception {
        Process trial = ProductJvm.start(folder, ImageDamageTrial.class);

        String said =
                new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, trial.waitFor(), said);
        assertTrue(said.matches("cases \\d+, refused \\d+"), said);
    }
}
