package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
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
        new Checkout(root);
        shell = shell(folder.resolve("bin") + ":/usr/bin:/bin");
        installMaven("mkdir -p engine/target && cp '%s' engine/target/hayate-all.jar.part");
    }

    private Shell shell(String path) {
        return new Shell(
                folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home"), "PATH", path));
    }

    private void installMaven(String deed) throws IOException {
        Checkout.program(
                folder.resolve("bin/mvn"),
                "cat >&2", // ends at once: the build is given nothing to read
                "echo \"$JAVA_HOME|$*\" >> '" + folder.resolve("calls") + "'",
                "echo 'WARNING: of no use'",
                deed.formatted(Checkout.BUILT));
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    @Test
    void shouldBuildQuietlyWhenThereIsNoJar() throws Exception {
        Shell.Result result = shell.run(hayate, "version");

        assertEquals("Building Hayate (first use; about a minute) ...\n", result.err());
        assertEquals(0, result.exitCode());
        assertTrue(result.out().startsWith("Hayate  "), result.out());
        assertEquals(
                List.of(
                        System.getProperty("java.home")
                                + "|-q -B -Dquick -Dhayate.jar.suffix=.part -pl engine -am"
                                + " package"),
                calls());
        assertFalse(Files.exists(root.resolve("target/hayate-build")));
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
        Checkout.age(jar, 60);
        Files.writeString(root.resolve("engine/src/main/New.java"), "");

        Shell.Result result = shell.run(hayate, "version");

        assertEquals("Building Hayate (the sources have changed) ...\n", result.err());
        assertEquals(2, calls().size());
    }

    @Test
    void shouldNotBuildWhenOnlyAConfigIsNewer() throws Exception {
        shell.run(hayate, "version");
        Checkout.age(jar, 60);
        for (String old : List.of("pom.xml", "engine/pom.xml", "engine/src/main")) {
            Checkout.age(root.resolve(old), 120);
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
        assertFalse(Files.exists(root.resolve("target/hayate-build")));
    }

    @Test
    void shouldBuildWithTheWrapperWhenThereIsNoMaven() throws Exception {
        Path tools = Checkout.toolsWithout(folder.resolve("tools"), "nothing");
        Files.move(
                folder.resolve("bin/mvn"),
                root.resolve("scripts/mvnw"),
                StandardCopyOption.REPLACE_EXISTING);

        Shell.Result result = shell(tools.toString()).run(hayate, "version");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(
                "Building Hayate (first use; about a minute) ...\n"
                        + "mvn is not on PATH: scripts/mvnw fetches Maven when it runs for the first"
                        + " time ...\n",
                result.err());
        assertEquals(1, calls().size());
    }

    @Test
    void shouldEndWithTwoWhenThereIsNeitherMavenNorTheWrapper() throws Exception {
        Path tools = Checkout.toolsWithout(folder.resolve("tools"), "nothing");
        Files.delete(root.resolve("scripts/mvnw"));

        Shell.Result result = shell(tools.toString()).run(hayate, "version");

        assertEquals(2, result.exitCode());
        assertEquals(
                "hayate: mvn (Apache Maven) is not on PATH, and "
                        + root.toRealPath().resolve("scripts/mvnw")
                        + " is missing; one of them builds Hayate\n",
                result.err());
    }
}
