package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.ConfigException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ToolCommandTest {
    private final StringWriter err = new StringWriter();

    @Command(name = "tool")
    @SuppressWarnings("UnusedVariable") // picocli sets them
    private static final class Tool implements Callable<Integer> {
        @Option(names = "--out")
        private Path out;

        @Option(names = "--rate")
        private int rate;

        private Exception failure;

        @Override
        public Integer call() throws Exception {
            if (failure != null) {
                throw failure;
            }
            return 0;
        }
    }

    private final Tool tool = new Tool();

    private int execute(String... arguments) {
        return ToolCommand.of(tool).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    @Test
    void shouldTakeAPath() {
        assertEquals(0, execute("--out", "état/load.json", "--rate", "3"));
        assertEquals(Path.of("état/load.json"), tool.out);
        assertEquals("", err.toString());
    }

    @Test
    void shouldRefuseInOneLineAPathThatTheSystemCannotHave() {
        assertEquals(2, execute("--out", "a\uFFFDb"));
        assertEquals(
                "tool: --out must be a path in UTF-8, as the locale has it: was a\uFFFDb"
                        + " (see --help)\n",
                err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "--rat=3, 'Unknown option: ''--rat=3''; did you mean --rate? (see --help)'",
        "x, 'Unknown argument: ''x'' (see --help)'",
        "wss://me:hidden@host, 'Unknown argument: ''wss://***@host'' (see --help)'",
        "--rate=x, 'Invalid value for option ''--rate'': ''x'' is not an int (see --help)'"
    })
    void shouldTellWrongUsageInOneLine(String argument, String words) {
        assertEquals(2, execute(argument));
        assertEquals("tool: " + words + "\n", err.toString());
    }

    @Test
    void shouldTellAFileThatCannotBeHadInOneLine() {
        tool.failure = new FileSystemException("/proc/x", null, "Permission denied");

        assertEquals(2, execute());
        assertEquals("tool: cannot write or read /proc/x: Permission denied\n", err.toString());
    }

    @Test
    void shouldTellAWrongSettingInOneLine() {
        tool.failure = new ConfigException("journal.dir must be a folder: was\033[2J");

        assertEquals(2, execute());
        assertEquals("tool: journal.dir must be a folder: was\\u001b[2J\n", err.toString());
    }
}
