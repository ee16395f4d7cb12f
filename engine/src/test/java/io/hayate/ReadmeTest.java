package io.hayate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README files list each room and each thing that was broken; what they name {@code PagesTest} looks for. */
class ReadmeTest {
    private static final Path OF_ENGINE = Path.of("README.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "hayate");
    private static final Path TESTS = Path.of("src", "test", "java", "io", "hayate");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(should\\w+)`");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String section(String title) throws IOException {
        String text = Files.readString(OF_ENGINE);
        int start = text.indexOf("\n## " + title + "\n");
        assertTrue(start >= 0, title);
        return text.substring(start, text.indexOf("\n## ", start + 1));
    }

    /** Each row of what was broken names a test by class and method, and all of them are there. */
    @Test
    void shouldNameTestsThatAreThereInEachRowOfWhatWasBroken() throws IOException {
        String text = Files.readString(OF_ENGINE);
        int start = text.indexOf("### What was broken, and how often");
        String table = text.substring(start, text.indexOf("\n## ", start));
        List<String> rows = table.lines().filter(line -> line.startsWith("| ")).skip(2).toList();
        Map<String, String> tests = tests();
        List<String> wrong = new ArrayList<>();
        for (String row : rows) {
            String named = row.substring(row.lastIndexOf('|', row.length() - 2));
            List<MatchResult> found = matches(TEST, named).toList();
            if (found.isEmpty()) {
                wrong.add("no test: " + row);
            }
            for (MatchResult each : found) {
                String source = tests.getOrDefault(each.group(1), "");
                if (!source.contains(" void " + each.group(2) + "(")) {
                    wrong.add(each.group());
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(rows.size() > 25, rows.size() + " rows");
    }

    /** The text of each class of tests, by its name. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Map<String, String> texts = new HashMap<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                texts.put(name, Files.readString(file));
            }
            return texts;
        }
    }

    @Test
    void shouldBeginWithWhatCanBeReadInOneGo() throws IOException {
        long lines = Files.readString(Path.of("..", "README.md")).lines().count();

        assertTrue(lines <= 200, "README.md has " + lines + " lines");
    }

    @Test
    void shouldListEachRoomOnce() throws IOException {
        List<String> listed =
                section("Packages")
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(ReadmeTest::firstCode)
                        .sorted()
                        .toList();

        assertEquals(rooms(), listed);
    }

    private static String firstCode(String line) {
        Matcher code = CODE.matcher(line);
        assertTrue(code.find(), line);
        return code.group(1);
    }

    /** Each folder with more than the description of its package. */
    private static List<String> rooms() throws IOException {
        Set<String> rooms = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.map(SOURCES::relativize)
                    .filter(file -> file.getNameCount() > 1)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .forEach(
                            file ->
                                    rooms.add(
                                            file.getParent()
                                                    .toString()
                                                    .replace(File.separatorChar, '.')));
        }
        return List.copyOf(rooms);
    }
}
