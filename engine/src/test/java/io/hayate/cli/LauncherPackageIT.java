package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/hayate} in the folder of a package: a runtime of its own, and nothing to build it of. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherPackageIT {
    @TempDir private Path folder;

    private Path root;

    @BeforeEach
    void setUp() throws IOException {
        Checkout checkout = new Checkout(folder.resolve("hayate"));
        root = checkout.root();
        Files.delete(root.resolve("pom.xml"));
        Files.delete(root.resolve("engine/pom.xml"));
        Files.createDirectory(root.resolve("lib"));
        Files.copy(Checkout.BUILT, root.resolve("lib/hayate-all.jar"));
        Files.createSymbolicLink(root.resolve("runtime"), Checkout.JDK);
    }

    private Shell.Result run(Map<String, String> variables, String... arguments) throws Exception {
        Map<String, String> all = new HashMap<>(variables);
        all.put("JAVA_HOME", "/no/jdk"); // somebody else's, for something else
        String[] command =
                Stream.concat(Stream.of(root + "/scripts/hayate"), Stream.of(arguments))
                        .toArray(String[]::new);
        return new Shell(folder, all).run(command);
    }

    @Test
    void shouldStartByTheRuntimeOfThePackageAndBuildNothing() throws Exception {
        Shell.Result result = run(Map.of(), "version");

        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
        assertTrue(result.out().contains(System.getProperty("java.vm.version")), result.out());
        assertFalse(Files.exists(root.resolve("target")));
    }

    @Test
    void shouldTakeTheJdkThatTheUserNames() throws Exception {
        Shell.Result result = run(Map.of("HAYATE_JAVA_HOME", "/no/such/jdk"), "version");

        assertEquals(2, result.exitCode());
        assertTrue(
                result.err().contains("HAYATE_JAVA_HOME must be the folder of a JDK"),
                result.err());
    }

    @Test
    void shouldMakeAClassArchiveInThePackageAndStartFromIt() throws Exception {
        Map<String, String> on = Map.of("HAYATE_ARCHIVE", "on");

        Shell.Result first = run(on, "--no-console", "--duration", "1s");
        Shell.Result second = run(on, "--no-console", "--duration", "1s");

        assertTrue(first.err().startsWith("Preparing a class archive"), first.err());
        assertEquals("", second.err());
        try (Stream<Path> made = Files.list(root.resolve("target"))) {
            List<String> names = made.map(file -> file.getFileName().toString()).toList();
            assertEquals(
                    1,
                    names.stream().filter(name -> name.matches(".*\\.(aot|jsa)")).count(),
                    names.toString());
        }
    }

    @Test
    void shouldRefuseToMakeAPackageOfAPackage() throws Exception {
        Shell.Result result =
                new Shell(folder, Map.of()).run(root.resolve("scripts/package").toString());

        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("this is a package already"), result.err());
    }
}
