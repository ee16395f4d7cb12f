package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds that are killed, locks that are left behind, and starts that meet: in a checkout whose
 * {@code mvn} is a script. Each with the system's locks, and where there is no {@code flock}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherLockIT {
    private static final String COPY =
            "mkdir -p engine/target && cp '"
                    + Checkout.BUILT
                    + "' engine/target/hayate-all.jar.part";

    @TempDir private Path folder;

    private Checkout checkout;

    @BeforeEach
    void setUp() throws IOException {
        checkout = new Checkout(folder.resolve("a clone"));
        installMaven(COPY);
    }

    private void installMaven(String... deed) throws IOException {
        Checkout.program(
                folder.resolve("bin/mvn"),
                "echo $$ >>'" + folder.resolve("calls") + "'",
                String.join("\n", deed));
    }

    private Shell shell(String locks) throws IOException {
        Path tools =
                locks.equals("flock")
                        ? Path.of("/usr/bin:/bin")
                        : Checkout.toolsWithout(folder.resolve("tools"), "flock");
        return new Shell(
                folder,
                Map.of(
                        "HAYATE_JAVA_HOME",
                        Checkout.JDK.toString(),
                        "PATH",
                        folder.resolve("bin") + ":" + tools));
    }

    private int calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).size();
    }

    private void assertStarts(Shell shell) throws Exception {
        Shell.Result result = shell.run(checkout.script(), "version");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().startsWith("Hayate  "), result.out());
    }

    private Path lockOf(String owner) throws IOException {
        Path lock = checkout.root().resolve("target/hayate-build.lock");
        Files.createDirectories(lock);
        Files.writeString(lock.resolve("pid"), owner + "\n");
        return lock;
    }

    private static long deadProcess() throws Exception {
        Process gone = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        gone.waitFor();
        return gone.pid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "folder"})
    void shouldBuildAgainWhenTheJarIsCut(String locks) throws Exception {
        checkout.withJar();
        byte[] whole = Files.readAllBytes(checkout.jar());
        Files.write(checkout.jar(), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertStarts(shell(locks));
        assertEquals(1, calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "folder"})
    void shouldBuildOnceWhenTwoAreStartedAtOnce(String locks) throws Exception {
        installMaven("sleep 1", COPY);

        for (Shell.Result result : shell(locks).runTwice(checkout.script(), "version")) {
            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(1, calls());
    }

    /** Killed with no time to tidy up, maven with it: what it left is neither taken nor waited for. */
    @ParameterizedTest
    @ValueSource(strings = {"flock", "folder"})
    void shouldBuildAnewWhenABuildWasKilled(String locks) throws Exception {
        Path half = checkout.root().resolve("engine/target/classes/Half.class");
        installMaven(
                "mkdir -p engine/target/classes",
                "echo half >engine/target/classes/Half.class",
                "echo half >engine/target/hayate-all.jar.part",
                "echo ready >'" + folder.resolve("ready") + "'",
                "exec sleep 100");
        Process first = shell(locks).start(checkout.script(), "version");
        while (!Files.exists(folder.resolve("ready"))) {
            Thread.onSpinWait();
        }
        first.destroyForcibly().waitFor();
        String maven = Files.readString(folder.resolve("calls")).strip();
        ProcessHandle.of(Long.parseLong(maven)).ifPresent(ProcessHandle::destroyForcibly);
        assertTrue(Files.exists(half));
        installMaven("test ! -e engine/target/classes/Half.class || exit 1", COPY);

        assertStarts(shell(locks));
    }

    /** Whoever called must not go on as if something had been built. */
    @ParameterizedTest
    @CsvSource({"TERM,143", "HUP,129"})
    void shouldFailWhenABuildIsInterrupted(String signal, int code) throws Exception {
        installMaven("echo ready >'" + folder.resolve("ready") + "'", "exec sleep 100");
        Process process = shell("flock").start(checkout.script(), "version");
        while (!Files.exists(folder.resolve("ready"))) {
            Thread.onSpinWait();
        }

        shell("flock").run("kill", "-" + signal, Long.toString(process.pid()));

        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(code, process.exitValue());
        assertFalse(Files.exists(checkout.jar()));
    }

    @Test
    void shouldBuildTheSameUnderAnyUmask() throws Exception {
        installMaven("umask >'" + folder.resolve("mask") + "'", COPY);

        Shell.Result result =
                shell("flock")
                        .run("sh", "-c", "umask 077; exec '" + checkout.script() + "' version");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals("0022", Files.readString(folder.resolve("mask")).strip());
    }

    @Test
    void shouldBuildAgainWhenTheTestKitIsNewer() throws Exception {
        checkout.withJar();
        Checkout.age(checkout.jar(), 60);
        Path source = checkout.root().resolve("engine/src/test/java/io/hayate/testkit/Kit.java");
        Files.createDirectories(source.getParent());
        Files.createFile(source);

        assertStarts(shell("flock"));

        assertEquals(1, calls());
    }

    /** The classes are its own until it ends, though nobody waits for it any more. */
    @ParameterizedTest
    @ValueSource(strings = {"flock", "folder"})
    void shouldWaitForMavenWhenOnlyTheScriptWasKilled(String locks) throws Exception {
        installMaven(
                "echo ready >'" + folder.resolve("ready") + "'",
                "while [ ! -e '" + folder.resolve("go") + "' ]; do sleep 0.1; done",
                "exit 1");
        Process first = shell(locks).start(checkout.script(), "version");
        Path builder = checkout.root().resolve("target/hayate-build.lock/builder");
        while (!Files.exists(folder.resolve("ready"))
                || (locks.equals("folder") && !Files.exists(builder))) {
            Thread.onSpinWait();
        }
        first.destroyForcibly().waitFor();
        installMaven(COPY);

        Process second = shell(locks).start(checkout.script(), "version");
        try (BufferedReader output = second.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            assertEquals(
                    "Waiting for another build of Hayate (process " + first.pid() + ") ...", line);
            assertEquals(1, calls());
            Files.writeString(folder.resolve("go"), "");
            assertEquals("Building Hayate (first use; about a minute) ...", output.readLine());
            line = output.readLine();
            assertTrue(line.startsWith("Hayate  "), line);
        } finally {
            second.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "folder"})
    void shouldStartWhenTheLockOfAnOlderVersionWasLeftBehind(String locks) throws Exception {
        lockOf(Long.toString(deadProcess()));

        assertStarts(shell(locks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "folder"})
    void shouldStartWhenALockNeverGotItsName(String locks) throws Exception {
        Files.createDirectories(checkout.root().resolve("target/hayate-build.lock"));

        assertStarts(shell(locks));
    }

    /** A number is used again: a process that began at another time is not the lock's owner. */
    @Test
    void shouldTakeTheLockWhenItsOwnersNumberIsAnotherProcessNow() throws Exception {
        lockOf(ProcessHandle.current().pid() + " 1");

        assertStarts(shell("folder"));
    }

    @Test
    void shouldWaitForAnotherUsersBuildWhichItMayNotSignal() throws Exception {
        checkout.withJar();
        Files.delete(checkout.jar());
        Path lock = lockOf("1"); // the system's first process, root's
        List<String> command =
                System.getProperty("user.name").equals("root")
                        ? List.of("setpriv", "--reuid=65534", "--clear-groups", "sh")
                        : List.of("sh");
        String functions =
                "program=test; root="
                        + "'"
                        + checkout.root()
                        + "'"
                        + "; told=; . '"
                        + checkout.root().resolve("scripts/.build.sh")
                        + "'; lives 1 && ! lives "
                        + deadProcess();
        new ProcessBuilder("chmod", "-R", "a+rX", folder.toString()).start().waitFor();

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.outputWriter().append(functions).append("\n").close();

        assertEquals(0, process.waitFor(), () -> new String(read(process), StandardCharsets.UTF_8));
        assertTrue(Files.exists(lock));
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void shouldStartAGoodJarWhenNothingCanBeWritten() throws Exception {
        checkout.withJar();
        Checkout.age(checkout.jar(), 60);
        Files.createFile(checkout.root().resolve("target")); // where a folder would have to be

        Shell.Result result = shell("flock").run(checkout.script(), "version");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().startsWith("hayate: sources are newer than "), result.err());
        assertTrue(result.out().startsWith("Hayate  "), result.out());
    }
}
