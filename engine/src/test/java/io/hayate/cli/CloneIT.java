package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clone by a git that is set to turn the ends of lines into those of Windows. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CloneIT {
    private static final List<String> KINDS =
            List.of(
                    ".gitattributes",
                    "pom.xml",
                    "engine/pom.xml",
                    "scripts",
                    "config",
                    "engine/src/main/java/io/hayate/Hayate.java",
                    "engine/src/test/resources");

    @TempDir private Path folder;

    private Path origin;
    private Path clone;

    @BeforeEach
    void setUp() throws Exception {
        origin = Files.createDirectory(folder.resolve("origin"));
        clone = folder.resolve("clone");
        for (String kind : KINDS) {
            try (Stream<Path> files = Files.walk(Checkout.HOME.resolve(kind))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = origin.resolve(Checkout.HOME.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        git("init", "-q", origin.toString());
        git("-C", origin.toString(), "add", "-A");
        String me = "-c user.name=me -c user.email=me@localhost commit -q -m all";
        git(Stream.concat(Stream.of("-C", origin.toString()), Stream.of(me.split(" "))));
        git("-c", "core.autocrlf=true", "clone", "-q", origin.toString(), clone.toString());
    }

    private void git(Stream<String> words) throws Exception {
        git(words.toArray(String[]::new));
    }

    private void git(String... words) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of("git"), Stream.of(words)).toArray(String[]::new);
        Shell.Result result = new Shell(folder, Map.of()).run(command);
        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void shouldHaveEveryByteOfEveryFile() throws Exception {
        try (Stream<Path> files = Files.walk(origin)) {
            Path git = origin.resolve(".git");
            for (Path file :
                    files.filter(Files::isRegularFile).filter(f -> !f.startsWith(git)).toList()) {
                Path copy = clone.resolve(origin.relativize(file).toString());
                assertArrayEquals(
                        Files.readAllBytes(file), Files.readAllBytes(copy), file.toString());
            }
        }
    }

    @Test
    void shouldStart() throws Exception {
        Path target = Files.createDirectories(clone.resolve("engine/target"));
        Files.copy(Checkout.BUILT, target.resolve("hayate-all.jar"));
        Shell shell = new Shell(folder, Map.of("HAYATE_JAVA_HOME", Checkout.JDK.toString()));

        assertEquals(0, shell.run(clone + "/scripts/hayate", "version").exitCode());
    }
}
