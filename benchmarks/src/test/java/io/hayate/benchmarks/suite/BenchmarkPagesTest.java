package io.hayate.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.latency.LatencyCommand;
import io.hayate.load.LoadCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README files say that one may type of the programs of this module is taken by their command lines. */
class BenchmarkPagesTest {
    private static final Map<String, Class<?>> PROGRAMS =
            Map.of(
                    "bench",
                    Suite.class,
                    "latency",
                    LatencyCommand.class,
                    "load",
                    LoadCommand.class);
    private static final List<String> PAGES =
            List.of("README.md", "engine/README.md", "config/README.md", "benchmarks/README.md");
    private static final Pattern COMMAND =
            Pattern.compile("scripts/(bench|latency|load)([^`#\n]*)");

    private static List<MatchResult> commands(String page) throws IOException {
        String text = Files.readString(Path.of("..").resolve(page));
        return COMMAND.matcher(text).results().toList();
    }

    /** Without what the script takes for itself, and what sets a figure off from the command in a sentence. */
    private static List<String> words(String arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments.strip().split("\\s+")));
        int jdk = words.indexOf("--jdk");
        if (jdk >= 0) {
            words.subList(jdk, jdk + 2).clear();
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    private static void parse(String program, String arguments) {
        new CommandLine(PROGRAMS.get(program)).parseArgs(words(arguments).toArray(String[]::new));
    }

    @Test
    void shouldTakeEachCommandOfThePages() throws IOException {
        List<String> wrong = new ArrayList<>();
        int taken = 0;
        for (String page : PAGES) {
            for (MatchResult command : commands(page)) {
                taken++;
                try {
                    parse(command.group(1), command.group(2));
                } catch (CommandLine.ParameterException e) {
                    wrong.add(page + ": " + command.group() + ": " + e.getMessage());
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(taken > 20, "commands found: " + taken);
    }

    @Test
    void shouldSeeAnOptionThatIsNotThere() {
        for (String program : PROGRAMS.keySet()) {
            assertThrows(
                    CommandLine.ParameterException.class,
                    () -> parse(program, " --no-such-option"));
        }
    }
}
