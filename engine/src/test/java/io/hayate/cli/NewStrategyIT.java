package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that {@code hayate new-strategy} writes builds as it is, its tests included. */
class NewStrategyIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String REPOSITORY =
            System.getProperty(
                    "localRepository", System.getProperty("user.home") + "/.m2/repository");

    @TempDir private Path folder;

    @Test
    void shouldBuildAndPassItsTestsOnTheMarketOfTheTestKit() throws Exception {
        Shell shell = new Shell(folder, Map.of("JAVA_HOME", System.getProperty("java.home")));
        Path project = folder.resolve("mine");
        String hayate = HOME.resolve("scripts/hayate").toString();

        Shell.Result written = shell.run(hayate, "new-strategy", project.toString());
        assertEquals(0, written.exitCode(), written.err());
        Shell.Result built =
                shell.run(
                        "mvn",
                        "-o",
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + REPOSITORY,
                        "-f",
                        project.toString(),
                        "package");

        assertEquals(0, built.exitCode(), built.out() + built.err());
        assertTrue(built.out().contains("Tests run: 4, Failures: 0, Errors: 0"), built.out());
        assertFalse(built.out().contains("[WARNING] COMPILATION"), built.out());
        assertTrue(Files.exists(project.resolve("target/mine.jar")));
    }
}
