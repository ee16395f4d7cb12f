package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AffinityTest {
    private static final String KEY = "affinity.loop";

    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::tellAndWait, "placed");

    @TempDir private Path folder;

    @BeforeEach
    void setUp() {
        assumeTrue(Affinity.isAvailable(), "Linux with taskset");
        thread.start();
    }

    private void tellAndWait() {
        id.complete(Affinity.threadId());
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        end.countDown();
        thread.join();
    }

    private static String field(long threadId, String name) {
        String status = "/proc/self/task/" + threadId + "/status";
        return SystemFiles.ofMachine().field(status, name).orElseThrow();
    }

    @Test
    void shouldTellTheSystemsIdOfTheThreadThatAsks() {
        assertEquals("placed", field(id.join(), "Name"));
    }

    @Test
    void shouldPutThatThreadOnTheCoreAndNoOther() {
        Cores cores = Cores.ofProcess();
        int core = cores.allowed().last();

        Affinity.pin(id.join(), core, KEY);

        assertEquals(Integer.toString(core), field(id.join(), Cores.ALLOWED));
        assertEquals(cores.allowed(), Cores.ofProcess().allowed());
    }

    @Test
    void shouldNameSettingAndReasonWhenTheSystemRefusesTheCore() {
        ConfigException e =
                assertThrows(ConfigException.class, () -> Affinity.pin(id.join(), 4_095, KEY));

        String start = KEY + " must be a core that the system lets us take: was 4095: taskset: ";
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void shouldFindProgramsOnThePath() throws IOException {
        Path program = Files.createFile(folder.resolve("taskset"));

        assertFalse(Programs.isOnPath("taskset", "/nowhere:" + folder));
        assertTrue(program.toFile().setExecutable(true));
        assertTrue(Programs.isOnPath("taskset", "/nowhere:" + folder));
        assertFalse(Programs.isOnPath("taskset", "/nowhere::\0"));
        assertFalse(Programs.isOnPath("taskset", null));
    }
}
