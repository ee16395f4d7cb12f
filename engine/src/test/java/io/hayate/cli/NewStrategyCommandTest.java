package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class NewStrategyCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(Path target) {
        Environment environment = new Environment(Map.of(), Path.of("/opt/R&D/hayate"), folder);
        return new Cli(environment, config -> 4)
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute("new-strategy", target.toString());
    }

    @Test
    void shouldWriteProjectWhenFolderIsNew() throws IOException {
        Path target = folder.resolve("My Own");

        assertEquals(0, execute(target), err.toString());

        String pom = Files.readString(target.resolve("pom.xml"));
        assertTrue(pom.contains("<artifactId>my-own</artifactId>"), pom);
        assertTrue(pom.contains("<hayate.home>/opt/R&amp;D/hayate</hayate.home>"), pom);
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
        assertTrue(command.endsWith(" && mvn package"), command);
        Process shell =
                new ProcessBuilder("sh", "-c", command.replace("mvn package", "cat README.md"))
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
