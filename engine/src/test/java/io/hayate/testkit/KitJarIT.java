package io.hayate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertTrue(classes.contains("io/hayate/testkit/Market.class"), classes.toString());
        assertTrue(classes.contains("io/hayate/testkit/MarketAssertions.class"));
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

    @Test
    void shouldNameJUnitInItsPomAsWhatNobodyGetsWhoDoesNotAsk() throws IOException {
        String pom;
        try (JarFile jar = new JarFile(TARGET.resolve("hayate.jar").toFile())) {
            JarEntry entry = jar.getJarEntry("META-INF/maven/io.hayate/hayate-engine/pom.xml");
            pom = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }

        List<String> tests =
                Arrays.stream(pom.split("<dependency>"))
                        .filter(each -> each.contains("<groupId>org.junit"))
                        .map(each -> each.substring(0, each.indexOf("</dependency>")))
                        .map(each -> each.replaceAll("(?s)<!--.*?-->|\\s+", ""))
                        .map(each -> each.replaceAll("<version>.*</version>", "")) // a release's
                        .filter(each -> !each.contains("<scope>test</scope>"))
                        .toList();

        assertEquals(
                List.of(
                        "<groupId>org.junit.jupiter</groupId>"
                                + "<artifactId>junit-jupiter-api</artifactId>"
                                + "<scope>provided</scope><optional>true</optional>"),
                tests);
    }

    /** Jars of the class path of this test whose names match. */
    private static Stream<String> classPath(String pattern) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(each -> Path.of(each).getFileName().toString().matches(pattern));
    }

    private static String path(Stream<String> jars) {
        return Stream.concat(
                        Stream.of(
                                        TARGET.resolve("hayate.jar"),
                                        TARGET.resolve("hayate-testkit.jar"))
                                .map(jar -> jar.toAbsolutePath().toString()),
                        jars)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The tests that README shows, as a class of somebody else. */
    private static String readmeTests() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int first = readme.indexOf("@Test\n@Venue(");
        String methods = readme.substring(first, readme.indexOf("```", first));
        return """
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import io.hayate.testkit.TestVenue;
                import io.hayate.testkit.Venue;
                import io.hayate.testkit.VirtualVenue;
                import java.net.URI;
                import java.time.Duration;
                import org.junit.jupiter.api.Test;
                class OutsideTest {
                    static class PingClient implements AutoCloseable {
                        PingClient(URI url) {}
                        int pingUntilAnswered() { return 2; }
                        @Override public void close() {}
                    }
                """
                + methods
                + "}\n";
    }

    private static void compile(Path folder, String name, String source, String path)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                said,
                                said,
                                "-cp",
                                path,
                                "-d",
                                folder.toString(),
                                file.toString());
        assertEquals(0, code, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldCompileTheTestsOfReadmeWithTheJarsAndJUnitAlone(@TempDir Path folder)
            throws IOException {
        String api = "(junit-jupiter-api|apiguardian-api|junit-platform-commons|opentest4j)-.*";

        compile(folder, "OutsideTest", readmeTests(), path(classPath(api)));

        assertTrue(Files.exists(folder.resolve("OutsideTest.class")));
    }

    @Test
    void shouldStartAVenueForSomebodyElseWithoutJUnit(@TempDir Path folder) throws Exception {
        String library =
                "(netty|agrona|disruptor|jackson|slf4j|logback|HdrHistogram|config)-?.*\\.jar";
        String path = path(classPath(library));
        String source =
                """
                import io.hayate.testkit.TestVenue;
                import io.hayate.venue.VenueConfig;
                class Outside {
                    public static void main(String[] arguments) {
                        try (TestVenue venue = TestVenue.start(VenueConfig.DEFAULTS)) {
                            System.out.println(venue.url().getScheme());
                        }
                    }
                }
                """;

        compile(folder, "Outside", source, path);
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                folder + File.pathSeparator + path,
                                "Outside")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, run.waitFor(), said);
        assertTrue(said.lines().anyMatch("ws"::equals), said);
    }
}
