package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.run.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewStrategyCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(Path target) throws IOException {
        return execute(target.toString(), "--repository", repository().toString());
    }

    private int execute(String... words) throws IOException {
        Path jars = FakeArtifacts.writeTo(folder.resolve("jars"));
        Environment environment =
                new Environment(
                        Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=" + folder.resolve("opts")),
                        Path.of("/opt/R&D/hayate"),
                        folder);
        return new Cli(environment, config -> 4, () -> new EngineArtifacts(jars))
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(
                        Stream.concat(Stream.of("new-strategy"), Stream.of(words))
                                .toArray(String[]::new));
    }

    private Path repository() {
        return folder.resolve("repository");
    }

    private static Path engine(Path repository) {
        return repository.resolve("io/hayate/hayate-engine").resolve(Version.text());
    }

    @Test
    void shouldWriteProjectWhenFolderIsNew() throws IOException {
        Path target = folder.resolve("My Own");

        assertEquals(0, execute(target), err.toString());

        String pom = Files.readString(target.resolve("pom.xml"));
        assertTrue(pom.contains("<artifactId>my-own</artifactId>"), pom);
        assertTrue(pom.contains("<hayate.version>" + Version.text() + "</hayate.version>"), pom);
        assertTrue(out.toString().contains("--plugin target/my-own.jar"), out.toString());
        try (Stream<Path> files = Files.walk(target)) {
            assertEquals(ProjectSkeleton.FILES.size(), files.filter(Files::isRegularFile).count());
        }
        for (String file : ProjectSkeleton.FILES) {
            assertFalse(Files.readString(target.resolve(file)).matches("(?s).*@[a-z]+@.*"), file);
        }
    }

    @Test
    void shouldPrintCommandsThatAShellTakes() throws Exception {
        Path target = folder.resolve("it's my own");

        assertEquals(0, execute(target), err.toString());

        String command = out.toString().lines().toList().get(1).strip();
        assertTrue(command.endsWith(" package"), command);
        Process shell =
                new ProcessBuilder("sh", "-c", command.replaceFirst("mvn .*", "cat README.md"))
                        .redirectErrorStream(true)
                        .start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(read.contains("'/opt/R&D/hayate/scripts/hayate' --plugin "), read);
    }

    @Test
    void shouldWriteProjectWhenFolderIsEmpty() throws IOException {
        Path target = Files.createDirectory(folder.resolve("empty"));

        assertEquals(0, execute(target));
        assertTrue(Files.exists(target.resolve("pom.xml")));
    }

    @Test
    void shouldPutTheJarsWhereMavenFindsThem() throws IOException {
        assertEquals(0, execute(folder.resolve("mine")), err.toString());

        String name = "hayate-engine-" + Version.text();
        Path put = engine(repository());
        assertEquals("<parent>", Files.readString(put.resolve(name + ".pom")));
        assertEquals("kit", Files.readString(put.resolve(name + "-testkit.jar")));
        assertEquals(
                -1, Files.mismatch(folder.resolve("jars/hayate.jar"), put.resolve(name + ".jar")));
        String parent = Version.text() + "/hayate-" + Version.text() + ".pom";
        assertEquals(
                "the parent's",
                Files.readString(repository().resolve("io/hayate/hayate/" + parent)));
        assertTrue(out.toString().contains(" lies in " + repository() + ". Now:"), out.toString());
    }

    @Test
    void shouldPutTheJarsIntoTheRepositoryThatMavenIsToldOf() throws IOException {
        assertEquals(0, execute("--artifacts-only"), err.toString());

        assertTrue(Files.exists(engine(folder.resolve("opts"))));
        assertEquals(
                "io.hayate:hayate-engine:"
                        + Version.text()
                        + " lies in "
                        + folder.resolve("opts")
                        + ".",
                out.toString().strip());
    }

    @Test
    void shouldTakeThePlaceOfJarsThatAreThere() throws IOException {
        Files.createDirectories(engine(repository()));
        Path jar = engine(repository()).resolve("hayate-engine-" + Version.text() + ".jar");
        Files.writeString(jar, "old");
        Path origins = engine(repository()).resolve("_remote.repositories");
        Files.writeString(origins, jar.getFileName() + ">elsewhere=\n");

        assertEquals(0, execute("--artifacts-only", "--repository", repository().toString()));

        assertEquals(-1, Files.mismatch(folder.resolve("jars/hayate.jar"), jar));
        assertFalse(Files.exists(origins));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hayate.jar", "hayate-testkit.jar", "hayate-all.jar"})
    void shouldWriteNothingWhenAJarIsMissing(String jar) throws IOException {
        Path jars = FakeArtifacts.writeTo(folder.resolve("jars"));
        Files.delete(jars.resolve(jar));

        assertEquals(2, execute(folder.resolve("mine")));
        assertEquals(
                jar + " must lie beside the program, for projects of others: it is not in " + jars,
                err.toString().strip());
        assertFalse(Files.exists(folder.resolve("mine")));
        assertFalse(Files.exists(repository()));
    }

    @Test
    void shouldWriteNothingWhenTheRepositoryCannotBeWritten() throws IOException {
        Files.writeString(repository(), "a file");

        assertEquals(2, execute(folder.resolve("mine")));
        assertEquals(
                "the local Maven repository must be a folder that can be written: was "
                        + repository(),
                err.toString().strip());
        assertFalse(Files.exists(folder.resolve("mine")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Missing required parameter: 'DIR",
        "mine --artifacts-only, Unmatched argument: 'mine"
    })
    void shouldRefuseWhenItIsNotClearWhatIsWanted(String words, String told) throws IOException {
        String[] given = words.isEmpty() ? new String[0] : words.split(" ", -1);

        assertEquals(2, execute(given));
        assertTrue(err.toString().startsWith("hayate new-strategy: " + told), err.toString());
    }

    @Test
    void shouldRefuseWhenFolderIsNotEmpty() throws IOException {
        Path target = Files.createDirectory(folder.resolve("full"));
        Files.writeString(target.resolve("note"), "mine");

        assertEquals(2, execute(target));
        assertEquals("DIR must be a new or an empty folder: was " + target, err.toString().strip());
        assertFalse(Files.exists(target.resolve("pom.xml")));
    }

    @Test
    void shouldRefuseWhenPathIsAFile() throws IOException {
        Path target = Files.writeString(folder.resolve("file"), "");

        assertEquals(2, execute(target));
        assertEquals("DIR must be a new or an empty folder: was " + target, err.toString().strip());
    }

    @Test
    void shouldRefuseWhenFolderCannotBeMade() throws IOException {
        Path target = Files.writeString(folder.resolve("file"), "").resolve("below");

        assertEquals(2, execute(target));
        assertEquals(
                "DIR must be a folder that can be written: was " + target, err.toString().strip());
    }
}
