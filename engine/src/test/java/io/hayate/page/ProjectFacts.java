package io.hayate.page;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages may name: types, tests, settings, variables, profiles of the build, options of scripts. */
final class ProjectFacts {
    private static final Path ENGINE = ReadmePage.HOME.resolve("engine/src/main/java/io/hayate");
    private static final List<String> SOURCES =
            List.of(
                    "engine/src/main/java",
                    "engine/src/test/java",
                    "benchmarks/src/main/java",
                    "benchmarks/src/test/java");
    private static final List<String> POMS =
            List.of("pom.xml", "engine/pom.xml", "benchmarks/pom.xml");
    private static final Set<String> MAVEN_PROPERTIES =
            Set.of("test", "it.test", "skipTests", "skipITs", "maven.repo.local");
    private static final Pattern OPTION = Pattern.compile("\"(--[a-z][a-z-]*)\"");
    private static final Pattern PROFILE =
            Pattern.compile("<profile>.*?<id>([^<]+)</id>", Pattern.DOTALL);

    private final Map<String, String> types = new HashMap<>();
    private final Set<String> keys = new TreeSet<>();
    private final StringBuilder shell = new StringBuilder();

    ProjectFacts() throws IOException {
        for (String root : SOURCES) {
            try (Stream<Path> files = Files.walk(ReadmePage.HOME.resolve(root))) {
                for (Path each : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    String name = each.getFileName().toString().replace(".java", "");
                    types.merge(name, Files.readString(each), String::concat);
                }
            }
        }
        for (String name : List.of("hayate.conf", "venue.conf")) {
            Config file =
                    ConfigFactory.parseFile(
                            ReadmePage.HOME.resolve("config").resolve(name).toFile());
            file.entrySet().forEach(entry -> keys.add(entry.getKey()));
        }
        keys.addAll(List.of("strategies", "strategy.parameters", "notifications.targets"));
        try (Stream<Path> files = Files.list(ReadmePage.HOME.resolve("scripts"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                shell.append(Files.readString(each));
            }
        }
    }

    /** By its room and name, as {@code event.Ticker}. */
    boolean hasType(String qualified) {
        return Files.exists(ENGINE.resolve(qualified.replace('.', '/') + ".java"));
    }

    boolean hasRoom(String name) {
        return Files.isDirectory(ENGINE.resolve(name.replace('.', '/')));
    }

    boolean hasTypeNamed(String simple) {
        return types.containsKey(simple);
    }

    boolean hasMethod(String simple, String method) {
        return types.getOrDefault(simple, "").contains(" " + method + "(");
    }

    boolean hasTest(String method) {
        return types.values().stream().anyMatch(text -> text.contains(" void " + method + "("));
    }

    /** A key, or what keys begin with. */
    boolean hasKey(String key) {
        return keys.contains(key) || keys.stream().anyMatch(each -> each.startsWith(key + "."));
    }

    /** What keys begin with: {@code session}, {@code trading}. */
    Set<String> sections() {
        return keys.stream()
                .map(key -> key.split("\\.", 2)[0])
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A variable that scripts or the program read. */
    boolean hasVariable(String name) {
        Pattern word = Pattern.compile("\\b" + name + "\\b");
        return word.matcher(shell).find()
                || types.values().stream().anyMatch(text -> text.contains('"' + name + '"'));
    }

    /** Options of a type's source, where its own command line is out of reach from here. */
    Set<String> optionsIn(String simple) {
        return OPTION.matcher(types.getOrDefault(simple, ""))
                .results()
                .map(option -> option.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasProfile(String name) throws IOException {
        for (String pom : POMS) {
            String text = Files.readString(ReadmePage.HOME.resolve(pom));
            if (PROFILE.matcher(text).results().map(ProjectFacts::id).anyMatch(name::equals)) {
                return true;
            }
        }
        return false;
    }

    /** A property of the build, of a test, or one that Maven's own plug-ins read. */
    boolean hasProperty(String name) throws IOException {
        if (MAVEN_PROPERTIES.contains(name)
                || types.values().stream().anyMatch(text -> text.contains('"' + name + '"'))) {
            return true;
        }
        for (String pom : POMS) {
            String text = Files.readString(ReadmePage.HOME.resolve(pom));
            if (text.contains("${" + name + "}") || text.contains("<name>" + name + "</name>")) {
                return true;
            }
        }
        return false;
    }

    private static String id(MatchResult profile) {
        return profile.group(1);
    }
}
