package io.hayate.journal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.JournalEnd;
import io.hayate.journal.ProductJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    private static final int RUNS = 3;
    private static final int ORDERS = 3_000;

    @TempDir private Path root;

    @Test
    void shouldLoseNothingWhenTheProcessIsKilled() throws Exception {
        JournalFileRig rig = new JournalFileRig(root);
        for (int run = 0; run < RUNS; run++) {
            lastToldBeforeTheKill(rig, run == 1 ? "" : rig.memory.toString(), run);
        }
    }

    private static void lastToldBeforeTheKill(JournalFileRig rig, String memory, int run)
            throws IOException, InterruptedException {
        int before = (int) rig.read().intents().stream().filter(order -> order == 1L).count();
        assertEquals(run, before);
        Process writer =
                ProductJvm.start(rig.folder, KilledWriter.class, rig.folder.toString(), memory);
        long told = 0;
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null) {
                told = Long.parseLong(line.strip());
                if (told == ORDERS) {
                    writer.toHandle().destroyForcibly(); // kill -9
                }
                line = said.readLine();
            }
        }
        writer.waitFor();
        JournalFileRig.Read live = rig.read();
        rig.begin();
        rig.end();
        JournalFileRig.Read read = rig.read();
        long last = told;
        assertNotEquals(JournalEnd.DAMAGED, read.end(), read.place());
        assertEquals(live.intents(), read.intents());
        assertTrue(
                read.intents()
                        .subList(read.intents().lastIndexOf(1L), read.intents().size())
                        .containsAll(LongStream.rangeClosed(1, last).boxed().toList()));
    }
}
