package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * When {@code scripts/hayate} builds and when not: in a checkout whose {@code mvn} is a script that
 * notes its call and puts the jar there.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder;

    private Path root;
    private Path jar;
    private Shell shell;
    private String hayate;

    @BeforeEach
    void setUp() throws IOException {
        root = folder.resolve("a clone");
        jar = root.resolve("engine/target/hayate-all.jar");
        hayate = root.resolve("scripts/hayate").toString();
        for (String file :
                List.of("scripts/hayate", "config/jvm.options", "pom.xml", "engine/pom.xml")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(HOME.resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(root.resolve("engine/src/main"));
        shell = shell(folder.resolve("bin") + ":/usr/bin:/bin");
        installMaven("mkdir -p engine/target && cp '%s' engine/target/hayate-all.jar");
    }

    private Shell shell(String path) {
        return new Shell(
                folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home"), "PATH", path));
    }

    private void installMaven(String deed) throws IOException {
        Path built = HOME.resolve("engine/target/hayate-all.jar");
        Path mvn = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(
                mvn,
                String.join(
                        "\n",
                        "#!/bin/sh",
                        "cat >&2", // ends at once: the build is given nothing to read
                        "echo \"$JAVA_HOME|$*\" >> '" + folder.resolve("calls") + "'",
                        "echo 'WARNING: of no use'",
                        deed.formatted(built),
                        ""));
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    @Test
    void shouldBuildQuietlyWhenThereIsNoJar() throws Exception {
        Shell.Result result = shell.run(hayate, "version");

        assertEquals("Building Hayate (first use; about a minute) ...\n", result.err());
        assertEquals(0, result.exitCode());
        assertTrue(result.out().startsWith("Hayate  "), result.out());
        assertEquals(
                List.of(System.getProperty("java.home") + "|-q -B -Dquick -pl engine -am package"),
                calls());
        assertFalse(Files.exists(root.resolve("target/hayate-build.lock")));
    }

    @Test
    void shouldNotBuildAgainWhenNothingHasChanged() throws Exception {
        shell.run(hayate, "version");

        Shell.Result result = shell.run(hayate, "version");

        assertEquals("", result.err());
        assertEquals(1, calls().size());
    }

    @Test
    void shouldBuildAgainWhenASourceIsNewerThanTheJar() throws Exception {
        shell.run(hayate, "version");
        age(jar, 60);
        Files.writeString(root.resolve("engine/src/main/New.java"), "");

        Shell.Result result = shell.run(hayate, "version");

        assertEquals("Building Hayate (the sources have changed) ...\n", result.err());
        assertEquals(2, calls().size());
    }

    @Test
    void shouldNotBuildWhenOnlyAConfigIsNewer() throws Exception {
        shell.run(hayate, "version");
        age(jar, 60);
        for (String old : List.of("pom.xml", "engine/pom.xml", "engine/src/main")) {
            age(root.resolve(old), 120);
        }
        Files.setLastModifiedTime(root.resolve("config/jvm.options"), FileTime.from(Instant.now()));

        assertEquals("", shell.run(hayate, "version").err());
        assertEquals(1, calls().size());
    }

    @Test
    void shouldBuildOnceWhenTwoAreStartedAtOnce() throws Exception {
        List<Shell.Result> results = shell.runTwice(hayate, "version");

        for (Shell.Result result : results) {
            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().startsWith("Hayate  "), result.out());
        }
        assertEquals(1, calls().size());
    }

    @Test
    void shouldWaitWhenTheJarIsStillBeingWritten() throws Exception {
        Process builder = new ProcessBuilder("cat").start(); // waits for input that never comes
        Path lock = Files.createDirectories(root.resolve("target/hayate-build.lock"));
        Files.writeString(lock.resolve("pid"), builder.pid() + "\n");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "half a jar");

        Process second = shell.start(hayate, "version");
        try (BufferedReader output = second.inputReader()) {
            assertEquals(
                    "Waiting for another build of Hayate (process " + builder.pid() + ") ...",
                    output.readLine());
            Files.copy(
                    HOME.resolve("engine/target/hayate-all.jar"),
                    jar,
                    StandardCopyOption.REPLACE_EXISTING);
            builder.destroyForcibly().waitFor();

            String line = output.readLine();
            assertTrue(line.startsWith("Hayate  "), line);
            assertEquals(List.of(), calls());
        } finally {
            builder.destroyForcibly();
            second.destroyForcibly();
        }
    }

    @Test
    void shouldTakeOverWhenABuilderDiedWithItsLock() throws Exception {
        Path lock = Files.createDirectories(root.resolve("target/hayate-build.lock"));
        Process gone = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

        assertEquals(0, shell.run(hayate, "version").exitCode());
    }

    @Test
    void shouldEndWithTwoAndTheErrorsWhenTheBuildFails() throws Exception {
        installMaven("echo '[ERROR] New.java:1 no such thing'; exit 1");

        Shell.Result result = shell.run(hayate, "version");

        assertEquals(2, result.exitCode());
        assertEquals(
                "Building Hayate (first use; about a minute) ...\n"
                        + "[ERROR] New.java:1 no such thing\n"
                        + "hayate: the build failed; all of its output is in "
                        + root.toRealPath().resolve("target/hayate-build.log")
                        + "\n",
                result.err());
        assertFalse(Files.exists(root.resolve("target/hayate-build.lock")));
    }

    @Test
    void shouldEndWithTwoWhenThereIsNoMaven() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool :
                List.of(
                        "dirname",
                        "readlink",
                        "sed",
                        "awk",
                        "find",
                        "head",
                        "mkdir",
                        "cat",
                        "rm")) {
            Path real = Path.of("/usr/bin").resolve(tool);
            Path place = Files.exists(real) ? real : Path.of("/bin").resolve(tool);
            Files.createSymbolicLink(tools.resolve(tool), place);
        }

        Shell.Result result = shell(tools.toString()).run(hayate, "version");

        assertEquals(2, result.exitCode());
        assertEquals(
                "hayate: mvn (Apache Maven) is not on PATH; it is needed to build Hayate\n",
                result.err());
    }
}
