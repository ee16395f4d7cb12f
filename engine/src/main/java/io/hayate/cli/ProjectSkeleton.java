package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.run.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a new strategy's project: templates in the jar with some names to fill in. */
final class ProjectSkeleton {
    static final List<String> FILES =
            List.of(
                    "pom.xml",
                    "README.md",
                    "src/main/java/com/example/MyStrategy.java",
                    "src/main/resources/META-INF/services/io.hayate.strategy.Strategy",
                    "src/test/java/com/example/MyStrategyTest.java");

    private static final String TEMPLATES = "new-strategy/";

    private final Path home;
    private final String name;
    private final String maven;

    /**
     * @param home where Hayate lies
     * @param name of the project and its jar
     * @param maven the command of Maven, as a shell takes it
     */
    ProjectSkeleton(Path home, String name, String maven) {
        this.home = home;
        this.name = name;
        this.maven = maven;
    }

    /**
     * Looks whether the project may lie there.
     *
     * @throws ConfigException when there is something in the folder already
     */
    void checkFolder(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new ConfigException("DIR must be a new or an empty folder: was " + folder);
        }
    }

    /** Writes all files. */
    void writeTo(Path folder) throws IOException {
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, fill(template(file)));
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String template(String file) throws IOException {
        try (InputStream stream = ProjectSkeleton.class.getResourceAsStream(TEMPLATES + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String fill(String template) {
        return template.replace("@home@", home.toString())
                .replace("@hayate@", ShellWord.of(home.resolve("scripts/hayate").toString()))
                .replace("@maven@", maven)
                .replace("@name@", name)
                .replace("@version@", Version.text());
    }
}
