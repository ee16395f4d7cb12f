package io.hayate.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {
    @TempDir private Path folder;

    @Test
    void shouldGiveWhatIsWholeAndNameTheDamageWhenCutOrAlteredAtAnyByte() throws Exception {
        Process trial = ProductJvm.start(folder, DamageTrial.class);

        String said =
                new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, trial.waitFor(), said);
        assertTrue(said.startsWith("cases "), said);
    }
}
