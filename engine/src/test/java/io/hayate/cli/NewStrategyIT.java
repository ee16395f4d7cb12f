package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that {@code hayate new-strategy} writes builds as it is, its tests included. */
class NewStrategyIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String REPOSITORY =
            System.getProperty(
                    "localRepository", System.getProperty("user.home") + "/.m2/repository");

    @TempDir private Path folder;

    /**
     * A local repository with all that this build has from registries, and of Hayate only what is put
     * there: several builds at once share the machine's.
     */
    private static Path repository(Path folder) throws IOException {
        Path ours = folder.resolve("repository");
        Files.createDirectories(ours.resolve("io"));
        for (String level : List.of("", "io")) {
            try (Stream<Path> entries = Files.list(Path.of(REPOSITORY).resolve(level))) {
                for (Path each : entries.filter(NewStrategyIT::isOfOthers).toList()) {
                    Path link = ours.resolve(level).resolve(each.getFileName());
                    Files.createSymbolicLink(link, each.toAbsolutePath());
                }
            }
        }
        return ours;
    }

    private static boolean isOfOthers(Path entry) {
        return !Path.of(REPOSITORY).resolve("io").equals(entry)
                && !Path.of(REPOSITORY).resolve("io/hayate").equals(entry);
    }

    /** Where there is none it is the wrapper's, by which this build runs then. */
    private static String maven() {
        boolean isThere =
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "mvn")));
        return isThere ? "mvn" : HOME.resolve("scripts/mvnw").toString();
    }

    @Test
    void shouldBuildAndPassItsTestsOnTheMarketOfTheTestKit() throws Exception {
        Shell shell =
                new Shell(
                        folder,
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "MAVEN_USER_HOME",
                                System.getProperty("user.home") + "/.m2"));
        Path project = folder.resolve("mine");
        String hayate = HOME.resolve("scripts/hayate").toString();

        Path repository = repository(folder);

        Shell.Result written =
                shell.run(
                        hayate,
                        "new-strategy",
                        project.toString(),
                        "--repository",
                        repository.toString());
        assertEquals(0, written.exitCode(), written.err());
        Shell.Result built =
                shell.run(
                        maven(),
                        "-o",
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + repository,
                        "-f",
                        project.toString(),
                        "package");

        assertEquals(0, built.exitCode(), built.out() + built.err());
        assertTrue(built.out().contains("Tests run: 4, Failures: 0, Errors: 0"), built.out());
        assertFalse(built.out().contains("[WARNING] COMPILATION"), built.out());
        assertTrue(Files.exists(project.resolve("target/mine.jar")));
        assertFalse(Files.readString(project.resolve("pom.xml")).contains("system"));
    }
}
