package io.hayate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.model.Health;
import io.hayate.model.OrderFlag;
import io.hayate.number.Decimals;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others' code can be compiled against stands in {@code public-types.txt}: no change of it goes
 * unseen. The file takes the place of a release to compare with, and needs no registry.
 */
class PublicTypesTest {
    private static final Path BASELINE = Path.of("src/test/resources/public-types.txt");
    private static final Path FOUND = Path.of("target/public-types.txt");
    private static final Path TEST_KIT = Path.of("target/test-classes/io/hayate/testkit");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");
    private static final Pattern DOCUMENTED =
            Pattern.compile("<include>io/hayate/([a-z/]+)/\\*\\.java</include>");

    private static final String BEFORE =
            """
            package io.hayate.outside;
            public class Api {
                public static final int LIMIT = 5;
                public Api(int size) {}
                public int size() { return 0; }
                protected void onSize(long bytes) {}
                void hidden() {}
                public Other other() { return null; }
            }
            """;
    private static final String OTHER =
            """
            package io.hayate.outside;
            public enum Other { ONE, TWO }
            """;

    @TempDir private Path folder;

    /** What a strategy names first, and all of the test kit. */
    private static PublicTypes ofHayate() throws Exception {
        List<Class<?>> first =
                new ArrayList<>(
                        List.of(
                                Strategy.class,
                                StrategyContext.class,
                                StrategyParameters.class,
                                ConfigException.class,
                                Health.class,
                                OrderFlag.class,
                                Decimals.class));
        try (Stream<Path> files = Files.list(TEST_KIT)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.contains("$") && !name.matches(".*(Test|IT)|package-info")) {
                    Class<?> type = Class.forName("io.hayate.testkit." + name);
                    if (Modifier.isPublic(type.getModifiers())) {
                        first.add(type);
                    }
                }
            }
        }
        return PublicTypes.reachedFrom(first);
    }

    private static List<String> differences(List<String> before, List<String> now) {
        List<String> differences = new ArrayList<>();
        before.stream().filter(line -> !now.contains(line)).forEach(l -> differences.add("- " + l));
        now.stream().filter(line -> !before.contains(line)).forEach(l -> differences.add("+ " + l));
        return differences;
    }

    @Test
    void shouldBeThoseThatAreWrittenDown() throws Exception {
        List<String> now = ofHayate().lines();
        Files.write(FOUND, now);

        assertEquals(
                List.of(),
                differences(Files.readAllLines(BASELINE), now),
                "others' code is compiled against this. When the change is meant: copy engine/"
                        + FOUND
                        + " to engine/"
                        + BASELINE
                        + ", and tell it in CHANGELOG.md");
        assertEquals(now, Files.readAllLines(BASELINE));
    }

    @Test
    void shouldLieInThePackagesThatReadmeNames() throws Exception {
        assertEquals(packagesOfReadme(), ofHayate().packages());
    }

    private static Set<String> packagesOfReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("\n### The public packages\n");
        assertTrue(start >= 0, "engine/README.md lacks its public packages");
        String section = readme.substring(start, readme.indexOf("\n#", start + 1));
        return ROW.matcher(section)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void shouldBeDocumentedInARelease() throws Exception {
        Set<String> documented =
                DOCUMENTED
                        .matcher(Files.readString(Path.of("pom.xml")))
                        .results()
                        .map(include -> include.group(1).replace('/', '.'))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(packagesOfReadme(), documented);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public int size() { return 0; } | '' | 1",
                "public int size() | int size() | 1",
                "public int size() | public long size() | 2",
                "public int size() | public static int size() | 2",
                "(int size) | (int size, int more) | 2",
                "public Api | Api | 1",
                "protected void | private void | 1",
                "LIMIT = 5 | LIMIT = 6 | 2",
                "public class | public final class | 2",
                "public class Api | public class Api implements Runnable | 2",
                "ONE, TWO | ONE | 1",
                "public enum | enum | 5",
                "void hidden() {} | '' | 0",
                "return 0 | return 1 | 0"
            })
    void shouldSeeEachChangeOfWhatOthersCanName(String text, String change, int differences)
            throws Exception {
        List<String> before = linesOf("before", BEFORE, OTHER);

        String api = BEFORE.replace(text, change);
        if (api.contains("Runnable")) {
            api = api.replace("void hidden()", "public void run() {} void hidden()");
        }
        List<String> after = linesOf("after", api, OTHER.replace(text, change));

        List<String> found = differences(before, after);
        int expected = api.contains("Runnable") ? differences + 1 : differences;
        assertEquals(expected, found.size(), found::toString);
    }

    private List<String> linesOf(String name, String... sources) throws Exception {
        Path place = Files.createDirectory(folder.resolve(name));
        List<String> words = new ArrayList<>(List.of("-d", place.toString()));
        for (String source : sources) {
            String type = source.contains("Api(") ? "Api" : "Other";
            words.add(Files.writeString(place.resolve(type + ".java"), source).toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, said, said, words.toArray(String[]::new));
        assertEquals(0, code, said.toString(StandardCharsets.UTF_8));
        URL[] path = {place.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            return PublicTypes.reachedFrom(List.of(loader.loadClass("io.hayate.outside.Api")))
                    .lines();
        }
    }
}
