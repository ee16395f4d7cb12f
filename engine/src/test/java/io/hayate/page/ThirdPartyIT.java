package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the program's jar says of libraries in it: those that are, by the licences that their poms name. */
class ThirdPartyIT {
    private static final Path TARGET = ReadmePage.HOME.resolve("engine/target");
    private static final String LIST = "META-INF/THIRD-PARTY.txt";
    private static final String ROW = "\\S+:\\S+ +\\S+ +\\S+ +https?://\\S+";

    private final Map<String, String> listed = new TreeMap<>();

    @BeforeEach
    void readList() throws IOException {
        text("hayate-all.jar", LIST)
                .lines()
                .filter(line -> line.matches(ROW))
                .forEach(
                        line -> {
                            String[] words = line.split(" +", -1);
                            listed.put(words[0] + " " + words[1], words[2]);
                        });
    }

    private static String text(String jar, String entry) throws IOException {
        try (JarFile file = new JarFile(TARGET.resolve(jar).toFile())) {
            ZipEntry there = file.getEntry(entry);
            assertTrue(there != null, jar + " lacks " + entry);
            return new String(file.getInputStream(there).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The poms of the libraries in the program, by name and version. */
    private static Map<String, LibraryPom> bundled() throws IOException {
        Map<String, LibraryPom> bundled = new TreeMap<>();
        try (JarFile program = new JarFile(TARGET.resolve("hayate-all.jar").toFile())) {
            Set<String> entries =
                    program.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            for (Path jar : libraries()) {
                if (ofItsOwn(jar).filter(entries::contains).isPresent()) {
                    LibraryPom pom = LibraryPom.of(jar);
                    bundled.put(pom.name(), pom);
                }
            }
        }
        return bundled;
    }

    private static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar") && !path.startsWith(TARGET))
                .toList();
    }

    /** Something that no other library has: a class or a piece of native code. */
    private static Optional<String> ofItsOwn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") || name.matches(".*\\.(so|dll)"))
                    .filter(name -> !name.endsWith("module-info.class"))
                    .findFirst();
        }
    }

    @Test
    void shouldListTheLibrariesThatAreInTheProgramInTheirVersions() throws IOException {
        Set<String> bundled = new TreeSet<>(bundled().keySet());

        assertTrue(bundled.size() > 30, bundled.toString());
        assertEquals(String.join("\n", bundled), String.join("\n", listed.keySet()));
    }

    @Test
    void shouldNameALicenceUnderWhichTheLibraryIsGiven() throws IOException {
        for (Map.Entry<String, LibraryPom> library : bundled().entrySet()) {
            Set<String> given = library.getValue().licences();
            String named = listed.get(library.getKey());

            assertTrue(given.contains(named), library.getKey() + ": " + named + ", not " + given);
        }
    }

    @Test
    void shouldHaveLicenceAndNoticeOfHayateInEachJar() throws IOException {
        String licence = Files.readString(ReadmePage.HOME.resolve("LICENSE"));
        for (String jar : List.of("hayate.jar", "hayate-testkit.jar", "hayate-all.jar")) {
            assertEquals(licence, text(jar, "META-INF/LICENSE"), jar);
            assertTrue(text(jar, "META-INF/NOTICE").startsWith("Hayate\n"), jar);
        }
    }

    @Test
    void shouldHaveTheTextOfEachLicence() throws IOException {
        String text = text("hayate-all.jar", LIST);
        for (String licence : new TreeSet<>(listed.values())) {
            assertTrue(
                    licence.equals("Apache-2.0")
                            || text.contains("\n" + licence + ": ")
                            || text.contains(licence + " is at\nhttps://"),
                    licence);
        }
    }
}
