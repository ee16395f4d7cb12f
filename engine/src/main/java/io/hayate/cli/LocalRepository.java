package io.hayate.cli;

import io.hayate.machine.PathNames;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local repository of Maven, in which it finds what no registry has. */
final class LocalRepository {
    private static final Pattern OPTION = Pattern.compile("(?:^|\\s)-Dmaven\\.repo\\.local=(\\S+)");
    private static final List<String> OPTIONS = List.of("MAVEN_ARGS", "MAVEN_OPTS"); // first wins
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SETTING =
            Pattern.compile("<localRepository>\\s*(.*?)\\s*</localRepository>", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?:env\\.)?([^}]*)}");
    private static final String GROUP = "io/hayate";
    private static final String ORIGINS = "_remote.repositories"; // which registry a file came from

    private final Path root;

    /**
     * @param root its folder, which need not be there yet
     */
    LocalRepository(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The one that Maven takes by itself: of its options, else of the user's settings, else of the
     * user's folder.
     *
     * @param userHome the user's folder as Java, and so Maven, knows it
     * @throws ConfigException when the settings name it in a way that is not read here
     */
    static LocalRepository ofMaven(Map<String, String> variables, Path userHome)
            throws IOException {
        for (String name : OPTIONS) {
            List<MatchResult> found =
                    OPTION.matcher(variables.getOrDefault(name, "")).results().toList();
            if (!found.isEmpty()) {
                String folder = found.get(found.size() - 1).group(1);
                return new LocalRepository(PathNames.of(name + ": maven.repo.local", folder));
            }
        }
        Path maven = userHome.resolve(".m2");
        Path settings = maven.resolve("settings.xml");
        String set = Files.exists(settings) ? setting(Files.readString(settings)) : "";
        return new LocalRepository(
                set.isEmpty()
                        ? maven.resolve("repository")
                        : PathNames.of(
                                settings + ": localRepository",
                                filled(set, settings, variables, userHome)));
    }

    private static String setting(String settings) {
        Matcher setting = SETTING.matcher(COMMENT.matcher(settings).replaceAll(""));
        return setting.find() ? setting.group(1).replace("&lt;", "<").replace("&amp;", "&") : "";
    }

    private static String filled(
            String text, Path settings, Map<String, String> variables, Path userHome) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        match -> {
                            String value =
                                    match.group(1).equals("user.home")
                                            ? userHome.toString()
                                            : variables.get(match.group(1));
                            if (value == null) {
                                throw new ConfigException(
                                        settings
                                                + ": localRepository must be a folder, with"
                                                + " ${user.home} or variables that are set in it,"
                                                + " or --repository must name it: was "
                                                + text);
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    /**
     * Puts a file of an artifact there, whole or not at all, in place of one that is there.
     *
     * @param end what comes behind name and version: {@code -testkit.jar}
     */
    void put(String artifact, String version, String end, byte[] bytes) throws IOException {
        Path folder = root.resolve(GROUP).resolve(artifact).resolve(version);
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".part", "");
        try {
            Files.write(part, bytes);
            part.toFile().setReadable(true, false);
            Files.move(
                    part,
                    folder.resolve(artifact + "-" + version + end),
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        Files.deleteIfExists(folder.resolve(ORIGINS)); // else Maven may want it from that registry
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
