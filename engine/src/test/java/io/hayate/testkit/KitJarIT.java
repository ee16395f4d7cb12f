package io.hayate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the jars hold that the build makes. */
class KitJarIT {
    private static final Path TARGET = Path.of("target");

    private static List<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }

    private static List<Path> jars(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
        }
    }

    @Test
    void shouldHoldTheTestKitAloneInAJarOfItsOwn() throws IOException {
        List<Path> kit = jars("hayate-testkit\\.jar");

        assertEquals(1, kit.size());
        List<String> classes = classes(kit.get(0));
        assertTrue(classes.contains("io/hayate/testkit/Venue.class"), classes.toString());
        assertTrue(classes.contains("io/hayate/testkit/VirtualVenue$Client.class"));
        assertTrue(classes.stream().allMatch(name -> name.startsWith("io/hayate/testkit/")));
        assertTrue(classes.stream().noneMatch(name -> name.matches(".*(Test|IT)(\\$.*)?\\.class")));
    }

    @Test
    void shouldHoldNeitherItNorJUnitInTheLibraryAndTheProgram() throws IOException {
        for (Path jar : jars("hayate(-all)?\\.jar")) {
            List<String> classes = classes(jar);

            assertTrue(classes.contains("io/hayate/Hayate.class"), jar.toString());
            assertTrue(
                    classes.stream()
                            .noneMatch(
                                    name ->
                                            name.contains("io/hayate/testkit/")
                                                    || name.contains("org/junit/")));
        }
    }
}
