package io.hayate.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.ProductJvm;
import io.hayate.model.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process alone may trade with a key, wherever each keeps its state. */
class WriterLockTest {
    private static final String KEY = "a-key";

    @TempDir private Path root;
    private Path runtime;
    private Path temporary;
    private Path memory;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        runtime = Files.createDirectory(root.resolve("runtime"));
        temporary = root.resolve("hayate-somebody");
        memory = root.resolve("no-such-memory/hayate-somebody");
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private String start(String runtimeDir, String key) throws IOException {
        return start(runtimeDir, temporary, key);
    }

    private String start(String runtimeDir, Path temporaryDir, String key) throws IOException {
        Process process =
                ProductJvm.start(
                        root,
                        LockHolder.class,
                        runtimeDir,
                        temporaryDir.toString(),
                        memory.toString(),
                        key);
        processes.add(process);
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return said.readLine();
    }

    @Test
    void shouldNameTheProcessThatTradesAlready() throws IOException {
        assertEquals("held 2", start(runtime.toString(), KEY));

        String said = start(runtime.toString(), KEY);

        long pid = processes.get(0).pid();
        assertTrue(
                said.startsWith(
                        "only one process may trade with this key: process " + pid + " does"),
                said);
    }

    @Test
    void shouldSeeAProcessThatHasNoRuntimeFolder() throws IOException {
        assertEquals("held 1", start("", KEY));
        assertTrue(start(runtime.toString(), KEY).contains("process " + processes.get(0).pid()));
    }

    /** As a service with a runtime folder and temporary files of its own, and a shell of its user. */
    @Test
    void shouldSeeAProcessThatSharesNothingButMemory() throws IOException {
        memory = Files.createDirectory(root.resolve("memory")).resolve("hayate-somebody");
        assertEquals("held 3", start(runtime.toString(), KEY));

        String said = start("", root.resolve("hayate-private"), KEY);

        assertTrue(said.contains("process " + processes.get(0).pid()), said);
    }

    @Test
    void shouldBeFreeOnceTheHolderIsKilled() throws Exception {
        assertEquals("held 2", start(runtime.toString(), KEY));
        processes.get(0).toHandle().destroyForcibly();
        processes.get(0).waitFor();

        assertEquals("held 2", start(runtime.toString(), KEY));
    }

    @Test
    void shouldLetAnotherKeyTrade() throws IOException {
        assertEquals("held 2", start(runtime.toString(), KEY));
        assertEquals("held 2", start(runtime.toString(), "another-key"));
    }

    @Test
    void shouldNotBeHeldTwiceByOneProcess() {
        LockFolders folders = new LockFolders(runtime, temporary, memory);
        try (WriterLock lock = WriterLock.hold(folders, KEY)) {
            assertEquals(2, lock.count());
            String said =
                    assertThrows(ConfigException.class, () -> WriterLock.hold(folders, KEY))
                            .getMessage();
            assertTrue(said.contains("process " + ProcessHandle.current().pid()), said);
        }
        WriterLock.hold(folders, KEY).close();
    }

    @Test
    void shouldKeepItsFoldersForItsOwner() throws IOException {
        Files.createDirectory(temporary);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));

        WriterLock.hold(new LockFolders(runtime, temporary, memory), KEY).close();

        for (Path folder : List.of(temporary, runtime.resolve("hayate"))) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
    }

    @Test
    void shouldFollowNoLink() throws IOException {
        Files.createSymbolicLink(temporary, Files.createDirectory(root.resolve("elsewhere")));

        ConfigException e =
                assertThrows(
                        ConfigException.class,
                        () -> WriterLock.hold(new LockFolders(null, temporary, memory), KEY));
        assertTrue(e.getMessage().contains(temporary.toString()), e.getMessage());
        assertTrue(e.getMessage().contains("XDG_RUNTIME_DIR"), e.getMessage());
    }

    @Test
    void shouldHoldNothingForAVenueOfOurOwn() {
        try (WriterLock lock = WriterLock.none()) {
            assertEquals(0, lock.count());
        }
    }

    @Test
    void shouldTakeTheRuntimeFolderOfTheEnvironment() {
        Path tmp = Path.of("/tmp");
        Path shm = Path.of("/dev/shm");
        assertEquals(
                new LockFolders(
                        Path.of("/run/user/7"),
                        Path.of("/tmp/hayate-me"),
                        Path.of("/dev/shm/hayate-me")),
                LockFolders.of(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), tmp, shm, "me"));
        assertEquals(
                new LockFolders(
                        null, Path.of("/tmp/hayate-a_b__"), Path.of("/dev/shm/hayate-a_b__")),
                LockFolders.of(Map.of("XDG_RUNTIME_DIR", "run"), tmp, shm, "a/b?\n"));
        assertFalse(LockFolders.of(Map.of(), tmp, shm, "..").temporary().endsWith(".."));
    }
}
