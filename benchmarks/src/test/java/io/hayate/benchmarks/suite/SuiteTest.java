package io.hayate.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    private final StringWriter told = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir Path folder;

    private int execute(String... arguments) {
        return Suite.commandLine(new PrintWriter(told, true), new PrintWriter(errors, true))
                .execute(arguments);
    }

    private void assertRefused(String message, String... arguments) {
        assertEquals(2, execute(arguments));
        assertEquals(
                "bench: " + message + " (see --help)" + System.lineSeparator(), errors.toString());
    }

    @Test
    void shouldNameBenchmarksWithTheirParametersWhenAskedToList() {
        assertEquals(0, execute("--list", "TickToOrder"));

        assertEquals(
                """
                TickToOrderBenchmark.hayate order=false|true
                TickToOrderBenchmark.naive order=false|true
                """,
                told.toString());
    }

    @Test
    void shouldRefuseUnknownOption() {
        assertRefused("Unknown option: '--fast'", "--fast");
    }

    @Test
    void shouldRefuseNameThatNoBenchmarkHas() {
        assertRefused("REGEX must match a benchmark, see --list: was [Nothing]", "Nothing");
    }

    @Test
    void shouldRefuseWhatIsNoRegularExpression() {
        assertRefused("REGEX must be a regular expression: was (", "(");
    }

    @Test
    void shouldRefuseToCompareWithNoFile() {
        Path file = folder.resolve("none.json");

        assertRefused("--compare must be a file: was " + file, "--compare", file.toString());
    }

    @Test
    void shouldRefuseToCompareWithWhatAreNoResults() throws IOException {
        Path file = Files.writeString(folder.resolve("some.json"), "{}");

        assertRefused(
                "--compare must be a file of results: " + file + " is not",
                "--compare",
                file.toString());
    }

    @Test
    void shouldRefuseFileThatCannotBeWritten() {
        assertRefused(
                "--out must be a file that can be written: was " + folder,
                "--out",
                folder.toString(),
                "MaskSource");
    }

    @Test
    void shouldShowEarlierRunWithoutRunningAnything() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.json"), "[]");

        assertEquals(0, execute("--show", file.toString()));

        assertTrue(told.toString().startsWith("no results"), told.toString());
    }
}
