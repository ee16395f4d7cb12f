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

/** The files of a new strategy's project: templates in the jar with three names to fill in. */
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

    /**
     * @param home where Hayate and its jar lie
     * @param name of the project and its jar
     */
    ProjectSkeleton(Path home, String name) {
        this.home = home;
        this.name = name;
    }

    /**
     * Writes all files.
     *
     * @throws ConfigException when there is something in the folder already
     */
    void writeTo(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new ConfigException("DIR must be a new or an empty folder: was " + folder);
        }
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, fill(template(file), file));
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

    private String fill(String template, String file) {
        String folder = home.toString();
        return template.replace("@home@", file.endsWith(".xml") ? escape(folder) : folder)
                .replace("@hayate@", ShellWord.of(home.resolve("scripts/hayate").toString()))
                .replace("@name@", name)
                .replace("@version@", Version.text());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
