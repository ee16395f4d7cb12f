package io.hayate.benchmarks.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.cli.ToolCommand;
import io.hayate.view.terminal.ErrorStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of {@code scripts/bench}. */
@Command(
        name = "bench",
        description = {
            "Runs benchmarks, writes their results as JSON, and shows them as a table.",
            "Ratios are to the row marked base: the method hayate of the class at the same parameters."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/bench                                all of them",
            "  scripts/bench --quick WebSocket              a rough look at some",
            "  scripts/bench --jdk 17 Decoder               on another JDK",
            "  scripts/bench --compare before.json Order    against an earlier run"
        })
public final class Suite implements Callable<Integer> {
    private static final int OK = 0;
    private static final int FAILED = 1;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "REGEX",
            description = "Runs the benchmarks whose names hold a match; all without it.")
    private List<String> patterns = List.of();

    @Option(names = "--list", description = "Names the benchmarks and their parameters.")
    private boolean list;

    @Option(
            names = "--quick",
            description = "Shorter: one JVM, a second or two each; for a rough look.")
    private boolean quick;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = {
                "Adds what an earlier run came to, and marks what changed by more than the",
                "errors of both explain."
            })
    private Path compare;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the results go. Default: target/bench/<date>-<jdk>.json.")
    private Path out;

    @Option(
            names = "--show",
            paramLabel = "FILE",
            description = "Shows the results of an earlier run; runs nothing.")
    private Path show;

    @Option(
            names = "--jdk",
            paramLabel = "JDK",
            description = {
                "A version such as 17, or a folder. Default: HAYATE_JAVA_HOME, JAVA_HOME, or the",
                "newest JDK found."
            })
    void jdk(String versionOrFolder) {
        // the script has read it
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    void help(boolean asked) {
        // picocli shows it
    }

    /** Runs what the arguments say and ends the process. */
    public static void main(String[] arguments) {
        ErrorStream.install();
        String copy = System.getProperty("hayate.bench.copy");
        if (copy != null) {
            new File(copy).deleteOnExit();
        }
        PrintWriter console = new PrintWriter(System.out, true, UTF_8);
        System.exit(
                commandLine(console, new PrintWriter(System.err, true, UTF_8)).execute(arguments));
    }

    static CommandLine commandLine(PrintWriter console, PrintWriter errors) {
        return ToolCommand.of(new Suite()).setOut(console).setErr(errors).setUsageHelpWidth(100);
    }

    @Override
    public Integer call() throws IOException {
        Results before = compare == null ? null : read("--compare", compare);
        if (show != null) {
            print(ResultTable.of(read("--show", show), before));
            return OK;
        }
        patterns.forEach(this::check);
        Catalog catalog = Catalog.matching(patterns);
        if (catalog.size() == 0) {
            throw wrong("REGEX must match a benchmark, see --list: was " + patterns);
        }
        if (list) {
            print(String.join("\n", catalog.lines()) + "\n");
            return OK;
        }
        return run(catalog, before);
    }

    private Results read(String option, Path file) {
        if (!Files.isRegularFile(file)) {
            throw wrong(option + " must be a file: was " + file);
        }
        try {
            return Results.read(file);
        } catch (IOException e) {
            throw wrong(option + " must be a file of results: " + file + " is not");
        }
    }

    private void check(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw wrong("REGEX must be a regular expression: was " + pattern);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int run(Catalog catalog, Results before) throws IOException {
        BenchmarkRun run = new BenchmarkRun(patterns, quick ? Extent.QUICK : Extent.FULL, out);
        if (!run.isWritable()) {
            throw wrong("--out must be a file that can be written: was " + run.file());
        }
        if (!run.execute(catalog.size(), System.err)) {
            return FAILED;
        }
        Results now = Results.read(run.file());
        print("\n" + ResultTable.of(now, before) + "\nresults: " + run.file() + "\n");
        int missing = catalog.size() - now.count();
        if (missing > 0) {
            spec.commandLine().getErr().printf("bench: %d failed; see %s%n", missing, run.log());
        }
        return missing > 0 ? FAILED : OK;
    }

    private void print(String text) {
        PrintWriter console = spec.commandLine().getOut();
        console.print(text);
        console.flush();
    }
}
