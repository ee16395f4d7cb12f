package io.hayate.page;

import io.hayate.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a command of a page would be taken: by Hayate's own command line, by its scripts, by the build. */
final class CommandCheck {
    /** Programs of others, whose options are theirs. */
    private static final Set<String> OTHERS =
            Set.of(
                    "apt",
                    "chmod",
                    "curl",
                    "dpkg",
                    "docker",
                    "echo",
                    "export",
                    "git",
                    "install",
                    "java",
                    "jq",
                    "kill",
                    "node",
                    "printf",
                    "python3",
                    "rm",
                    "sudo",
                    "systemctl",
                    "tar",
                    "touch",
                    "zcat");

    /** Maven's own options that a page may use. */
    private static final String MAVEN_OPTIONS = "-D.+|-P.+|-[qBofUe]|-ntp|-pl|-am|--version";

    /** The type that has the options of a script, and options that the script has itself. */
    private static final Map<String, List<String>> SCRIPTS =
            Map.of(
                    "bench", List.of("Suite", "--jdk", "--help"),
                    "latency", List.of("LatencyCommand", "--help"),
                    "load", List.of("LoadCommand", "--help"),
                    "package", List.of("", "--jdk", "--cacerts", "--help"));

    private final ProjectFacts facts;

    CommandCheck(ProjectFacts facts) {
        this.facts = facts;
    }

    /** What is wrong with each command of a line. */
    List<String> line(String line) throws IOException {
        List<String> findings = new ArrayList<>();
        for (List<String> words : ShellWords.commands(line)) {
            findings.addAll(command(withoutVariables(words), true));
        }
        return findings;
    }

    /** The same of code in a sentence: one of another program is left alone, and a part may be missing. */
    List<String> mention(String code) throws IOException {
        List<String> findings = new ArrayList<>();
        for (List<String> words : ShellWords.commands(code)) {
            List<String> command = withoutVariables(words);
            if (!command.isEmpty()
                    && command.get(0).matches("hayate|mvn|scripts/[a-z]+|\\.ci/.*")) {
                findings.addAll(command(command, false));
            }
        }
        return findings;
    }

    private static List<String> withoutVariables(List<String> words) {
        int first = 0;
        while (first < words.size() && words.get(first).matches("[A-Z_]+=.*")) {
            first++;
        }
        return words.subList(first, words.size());
    }

    private List<String> command(List<String> words, boolean isWhole) throws IOException {
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> findings = new ArrayList<>();
        String program = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        if (program.contains("/") && !Files.exists(ReadmePage.HOME.resolve(program))) {
            return List.of("no such program: " + program);
        }
        String name = program.replaceFirst("^scripts/", "");
        if (name.equals("hayate")) {
            String complaint = CommandLines.complaint(arguments, isWhole);
            if (!complaint.isEmpty()) {
                findings.add(complaint);
            }
        } else if (name.equals("mvn") || name.equals("mvnw")) {
            findings.addAll(build(arguments));
        } else if (SCRIPTS.containsKey(name)) {
            findings.addAll(script(name, arguments));
        } else if (!OTHERS.contains(name) && !program.startsWith(".ci/")) {
            findings.add("no program of ours or of a known other: " + program);
        }
        findings.addAll(files(arguments));
        return findings;
    }

    private List<String> script(String name, List<String> arguments) {
        List<String> known = SCRIPTS.get(name);
        Set<String> options = facts.optionsIn(known.get(0));
        options.addAll(known.subList(1, known.size()));
        return arguments.stream()
                .filter(word -> word.startsWith("-"))
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(option -> !options.contains(option))
                .map(option -> "scripts/" + name + " has no option " + option)
                .toList();
    }

    private List<String> build(List<String> arguments) throws IOException {
        List<String> findings = new ArrayList<>();
        for (String word : arguments) {
            if (word.startsWith("-D") && !facts.hasProperty(property(word))) {
                findings.add("the build knows no property " + property(word));
            } else if (word.startsWith("-") && !word.matches(MAVEN_OPTIONS)) {
                findings.add("mvn has no option that a page may use and that is named " + word);
            }
            if (word.startsWith("-P") && !facts.hasProfile(word.substring(2))) {
                findings.add("the build has no profile " + word.substring(2));
            }
            if (word.startsWith("-Dtest=")) {
                for (String test : word.substring("-Dtest=".length()).split(",", -1)) {
                    if (!facts.hasTypeNamed(test)) {
                        findings.add("there is no test " + test);
                    }
                }
            }
        }
        return findings;
    }

    private static String property(String word) {
        return word.substring("-D".length()).replaceFirst("=.*", "");
    }

    /** Arguments that name files of the project. */
    private static List<String> files(List<String> arguments) {
        return arguments.stream()
                .filter(word -> word.matches("(scripts|config|engine|benchmarks)/[\\w./-]+"))
                .filter(
                        word ->
                                !Files.exists(ReadmePage.HOME.resolve(word))
                                        && !word.contains("/target/"))
                .map(word -> "no such file: " + word)
                .toList();
    }

    /** True for an option that some command of Hayate or one of its scripts has. */
    boolean hasOption(String option) {
        return CommandLines.options().contains(option)
                || SCRIPTS.values().stream()
                        .anyMatch(
                                known ->
                                        known.contains(option)
                                                || facts.optionsIn(known.get(0)).contains(option));
    }
}
